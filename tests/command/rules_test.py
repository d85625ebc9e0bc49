"""Rules that a user may set: how near in time, across outlets, how much of the story, or resemblance of the whole text alone."""

import itertools
import json
import random
import unittest

from running import SAMPLE, STORY, InFolder, lines, record, run

WORDS = ["boat", "lamp", "river", "stone", "market", "winter", "cart", "bell", "orchard", "field", "roof", "night", "letter", "bridge", "wool", "salt"]


class Linked(InFolder):
    def clusters(self, path, *arguments):
        done = run("cluster", path, "--format", "jsonl", *arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        return [[member["key"] for member in cluster["members"]] for cluster in lines(done.stdout)]

    def days(self, *days, outlets="abcdefghij"):
        return self.file("days.jsonl", *(record(f"k{day:02}", outlet=outlets[i % len(outlets)], published=f"2021-03-{day:02}") for i, day in enumerate(days)))


class Window(Linked):
    def test_links_what_is_near_in_time_and_what_hangs_on_it(self):
        path = self.days(1, 5, 9, 20)
        self.assertEqual(self.clusters(path), [["k01", "k05", "k09", "k20"]])
        self.assertEqual(self.clusters(path, "--window", "4"), [["k01", "k05", "k09"]])
        self.assertEqual(self.clusters(path, "--window", "3"), [])
        self.assertEqual(self.clusters(path, "--window", "11"), [["k01", "k05", "k09", "k20"]])

    def test_does_not_link_what_has_no_date(self):
        path = self.file("in.jsonl", record("a"), record("b", published=""), record("c", outlet="Three"))
        self.assertEqual(self.clusters(path, "--window", "100"), [["a", "c"]])

    def test_shows_only_matches_that_it_permits_and_with_all_the_others_too(self):
        path = self.days(1, 5, 20)
        run("cluster", path, "--window", "4", "--matches", self.folder / "m")
        self.assertEqual([(m["a"], m["b"]) for m in lines((self.folder / "m").read_bytes())], [("k01", "k05")])
        run("cluster", path, "--window", "4", "--matches", self.folder / "m", "--all")
        refused = [m for m in lines((self.folder / "m").read_bytes()) if "beyond_window" in m["reasons"]]
        self.assertTrue(refused)
        self.assertEqual({m["cluster"] for m in refused}, {None})

    def test_changes_nothing_where_it_is_wide(self):
        plain = run("cluster", SAMPLE, "--format", "jsonl").stdout
        dated = [cluster for cluster in self.clusters(SAMPLE)]
        wide = self.clusters(SAMPLE, "--window", "9999")
        undated = "library-plover"
        self.assertEqual(wide, [[key for key in cluster if key != undated] for cluster in dated])
        self.assertIn(undated.encode(), plain)


class AcrossOutlets(Linked):
    def test_links_different_outlets_only(self):
        path = self.file("in.jsonl", record("a1", outlet="A"), record("a2", outlet="A", published="2021-02-26"), record("b", outlet="B", published="2021-02-27"),
                         record("n1", outlet=""), record("n2", outlet=""))
        self.assertEqual(self.clusters(path, "--across-outlets"), [["a1", "a2", "b"]])
        same = self.file("same.jsonl", record("a1", outlet="A"), record("a2", outlet="A"))
        self.assertEqual((self.clusters(same), self.clusters(same, "--across-outlets")), ([["a1", "a2"]], []))

    def test_and_a_window_hold_together(self):
        path = self.days(1, 2, 9, 10, outlets="aabb")
        self.assertEqual(self.clusters(path, "--across-outlets", "--window", "7"), [["k02", "k09"]])

    def test_does_not_depend_on_order_or_threads(self):
        rng = random.Random(3)
        records = [record(f"k{i:03}", outlet=rng.choice("abc"), published=f"2021-03-{rng.randint(1, 28):02}", body=STORY * 2 + WORDS[i % 3] * (i % 2)) for i in range(60)]
        first = self.file("1.jsonl", *records)
        rng.shuffle(records)
        second = self.file("2.jsonl", *records)
        one = run("cluster", first, "--window", "2", "--across-outlets", "--format", "jsonl", "--threads", "1").stdout
        self.assertEqual(one, run("cluster", second, "--window", "2", "--across-outlets", "--format", "jsonl", "--threads", "3").stdout)
        self.assertTrue(one)


class MinShare(Linked):
    def test_asks_for_more_of_the_shorter_story(self):
        half = lambda members: sorted(set(itertools.chain.from_iterable(members)))
        self.assertIn("ferry-ap-2", half(self.clusters(SAMPLE)))
        self.assertNotIn("ferry-ap-2", half(self.clusters(SAMPLE, "--min-share", "0.95")))


class Jaccard(Linked):
    def shingles(self, body, k):
        words = body.lower().split()
        return {tuple(words[i : i + k]) for i in range(max(1, len(words) - k + 1))}

    def expected(self, bodies, threshold, k):
        parent = {key: key for key in bodies}
        find = lambda key: key if parent[key] == key else find(parent[key])
        pairs = set()
        for a, b in itertools.combinations(sorted(bodies), 2):
            x, y = self.shingles(bodies[a], k), self.shingles(bodies[b], k)
            if len(x & y) >= threshold * len(x | y) - 1e-9:
                pairs.add((a, b))
                parent[find(b)] = find(a)
        groups = {}
        for key in sorted(bodies):
            groups.setdefault(find(key), []).append(key)
        return pairs, sorted(group for group in groups.values() if len(group) > 1)

    def test_finds_every_pair_above_the_threshold_and_no_other(self):
        rng = random.Random(11)
        bodies = {}
        for i in range(40):
            words = [rng.choice(WORDS) for _ in range(rng.randint(1, 30))]
            for j in range(4):
                for _ in range(j):
                    words[rng.randrange(len(words))] = rng.choice(WORDS)
                bodies[f"k{i:02}{j}"] = " ".join(words)
        path = self.file("in.jsonl", *(json.dumps({"id": key, "outlet": "One", "body": body}) for key, body in bodies.items()))
        for threshold, k in ((0.8, 5), (0.5, 3), (0.3, 2), (1.0, 1), (0.05, 1)):
            found = self.clusters(path, "--rule", "jaccard", "--threshold", threshold, "--shingle", k, "--matches", self.folder / "m")
            pairs, groups = self.expected(bodies, threshold, k)
            self.assertEqual(sorted(map(sorted, found)), groups, (threshold, k))
            matches = lines((self.folder / "m").read_bytes())
            self.assertLessEqual({(m["a"], m["b"]) for m in matches}, pairs)
            for match in matches:
                x, y = self.shingles(bodies[match["a"]], k), self.shingles(bodies[match["b"]], k)
                self.assertAlmostEqual(match["jaccard_all"], len(x & y) / len(x | y), delta=0.00005)
                self.assertEqual(match["reasons"], ["jaccard_reached"])

    def test_takes_no_furniture_off_and_asks_no_date(self):
        page = "Read more: Storm closes schools along the coast"
        path = self.file("in.jsonl", record("a", body=page), record("b", body=page, published="2011-01-01"), record("c", body=page + " again and again"))
        self.assertEqual(self.clusters(path), [])
        self.assertEqual(self.clusters(path, "--rule", "jaccard"), [["b", "a"]])

    def test_deduplicates_and_compares_with_references(self):
        old = self.file("old.jsonl", record("o"))
        new = self.file("new.jsonl", record("n", outlet="Two"), record("x", body="Quite another text stands here, of nine words."))
        run("cluster", new, "--against", old, "--rule", "jaccard", "--dedup", self.folder / "out", "-o", "/dev/null")
        self.assertEqual([line["id"] for line in lines((self.folder / "out").read_bytes())], ["x"])


class OptionsThatWouldDoNothing(InFolder):
    def test_are_refused_with_what_they_need(self):
        path = self.file("in.jsonl", record("a"))
        for arguments, reason in ((["--threshold", "0.5"], b"--rule jaccard"), (["--rule", "jaccard", "--window", "3"], b"--rule story"),
                                  (["--keep", "latest"], b"--dedup"), (["--all"], b"--matches"), (["--rule", "jaccard", "--threshold", "0"], b"above 0"), (["--window", "-1"], b"--window")):
            done = run("cluster", path, *arguments)
            self.assertEqual(done.returncode, 2, arguments)
            self.assertIn(reason, done.stderr)


if __name__ == "__main__":
    unittest.main()
