"""`wireprint generate` writes news, and a truth that the pipeline finds again."""

import collections
import json
import re
import unittest

from running import InFolder, lines, run


class News(InFolder):
    def generated(self, articles, seed=1):
        news, truth = self.folder / "news.jsonl", self.folder / "news.truth.tsv"
        done = run("generate", "--articles", articles, "--seed", seed, "-o", news, "--truth", truth)
        self.assertEqual((done.returncode, done.stdout), (0, b""), done.stderr)
        return news, truth

    def test_is_as_long_as_asked_and_the_same_every_time(self):
        news, truth = self.generated(300)
        self.assertEqual(len(lines(news.read_bytes())), 300)
        first = news.read_bytes(), truth.read_bytes()
        self.generated(300)
        self.assertEqual((news.read_bytes(), truth.read_bytes()), first)
        self.assertEqual(run("generate", "--articles", 300).stdout, first[0])

    def test_has_a_line_of_truth_for_each_key(self):
        news, truth = self.generated(5000)
        heading, *rows = truth.read_text().splitlines()
        self.assertEqual(heading, "key\tcluster\tmade\ttraits")
        keys = [article["id"] for article in lines(news.read_bytes())]
        self.assertEqual(set(keys), {row.split("\t")[0] for row in rows})
        self.assertEqual(len(rows), len(set(keys)))
        self.assertLess(len(rows), len(keys), "nothing was resent")

    def test_is_clustered_as_it_was_made(self):
        news, truth = self.generated(3000)
        text = run("evaluate", news, "--clusters", truth).stdout.decode()
        precision, recall, f1 = map(float, re.search(r"pairwise +precision ([\d.]+)  recall ([\d.]+)  F1 ([\d.]+)", text).groups())
        self.assertGreater(precision, 0.98)
        self.assertGreater(recall, 0.93)
        self.assertGreater(f1, 0.96)

    def test_holds_copies_that_are_no_easy_ones(self):
        news, truth = self.generated(3000)
        made = {row.split("\t")[0]: row.split("\t")[2] for row in truth.read_text().splitlines()[1:]}
        found = {m["key"]: m["role"] for c in lines(run("cluster", news, "--format", "jsonl").stdout) for m in c["members"]}
        roles = collections.Counter((made[key], role) for key, role in found.items())
        for kind in ("trimmed", "extended", "updated"):
            self.assertGreater(roles[kind, kind], 0, roles)

    def test_of_no_articles_and_into_one_file_twice_is_refused(self):
        self.assertEqual(run("generate").returncode, 2)
        self.assertEqual(run("generate", "--articles", 0).returncode, 2)
        path = self.folder / "one"
        self.assertEqual(run("generate", "--articles", 5, "-o", path, "--truth", path).returncode, 2)
        self.assertEqual(run("generate", "--articles", 50, "-o", "/dev/full").returncode, 5)


if __name__ == "__main__":
    unittest.main()
