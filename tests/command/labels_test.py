"""What is drawn by `wireprint sample` and labelled by a person is read back by `evaluate`, `tune` and `certify`."""

import re
import unittest

from running import SAMPLE, InFolder, lines, run


def rows_of(path):
    heading, *rows = path.read_text().splitlines()
    names = heading.split("\t")
    return [dict(zip(names, row.split("\t"), strict=True)) for row in rows]


class Labelled(InFolder):
    def text_of(self, *arguments):
        done = run(*arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.decode()

    def sampled(self, *arguments):
        path = self.folder / "sample.tsv"
        self.text_of("sample", SAMPLE, "-o", path, *arguments)
        return path

    # As a person would who calls every pair what the command calls it.
    def labelled(self, path):
        heading, *rows = path.read_text().splitlines()
        names = heading.split("\t")
        label, verdict = names.index("label"), names.index("verdict")
        for i, row in enumerate(rows):
            cells = row.split("\t")
            cells[label] = "verbatim" if cells[verdict] == "copy" else cells[verdict]
            rows[i] = "\t".join(cells)
        path.write_text("\n".join([heading, *rows]) + "\n")
        return path


class Sample(Labelled):
    def test_spreads_over_the_probability_and_weighs_what_it_left_out(self):
        everything = rows_of(self.sampled("-n", 10000))
        few = rows_of(self.sampled("-n", 12))
        self.assertEqual(len(few), 12)
        self.assertTrue(all(row["label"] == "" for row in few))
        self.assertAlmostEqual(sum(float(row["weight"]) for row in few), len(everything), places=3)
        self.assertGreater(len({int(10 * float(row["probability"])) for row in few}), 1)

    def test_marks_in_both_texts_what_they_share(self):
        copies = [row for row in rows_of(self.sampled("-n", 10000)) if row["verdict"] == "copy"]
        self.assertTrue(copies)
        for row in copies:
            for side in ("text_a", "text_b"):
                self.assertEqual(row[side].count("⟦"), row[side].count("⟧"))
            self.assertIn("⟦", row["text_a"])

    def test_is_the_same_for_a_seed_and_any_number_of_threads(self):
        first = self.sampled("-n", 20, "--threads", 1).read_bytes()
        self.assertEqual(first, self.sampled("-n", 20, "--threads", 3).read_bytes())


class ReadBack(Labelled):
    def test_an_unlabelled_sample_teaches_nothing(self):
        self.assertEqual(run("tune", SAMPLE, "--pairs", self.sampled()).returncode, 2)

    def test_labels_tune_weights_that_judge(self):
        labels = self.labelled(self.sampled("-n", 10000))
        learned = self.folder / "mine.tsv"
        text = self.text_of("tune", SAMPLE, "--pairs", labels, "-o", learned)
        for part in ("Learned from", "a tenth left out", "Brier", "Weights", "fingerprint"):
            self.assertIn(part, text)
        self.assertIn(re.search(r"fingerprint (\w+)", text)[1], learned.read_text())
        with_learned = self.text_of("cluster", SAMPLE, "--matches", "-", "-o", self.folder / "clusters.jsonl", "--coefficients", learned)
        shipped = self.text_of("cluster", SAMPLE, "--matches", "-", "-o", self.folder / "clusters.jsonl")
        probabilities = [[line["probability"] for line in lines(text.encode())] for text in (with_learned, shipped)]
        self.assertTrue(all(0 <= p <= 1 for p in probabilities[1]))
        self.assertNotEqual(*probabilities)

    def test_coefficients_that_were_changed_by_hand_are_refused(self):
        learned = self.folder / "mine.tsv"
        self.text_of("tune", SAMPLE, "--pairs", self.labelled(self.sampled("-n", 10000)), "-o", learned)
        learned.write_text(learned.read_text().replace("min_share\t0.", "min_share\t1.", 1))
        done = run("cluster", SAMPLE, "--coefficients", learned)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"mine.tsv:3", done.stderr)

    def test_evaluate_reads_them(self):
        text = self.text_of("evaluate", SAMPLE, "--pairs", self.labelled(self.sampled("-n", 10000)))
        self.assertRegex(text, r"(?m)^recall +1\.0000")

    def test_evaluate_judges_them_without_each_part_of_the_rule(self):
        text = self.text_of("evaluate", SAMPLE, "--ablate", "--pairs", self.labelled(self.sampled("-n", 10000)))
        self.assertRegex(text, r"(?m)^nothing +\d\.\d{4} +1\.0000 +\d\.\d{4} +0\.0000 ")
        self.assertEqual(len(re.findall(r"(?m)^[a-z' ]+ +(?:\d\.\d{4} +){3}-?\d\.\d{4} ", text)), 10)
        lost = float(re.search(r"(?m)^number conflicts +(?:\S+ +){3}(\S+)", text)[1])
        self.assertGreater(lost, 0)

    def test_certify_states_recall_without_labels_and_precision_with_them(self):
        without = self.text_of("certify", SAMPLE)
        self.assertRegex(without, r"(?m)^recall of the indexes +\d\.\d{4}  \[")
        self.assertIn("precision is not stated", without)
        labels = self.labelled(self.sampled("-n", 10000))
        self.assertRegex(self.text_of("certify", SAMPLE, "--pairs", labels), r"(?m)^precision of the clusters +\d\.\d{4}  \[")


if __name__ == "__main__":
    unittest.main()
