"""New articles against old ones: references are compared with, and stand in no output on their own account."""

import csv
import json
import unittest

from running import STORY, InFolder, lines, record, run

OTHER = "Nine sheep crossed the frozen lake at dawn while the fire brigade waited on the far shore with blankets and a ladder. "
THIRD = "The town's only bakery sold its last loaf on Saturday after a hundred and twelve years behind the same green door. "


class NewAgainstOld(InFolder):
    def setUp(self):
        super().setUp()
        self.old = self.file("old.jsonl", record("o1", outlet="Harbor Ledger", published="2021-02-24T09:00:00Z"),
                             record("o2", outlet="Inland Daily", published="2021-02-24T11:00:00Z"),
                             record("o3", outlet="Inland Daily", body=THIRD * 3), record("o4", outlet="Hill Gazette", body=THIRD * 3))
        self.new = self.file("new.jsonl", record("n1", outlet="Valley Post"), record("n2", outlet="Valley Post", body=OTHER * 3),
                             record("n3", outlet="Coast Courier", body=OTHER * 3))

    def cluster(self, *arguments):
        done = run("cluster", self.new, "--against", self.old, *arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done

    def test_finds_copies_of_the_old_and_among_the_new(self):
        found = lines(self.cluster("--format", "jsonl").stdout)
        members = [[(m["key"], m["reference"]) for m in cluster["members"]] for cluster in found]
        self.assertEqual(members, [[("o1", True), ("o2", True), ("n1", False)], [("n2", False), ("n3", False)]])
        self.assertEqual(found[0]["original"], "o1")

    def test_says_nothing_of_references_on_their_own(self):
        self.cluster("--articles", self.folder / "a.jsonl", "--matches", self.folder / "m.jsonl", "--format", "jsonl", "-o", self.folder / "c.jsonl", "--singletons")
        self.assertEqual([a["key"] for a in lines((self.folder / "a.jsonl").read_bytes())], ["n1", "n2", "n3"])
        for match in lines((self.folder / "m.jsonl").read_bytes()):
            self.assertIn("n", match["a"] + match["b"])
        for cluster in lines((self.folder / "c.jsonl").read_bytes()):
            self.assertTrue(any(not member["reference"] for member in cluster["members"]))
        rows = list(csv.DictReader(self.cluster("--format", "csv").stdout.decode().splitlines()))
        self.assertEqual([row["original"] for row in rows], ["o1", "n2", "n2"])

    def test_counts_them_apart_and_marks_them(self):
        done = self.cluster()
        self.assertIn(b"by 5 of 3 articles and 4 references", done.stdout)
        self.assertIn(b"o2 (reference)", done.stdout)
        self.assertIn(b"3 records read", done.stderr)
        self.assertIn(b"4 references compared with", done.stderr)

    def test_gives_the_clusters_that_one_run_over_both_gives(self):
        together = lines(run("cluster", self.new, self.old, "--format", "jsonl").stdout)
        apart = lines(self.cluster("--format", "jsonl").stdout)
        keys = lambda clusters: [[m["key"] for m in c["members"]] for c in clusters]
        self.assertEqual(keys(apart), [found for found in keys(together) if any(key.startswith("n") for key in found)])


class OneKeyOnBothSides(InFolder):
    def test_names_two_articles(self):
        old = self.file("old.jsonl", record(1, body=OTHER * 3), record(2, outlet="Inland Daily"))
        new = self.file("new.jsonl", record(1, outlet="Valley Post"), record(3, outlet="Coast Courier", body=OTHER * 3))
        found = lines(run("cluster", new, "--against", old, "--format", "jsonl", "--articles", self.folder / "a.jsonl").stdout)
        self.assertEqual([[(m["key"], m["reference"]) for m in c["members"]] for c in found], [[(1, True), (3, False)], [(1, False), (2, True)]])
        self.assertEqual([c["cluster"] for c in found], ["reference:1", "1"])
        self.assertEqual([a["cluster"] for a in lines((self.folder / "a.jsonl").read_bytes())], ["1", "reference:1"])

    def test_of_one_text_says_that_the_reference_had_it(self):
        old = self.file("old.jsonl", record("k"))
        new = self.file("new.jsonl", record("k"))
        found = lines(run("cluster", new, "--against", old, "--format", "jsonl").stdout)
        self.assertEqual([(m["reference"], m["role"]) for m in found[0]["members"]], [(True, "original"), (False, "verbatim")])


class Inputs(InFolder):
    def is_refused(self, reason, *arguments):
        done = run("cluster", *arguments)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn(reason, done.stderr)

    def test_are_left_out_of_a_folder_of_references(self):
        self.file("old.jsonl", record("o"))
        new = self.file("new.jsonl", record("n", outlet="Valley Post"))
        found = lines(run("cluster", new, "--against", self.folder, "--format", "jsonl").stdout)
        self.assertEqual([[m["key"] for m in c["members"]] for c in found], [["n", "o"]])

    def test_that_are_references_too_are_refused(self):
        new = self.file("new.jsonl", record("n"))
        self.is_refused(b"is a reference and also an input", new, "--against", new)
        self.is_refused(b"is a reference and also an input", self.folder, "--against", new)

    def test_without_a_single_reference_that_can_be_read_are_not_called_new(self):
        new = self.file("new.jsonl", record("n"))
        self.is_refused(b"references could be read", new, "--against", self.folder / "absent.jsonl")

    def test_count_an_unreadable_reference_as_unreadable(self):
        new = self.file("new.jsonl", record("n"))
        old = self.file("old.jsonl", record("o"), "{")
        done = run("cluster", new, "--against", old)
        self.assertEqual(done.returncode, 4, done.stderr)
        self.assertIn(b"2 references compared with, 1 unreadable", done.stderr)

    def test_are_not_written_into(self):
        self.file("new.jsonl", record("n"))
        self.is_refused(b"which is read", self.folder, "-o", self.folder / "out.txt")
        self.assertEqual(self.names(), ["new.jsonl"])


if __name__ == "__main__":
    unittest.main()
