"""The record of a run holds what a methods paragraph needs, and its counts add up."""

import json
import unittest

from running import SAMPLE, STORY, InFolder, lines, record, run


class Stats(InFolder):
    def stats(self, *arguments, code=0):
        path = self.folder / "stats.json"
        done = run("cluster", *arguments, "--stats", path, "-o", "/dev/null")
        self.assertEqual(done.returncode, code, done.stderr)
        return json.loads(path.read_text())

    def test_count_the_same_as_the_lines(self):
        stats = self.stats(SAMPLE, "--articles", self.folder / "a", "--removed", self.folder / "r", "--matches", self.folder / "m")
        articles, removed = lines((self.folder / "a").read_bytes()), lines((self.folder / "r").read_bytes())
        clusters = lines(run("cluster", SAMPLE, "--format", "jsonl").stdout)
        self.assertEqual(stats["records"], len(articles))
        self.assertEqual(stats["statuses"], {name: sum(a["status"] == name for a in articles) for name in stats["statuses"]})
        self.assertEqual((stats["clusters"], stats["largest_cluster"]), (len(clusters), max(c["size"] for c in clusters)))
        self.assertEqual(stats["verified_edges"], len((self.folder / "m").read_bytes().splitlines()))
        self.assertEqual(stats["dropped"], {"articles": len(removed), "words": sum(r["words"] for r in removed), "bytes": sum(r["bytes"] for r in removed)})
        self.assertEqual(stats["kept"]["articles"], sum(a["selected"] for a in articles))
        self.assertEqual(stats["kept"]["words"] + stats["dropped"]["words"], sum(a["words"] for a in articles))
        for amount in ("kept", "dropped"):
            for unit in ("articles", "words", "bytes"):
                self.assertEqual(stats[amount][unit], sum(outlet[amount][unit] for outlet in stats["outlets"]))

    def test_name_each_input_with_size_and_a_hash_that_xxh128sum_prints(self):
        path = self.file("in.jsonl", record("a"))
        old = self.file("old.jsonl", record("o"))
        first, second = self.stats(path, "--against", old)["inputs"]
        self.assertEqual((first["file"], first["bytes"], first["reference"], first["format"], first["packing"]), (str(path), path.stat().st_size, False, "jsonl", "none"))
        self.assertTrue(second["reference"])
        self.assertRegex(first["xxh128"], r"^[0-9a-f]{32}$")
        other = self.file("other.jsonl", record("b"))
        self.assertNotEqual(self.stats(other)["inputs"][0]["xxh128"], first["xxh128"])

    def test_say_version_recipe_and_options(self):
        stats = self.stats(SAMPLE, "--window", "9", "--keep", "latest", "--prefer", "B,A", "--body-field", "body")
        self.assertEqual(b"wireprint " + stats["version"].encode() + b"\n", run("--version").stdout)
        self.assertEqual([stats["options"][name] for name in ("rule", "window_days", "across_outlets", "keep", "prefer", "body_field")], ["story", 9, False, "latest", "B,A", "body"])
        self.assertIsNone(stats["options"]["memory_bytes"])
        self.assertEqual(self.stats(SAMPLE, "--memory", "64MiB")["options"]["memory_bytes"], 64 << 20)
        self.assertEqual(self.stats(SAMPLE, "--rule", "jaccard", "--threshold", "0.5")["options"]["threshold"], 0.5)
        other = self.stats(SAMPLE, "--rule", "jaccard", "--shingle", "3")["recipe"]
        self.assertEqual(other["shingle_words"], 3)
        self.assertNotEqual(other["hash"], stats["recipe"]["hash"])

    def test_warn_of_an_outlet_of_which_most_is_dropped(self):
        path = self.file("in.jsonl", record("a", outlet="Agency"), *(record(f"c{i}", outlet="Copier") for i in range(3)))
        stats = self.stats(path)
        self.assertEqual(stats["warnings"], ["more than half of Copier is dropped: 3 of 3 articles"])

    def test_give_the_seconds_of_each_stage_and_the_peak_of_memory(self):
        stats = self.stats(SAMPLE, "--dedup", self.folder / "out.jsonl.zst")
        self.assertEqual([stage["stage"] for stage in stats["stages"]], ["read", "spread", "groups", "proof", "clusters", "selection", "reports", "records", "compression"])
        self.assertAlmostEqual(stats["seconds"], sum(stage["seconds"] for stage in stats["stages"]), delta=0.01)
        self.assertGreater(stats["peak_memory_bytes"], 1 << 20)

    def test_count_what_was_skipped_by_its_reason(self):
        path = self.file("in.jsonl", "{", record("e", body=""), record("k", body=STORY), record("k", body=STORY * 2))
        stats = self.stats(path, code=4)
        self.assertEqual(stats["skipped"], {"without_words": 1, "furniture_only": 0, "older_version_under_the_same_key": 1, "unreadable_records": 1, "unreadable_files": 0})
        self.assertEqual(stats["kept"]["articles"] + stats["dropped"]["articles"], stats["records"])


if __name__ == "__main__":
    unittest.main()
