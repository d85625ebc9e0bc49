"""A run in limited memory says the same as one that holds everything."""

import unittest

from running import InFolder, run


class LimitedMemory(InFolder):
    def outputs(self, corpus, name, *options):
        folder = self.folder / name
        folder.mkdir()
        files = {"-o": folder / "clusters.jsonl", "--matches": folder / "matches.jsonl", "--articles": folder / "articles.jsonl", "--removed": folder / "removed.csv"}
        done = run("cluster", corpus, "--format", "jsonl", *[part for pair in files.items() for part in pair], *options)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(sorted(folder.iterdir()), sorted(files.values()))  # no temporary file is left
        return [path.read_bytes() for path in files.values()]

    def test_gives_the_same_bytes_when_most_texts_are_on_disk(self):
        corpus = self.folder / "news.jsonl"
        run("generate", "--articles", 5000, "--seed", 3, "-o", corpus)
        self.assertGreater(corpus.stat().st_size, 20_000_000)  # of which an eighth of 64 MiB is held
        for rule in ((), ("--rule", "jaccard")):
            held = self.outputs(corpus, "held" + "".join(rule), *rule)
            self.assertGreater(held[1].count(b"\n"), 100)
            self.assertEqual(self.outputs(corpus, "spooled" + "".join(rule), "--memory", "64MiB", *rule), held)

    def test_shows_titles_of_articles_without_a_headline(self):
        corpus = self.folder / "news.jsonl"
        run("generate", "--articles", 5000, "--seed", 3, "-o", corpus)
        text = corpus.read_text(encoding="utf-8").replace('"headline":', '"no_headline":')
        corpus.write_text(text, encoding="utf-8")
        held = run("cluster", corpus).stdout
        self.assertEqual(run("cluster", corpus, "--memory", "64MiB").stdout, held)

    def test_is_refused_where_it_is_too_little_to_work_with(self):
        done = run("cluster", self.file("a.jsonl"), "--memory", "1MiB")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"--memory", done.stderr)


if __name__ == "__main__":
    unittest.main()
