"""`wireprint evaluate` judges pairs and clusters by what `wireprint cluster` gives."""

import csv
import json
import os
import re
import unittest
from pathlib import Path

import jsonschema
from running import SAMPLE, InFolder, lines, record, run

HEADING = "corpus\tid_a\tid_b\tlabel"
PAIRS = [("ferry-ap", "ferry-wexcombe", "trimmed"), ("ferry-ap", "ferry-northshire", "updated"), ("library-gazette", "library-plover", "verbatim"),
         ("mill-tribune", "mill-monitor", "quote"), ("weather-0305", "weather-0319", "template"), ("alone-chess", "alone-comet", "different"),
         ("quarry-trial", "quarry-vote", "partial")]
WRONG = [("alone-chess", "alone-court", "verbatim"), ("bank-dalton", "bank-quay", "different")]


def found_clusters(*corpus):
    return {member["key"]: cluster["cluster"] for cluster in lines(run("cluster", *corpus, "--format", "jsonl").stdout) for member in cluster["members"]}


class Evaluated(InFolder):
    def pairs(self, rows):
        return self.file("pairs.tsv", HEADING, *("\t".join(("sample", *row)) for row in rows))

    def evaluated(self, *arguments):
        done = run("evaluate", *arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.decode()

    def figure(self, text, name):
        return float(re.search(rf"^{name} +([0-9.]+)", text, re.MULTILINE)[1])


class Pairs(Evaluated):
    def test_that_are_all_right_have_an_f1_of_one(self):
        text = self.evaluated(SAMPLE, "--pairs", self.pairs(PAIRS))
        self.assertEqual(self.figure(text, "F1"), 1.0)
        self.assertIn("0 false alarms, 0 missed", text)
        self.assertRegex(text, r"(?m)^partial +1 +0 ")

    def test_are_of_corpora_that_are_read_as_any_input_is(self):
        articles = lines(Path(SAMPLE).read_bytes())
        renamed = [{{"id": "number", "body": "full"}.get(name, name): value for name, value in article.items()} for article in articles]
        path = self.folder / "sample.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(dict.fromkeys(name for article in renamed for name in article)))
            writer.writeheader()
            writer.writerows(renamed)
        text = self.evaluated(path, "--pairs", self.pairs(PAIRS), "--id-field", "number", "--body-field", "full")
        self.assertEqual(self.figure(text, "F1"), 1.0)

    def test_that_are_wrong_are_counted(self):
        text = self.evaluated(SAMPLE, "--pairs", self.pairs(PAIRS + WRONG))
        self.assertEqual((self.figure(text, "precision"), self.figure(text, "recall")), (0.75, 0.75))
        self.assertRegex(text, r"(?m)^candidate recall 0\.7500, 3 of 4 ")

    def test_have_a_line_of_scores_each_that_says_why_one_was_lost(self):
        path = self.folder / "scores.jsonl"
        self.evaluated(SAMPLE, "--pairs", self.pairs(PAIRS + WRONG + [("ferry-ap", "empty-video", "verbatim")]), "--scores", path)
        found = lines(path.read_bytes())
        schema = json.loads(run("schema", "score").stdout)
        for line in found:
            jsonschema.Draft202012Validator(schema).validate(line)
            self.assertEqual(list(line), list(schema["properties"]))
        self.assertEqual([line["outcome"] for line in found], ["right"] * 6 + ["left_out", "missed", "false_alarm", "missed"])
        self.assertEqual([(line["fate"], line["candidate"]) for line in found[-3:]], [("not_compared", False), ("joined", True), ("unusable", False)])
        self.assertIn("empty", found[-1]["unusable"])

    def test_of_other_corpora_are_left_to_these(self):
        pairs = self.file("pairs.tsv", HEADING, "sample\tferry-ap\tferry-harrow\tverbatim", "other\tx\ty\tverbatim")
        self.assertRegex(self.evaluated(SAMPLE, "--pairs", pairs), r"(?m)^sample +39 +\d+ +\d+ +1 ")
        only_other = self.file("other.tsv", HEADING, "other\tx\ty\tverbatim")
        self.assertEqual(run("evaluate", SAMPLE, "--pairs", only_other).returncode, 2)


class Truth(Evaluated):
    def test_that_is_what_was_found_is_agreed_with_wholly(self):
        clusters = found_clusters(SAMPLE)
        truth = self.file("sample.truth.tsv", "key\tcluster", *(f"{key}\t{cluster}" for key, cluster in clusters.items()))
        text = self.evaluated(SAMPLE, "--clusters", truth)
        self.assertEqual(len(re.findall(r"1\.0000", text)), 10, text)

    def test_that_calls_two_found_stories_one_costs_recall_only(self):
        clusters = found_clusters(SAMPLE)
        merged = {key: "one" if cluster in ("bank-dalton", "fels-dpa") else cluster for key, cluster in clusters.items()}
        truth = self.file("sample.truth.tsv", "key\tcluster", *(f"{key}\t{cluster}" for key, cluster in merged.items()))
        pairwise = re.search(r"pairwise +precision ([0-9.]+)  recall ([0-9.]+)", self.evaluated(SAMPLE, "--clusters", truth))
        self.assertEqual(float(pairwise[1]), 1.0)
        self.assertLess(float(pairwise[2]), 1.0)

    def test_of_same_stories_is_a_recall(self):
        same = self.file("sample.same-story.tsv", "id_a\tid_b", "ferry-ap\tferry-harrow", "ferry-ap\tbank-dalton")
        self.assertIn("sample.same-story.tsv: same-story recall 0.5000, 1 of 2 pairs", self.evaluated(SAMPLE, "--same-story", same))

    def test_goes_to_the_corpus_that_it_is_named_after(self):
        other = self.file("other.jsonl", record("x"), record("y"))
        same = self.file("other.same.tsv", "id_a\tid_b", "x\ty")
        self.assertIn("recall 1.0000", self.evaluated(SAMPLE, other, "--same-story", same))
        nobody = self.file("nobody.tsv", "id_a\tid_b", "x\ty")
        self.assertEqual(run("evaluate", SAMPLE, other, "--same-story", nobody).returncode, 2)


class Corpora(Evaluated):
    def test_are_clustered_each_by_itself(self):
        one, two = self.file("one.jsonl", record("x")), self.file("two.jsonl", record("y"))
        text = self.evaluated(one, two)
        self.assertRegex(text, r"(?m)^one +1 +0 +0 +0$")
        self.assertRegex(text, r"(?m)^two +1 +0 +0 +0$")

    def test_of_one_name_are_refused(self):
        self.assertEqual(run("evaluate", SAMPLE, SAMPLE).returncode, 2)

    def test_lose_the_fields_that_are_blanked(self):
        shared = "The harbour bridge will close for six weeks from Monday while its bearings are replaced and the deck is painted. " * 3
        rows = [record(f"k{i}", body=shared + f"Page {i} of many. ", published=f"2021-0{1 + i}-05", outlet="Harbor Ledger") for i in range(8)]
        corpus = self.file("news.jsonl", *rows)
        clusters = lambda *arguments: re.search(r"(?m)^news +8 +(\d+)", self.evaluated(corpus, *arguments))[1]
        self.assertNotEqual(self.evaluated(corpus), self.evaluated(corpus, "--without", "published,outlet"))
        self.assertEqual(clusters("--without", "published,outlet"), "1")
        self.assertEqual(run("evaluate", corpus, "--without", "body").returncode, 2)

    def test_that_cannot_be_read_end_with_2_and_bad_records_with_4(self):
        self.assertEqual(run("evaluate", self.folder / "absent.jsonl").returncode, 2)
        self.assertEqual(run("evaluate", self.file("bad.jsonl", record("x"), "{")).returncode, 4)


class RealNews(Evaluated):
    DATA = Path(os.environ.get("WIREPRINT_DATA") or Path(__file__).resolve().parents[3] / "shared" / "data")

    def setUp(self):
        super().setUp()
        if not (self.DATA / "pairs.tsv").is_file():
            self.skipTest(f"no labelled corpora in {self.DATA}; set WIREPRINT_DATA")

    def test_is_judged_as_its_clusters_written_out_are(self):
        corpus = self.DATA / "press-de.jsonl.zst"
        clusters = found_clusters(corpus)
        rows = [row.split("\t")[:4] for row in (self.DATA / "pairs.tsv").read_text().splitlines()[1:]]
        hits = alarms = misses = 0
        for name, a, b, label in rows:
            if name != "press-de" or label == "partial":
                continue
            joined = a in clusters and clusters[a] == clusters.get(b)
            copy = label in ("verbatim", "trimmed", "updated")
            hits, alarms, misses = hits + (joined and copy), alarms + (joined and not copy), misses + (copy and not joined)
        text = self.evaluated(corpus, "--pairs", self.DATA / "pairs.tsv")
        self.assertAlmostEqual(self.figure(text, "F1"), 2 * hits / (2 * hits + alarms + misses), places=3)
        self.assertIn(f"{alarms} false alarms, {misses} missed", text)


if __name__ == "__main__":
    unittest.main()
