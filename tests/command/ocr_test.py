"""`--recipe ocr`: text that a scanner read is clustered by its letters, in a run and in an archive."""

import json
import re
import unittest

from running import InFolder, SAMPLE, lines, run


class Scanned(InFolder):
    def generated(self, misread, articles=800):
        news, truth = self.folder / "news.jsonl", self.folder / "news.truth.tsv"
        done = run("generate", "--articles", articles, "--seed", 7, "--misread", misread, "-o", news, "--truth", truth)
        self.assertEqual(done.returncode, 0, done.stderr)
        return news, truth

    def found(self, news, truth, *options):
        text = run("evaluate", news, "--clusters", truth, *options).stdout.decode()
        return map(float, re.search(r"pairwise +precision ([\d.]+)  recall ([\d.]+)", text).groups())

    def test_news_is_found_by_letters_where_words_fail(self):
        for misread, by_words, by_letters in ((5, 0.7, 0.9), ("pages", 0.95, 0.9)):
            news, truth = self.generated(misread)
            _, recall = self.found(news, truth)
            self.assertLess(recall, by_words, misread)
            precision, recall = self.found(news, truth, "--recipe", "ocr")
            self.assertGreater(precision, 0.98, misread)
            self.assertGreater(recall, by_letters, misread)

    def test_clusters_of_an_archive_are_those_of_one_run(self):
        news, _ = self.generated("pages", 400)
        nights = [self.file(f"{n}.jsonl", *news.read_text(encoding="utf-8").splitlines()[n::3]) for n in range(3)]
        archive = self.folder / "archive"
        self.assertEqual(run("add", "--archive", archive, "--recipe", "ocr", nights[0]).returncode, 0)
        for night in nights[1:]:
            self.assertEqual(run("add", "--archive", archive, night).returncode, 0, "an archive knows its recipe")
        exported = lines(run("archive", "export", "clusters", "--archive", archive).stdout)
        at_once = lines(run("cluster", news, "--recipe", "ocr", "--format", "jsonl", "--quiet").stdout)
        members = lambda clusters: sorted(sorted(str(member["key"]) for member in cluster["members"]) for cluster in clusters)
        self.assertGreater(len(at_once), 20)
        self.assertEqual(members(exported), members(at_once))

    def test_an_archive_by_words_refuses_it_by_its_field(self):
        archive = self.folder / "archive"
        self.assertEqual(run("add", "--archive", archive, SAMPLE).returncode, 0)
        refused = run("add", "--archive", archive, "--recipe", "ocr", SAMPLE)
        self.assertEqual(refused.returncode, 3)
        self.assertIn(b"recipes differ in text: wireprint-letters-2 here, wireprint-text-2 there", refused.stderr)

    def test_may_be_written_to_a_file_and_read_there(self):
        prints = self.folder / "a.prints", self.folder / "b.prints"
        recipe = self.file("ocr.json", json.dumps({"schema": "wireprint.recipe/1", "text": "wireprint-letters-2", "shingle_words": 1, "sample_one_in": 2, "sample_floor": 64}))
        self.assertEqual(run("fingerprint", SAMPLE, "--recipe", recipe, "-o", prints[0]).returncode, 0)
        self.assertEqual(run("fingerprint", SAMPLE, "--recipe", "ocr", "-o", prints[1]).returncode, 0)
        self.assertEqual(prints[0].read_bytes(), prints[1].read_bytes())

    def test_an_unknown_name_or_share_is_refused(self):
        self.assertEqual(run("evaluate", SAMPLE, "--recipe", "scan").returncode, 2)
        for misread in ("26", "x", "-1", "5%"):
            self.assertEqual(run("generate", "--articles", 1, f"--misread={misread}").returncode, 2, misread)


if __name__ == "__main__":
    unittest.main()
