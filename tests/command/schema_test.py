"""Every line that the command writes obeys the schema that the command prints."""

import csv
import io
import json
import unittest

import jsonschema
from running import SAMPLE, InFolder, lines, run


def schema(name):
    printed = run("schema", name)
    assert printed.returncode == 0, printed.stderr
    return json.loads(printed.stdout)


def validator(name):
    found = schema(name)
    jsonschema.Draft202012Validator.check_schema(found)
    return jsonschema.Draft202012Validator(found)


def spoken(value):
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def no_constants(text):
    raise ValueError(f"{text} is no JSON")


class EveryLine(InFolder):
    def obeys(self, name, text):
        found = [json.loads(line, parse_constant=no_constants) for line in text.decode("utf-8").splitlines()]
        self.assertTrue(found, f"no line of {name} was written")
        check = validator(name)
        for line in found:
            self.assertEqual(line["schema"], f"wireprint.{name}/1")
            check.validate(line)
            self.assertEqual(list(line), list(schema(name)["properties"]), "the fields stand in the order of the schema")
        return found

    def test_of_clusters(self):
        found = self.obeys("cluster", run("cluster", SAMPLE, "--format", "jsonl").stdout)
        for cluster in found:
            self.assertEqual(cluster["size"], len(cluster["members"]))
            self.assertIn(cluster["original"], [member["key"] for member in cluster["members"]])
            self.assertEqual(list(cluster["members"][0]), list(schema("cluster")["$defs"]["member"]["properties"]))

    def test_of_singletons(self):
        found = self.obeys("cluster", run("cluster", SAMPLE, "--format", "jsonl", "--singletons").stdout)
        self.assertEqual({1}, {c["size"] for c in found} - {c["size"] for c in lines(run("cluster", SAMPLE, "--format", "jsonl").stdout)})

    def test_of_matches(self):
        path = self.folder / "matches.jsonl"
        run("cluster", SAMPLE, "--matches", path)
        self.assertEqual({"copy"}, {match["verdict"] for match in self.obeys("match", path.read_bytes())})

    def test_of_refused_pairs(self):
        path = self.folder / "matches.jsonl"
        run("cluster", SAMPLE, "--matches", path, "--all")
        self.assertLess({"copy"}, {match["verdict"] for match in self.obeys("match", path.read_bytes())})

    def test_of_articles(self):
        path = self.folder / "articles.jsonl"
        records = [record["key"] for record in self.obeys("article", self.articles(path))]
        with open(SAMPLE, encoding="utf-8") as sample:
            self.assertEqual(len(records), len(sample.readlines()))

    def test_of_records_that_could_not_be_read(self):
        path = self.folder / "articles.jsonl"
        broken = self.file("broken.jsonl", "{", '{"id": 7, "body": ""}')
        run("cluster", broken, SAMPLE, "--articles", path)
        first, second = self.obeys("article", path.read_bytes())[:2]
        self.assertEqual((first["status"], first["key"], first["cluster"]), ("error", None, None))
        self.assertEqual((second["status"], second["key"], second["selected"]), ("empty", 7, True))

    def test_of_what_was_removed(self):
        path = self.folder / "removed.jsonl"
        run("cluster", SAMPLE, "--removed", path)
        as_lines = self.obeys("removed", path.read_bytes())
        run("cluster", SAMPLE, "--removed", self.folder / "removed.csv")
        rows = list(csv.DictReader(io.StringIO((self.folder / "removed.csv").read_bytes().decode("utf-8"), newline=""), strict=True))
        self.assertEqual(rows, [{name: spoken(value) for name, value in line.items()} for line in as_lines])

    def test_of_a_run_s_record(self):
        path = self.folder / "stats.json"
        for more in ([], ["--rule", "jaccard"], ["--window", "3", "--prefer", "dpa", "--dedup", self.folder / "out"]):
            run("cluster", SAMPLE, "--stats", path, *more)
            self.assertEqual(len(self.obeys("stats", path.read_bytes())), 1)

    def test_of_annotations_is_an_object_of_the_schema(self):
        path = self.folder / "notes.jsonl"
        run("cluster", SAMPLE, "--annotate", path)
        check = validator("annotation")
        for line in lines(path.read_bytes()):
            check.validate(line["wireprint"])
            self.assertEqual(list(line["wireprint"]), list(schema("annotation")["properties"]))

    def test_of_rules_and_references(self):
        path = self.folder / "matches.jsonl"
        for more in (["--window", "0", "--all"], ["--across-outlets", "--all"], ["--rule", "jaccard", "--threshold", "0.1"]):
            self.obeys("cluster", run("cluster", SAMPLE, "--format", "jsonl", "--singletons", "--matches", path, *more).stdout)
            self.obeys("match", path.read_bytes())
        with open(SAMPLE, encoding="utf-8") as sample:
            old = self.file("old.jsonl", *sample.read().splitlines()[:20])
        self.obeys("cluster", run("cluster", SAMPLE, "--against", old, "--format", "jsonl").stdout)

    def articles(self, path):
        self.assertEqual(run("cluster", SAMPLE, "--articles", path).returncode, 0)
        return path.read_bytes()

    def test_of_csv_says_the_same_as_the_line(self):
        as_lines = lines(self.articles(self.folder / "articles.jsonl"))
        self.articles(self.folder / "articles.csv")
        as_text = (self.folder / "articles.csv").read_bytes().decode("utf-8")
        rows = list(csv.DictReader(io.StringIO(as_text, newline=""), strict=True))
        self.assertEqual(rows, [{name: spoken(value) for name, value in line.items()} for line in as_lines])
        self.assertEqual(run("cluster", SAMPLE, "--format", "csv").stdout.decode("utf-8"), as_text)


class Passages(InFolder):
    def of(self, unit):
        path = self.folder / f"{unit}.jsonl"
        run("cluster", SAMPLE, "--matches", path, "--offsets", unit)
        return [(match["a"], match["b"], match["passages"]) for match in lines(path.read_bytes())]

    def test_are_the_same_text_in_every_unit(self):
        with open(SAMPLE, encoding="utf-8") as sample:
            bodies = {record["id"]: record.get("body", "") for record in map(json.loads, sample) if "id" in record}
        units = {"bytes": "utf-8", "utf16": "utf-16-le"}
        width = {"bytes": 1, "utf16": 2}
        plain = self.of("codepoints")
        self.assertTrue(any(passages for _, _, passages in plain))
        for unit, encoding in units.items():
            for (a, b, expected), (_, _, found) in zip(plain, self.of(unit), strict=True):
                for text, side in ((bodies[a], "a"), (bodies[b], "b")):
                    coded, w = text.encode(encoding), width[unit]
                    cuts = [coded[p[side][0] * w : p[side][1] * w].decode(encoding) for p in found]
                    self.assertEqual(cuts, [text[slice(*p[side])] for p in expected])

    def test_begin_with_the_same_letters_on_both_sides(self):
        with open(SAMPLE, encoding="utf-8") as sample:
            bodies = {record["id"]: record.get("body", "") for record in map(json.loads, sample) if "id" in record}
        letters = lambda text: "".join(c for c in text.lower() if c.isalnum())[:3]
        for a, b, passages in self.of("codepoints"):
            for passage in passages:
                self.assertEqual(letters(bodies[a][slice(*passage["a"])]), letters(bodies[b][slice(*passage["b"])]))


if __name__ == "__main__":
    unittest.main()
