"""`wireprint bench` measures parameters on a corpus; `fingerprint` writes what they make; a recipe's file carries them."""

import json
import struct
import unittest

import jsonschema

from running import SAMPLE, InFolder, lines, run


class Parameters(InFolder):
    def benched(self, *options):
        news = self.folder / "news.jsonl"
        run("generate", "--articles", 2000, "-o", news)
        return run("bench", news, "--slots", "16,128", "--shingle", "5", "--recall", "0.9,0.99", *options)

    def test_have_a_row_and_a_line_each(self):
        path = self.folder / "bench.jsonl"
        done = self.benched("--json", path)
        self.assertEqual(done.returncode, 0, done.stderr)
        rows = lines(path.read_bytes())
        schema = json.loads(run("schema", "bench").stdout)
        for row in rows:
            jsonschema.validate(row, schema)
        self.assertEqual([(row["slots"], row["recall"]) for row in rows], [(16, 0.9), (16, 0.99), (128, 0.9), (128, 0.99)])
        self.assertTrue(any(row["measured"] is not None and row["measured"] > 0.8 for row in rows), rows)
        for row in rows:
            self.assertIn(f"{row['bands']} x {row['rows']}".encode(), done.stdout)

    def test_are_chosen_under_a_budget_and_written_as_a_recipe(self):
        recipe = self.folder / "chosen.json"
        done = self.benched("--memory-per-article", 100000, "--recipe", recipe)
        self.assertIn(b"The best within 100000 bytes", done.stdout)
        chosen = json.loads(recipe.read_text())
        self.assertEqual(run("cluster", "--recipe", recipe, SAMPLE, "--quiet").returncode, 0)
        prints = self.folder / "prints"
        self.assertEqual(run("fingerprint", SAMPLE, "--recipe", recipe, "-o", prints).returncode, 0)
        self.assertIn(struct.pack("<II", 5, chosen["minhash_slots"]), prints.read_bytes()[:120])

    def test_that_no_one_chose_are_not_written(self):
        self.assertEqual(self.benched("--recipe", self.folder / "recipe.json").returncode, 2)
        self.assertIn(b"No set of parameters fits", self.benched("--memory-per-article", 10).stdout)

    def test_out_of_range_are_a_mistake(self):
        self.assertEqual(run("bench", SAMPLE, "--slots", "100").returncode, 2)
        self.assertEqual(run("bench", self.folder / "none").returncode, 2)


class Fingerprints(InFolder):
    def test_are_as_many_as_the_keys(self):
        prints, keys = self.folder / "prints", self.folder / "keys"
        done = run("fingerprint", SAMPLE, "-o", prints, "--keys", keys)
        self.assertEqual((done.returncode, done.stdout), (0, b""), done.stderr)
        data = prints.read_bytes()
        self.assertEqual(data[:8], b"WPSKETCH")
        self.assertEqual(struct.unpack_from("<IIQ", data, 8), (1, 1, len(data) - 32))
        written = keys.read_text().splitlines()
        self.assertIn("ferry-ap", written)
        at = 24
        for _ in range(2):
            at += 2 + struct.unpack_from("<H", data, at)[0]
        self.assertEqual(struct.unpack_from("<Q", data, at + 8 + 5 * 4)[0], len(written))

    def test_are_the_same_bytes_on_one_thread_and_on_two(self):
        one, two = (run("fingerprint", SAMPLE, "-o", "-", "--threads", n).stdout for n in (1, 2))
        self.assertEqual(one, two)
        self.assertNotEqual(one, run("fingerprint", SAMPLE, "-o", "-", "--slots", 64).stdout)


class ARecipesFile(InFolder):
    def test_is_written_where_there_is_none_and_then_holds(self):
        recipe = self.folder / "recipe.json"
        self.assertEqual(run("cluster", SAMPLE, "--quiet", "--recipe", recipe, "--slots", 64, "--recall", 0.95).returncode, 0)
        written = recipe.read_text()
        self.assertEqual((json.loads(written)["minhash_slots"], json.loads(written)["banding_recall"]), (64, 0.95))
        self.assertEqual(run("cluster", SAMPLE, "--quiet", "--recipe", recipe).returncode, 0)
        refused = run("cluster", SAMPLE, "--quiet", "--recipe", recipe, "--slots", 128)
        self.assertEqual(refused.returncode, 2)
        self.assertIn(b"--slots is 128, but the recipe's file says 64", refused.stderr)
        self.assertEqual(recipe.read_text(), written)

    def test_of_another_normaliser_or_out_of_reach_is_refused(self):
        recipe = self.folder / "recipe.json"
        recipe.write_text('{"schema": "wireprint.recipe/1", "text": "wireprint-text-0"}')
        self.assertEqual(run("cluster", SAMPLE, "--recipe", recipe).returncode, 2)
        self.assertEqual(run("cluster", SAMPLE, "--slots", 16, "--recall", "0.999999999999").returncode, 2)


if __name__ == "__main__":
    unittest.main()
