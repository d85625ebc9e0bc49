"""An archive grows night by night, and is followed, exported and mended."""

import json
import unittest

import jsonschema
from archive_running import Follower, InArchive, article, members, newsroom, story
from running import SAMPLE, lines, run


class ANight(InArchive):
    def test_tells_what_is_new_and_what_joined_which_cluster(self):
        body = story("ferry")
        first = self.night(article("a", body), article("b", story("mill")))
        self.assertEqual([(e["event"], e["key"], e["cluster"]) for e in first], [("new", "a", None), ("new", "b", None)])
        second = self.night(article("c", body, outlet="Coast Courier", day=2))
        came = [e for e in second if e["key"] == "c"]
        self.assertEqual([(e["event"], e["cluster"], e["original"], e["role"]) for e in came], [("joined", "a", "a", "verbatim")])
        self.assertEqual(members(self.exported()), {"a": {"a", "c"}})

    def test_is_not_read_from_the_folder_that_the_archive_lies_in(self):
        path = self.file("night.jsonl", article("a", story("ferry")))
        for archive in (self.folder / "archive", self.folder):
            done = run("add", "--archive", archive, self.folder)
            self.assertEqual((done.returncode, self.names()), (2, [path.name]))
            self.assertIn(b"which is read", done.stderr)

    def test_that_comes_twice_changes_nothing(self):
        night = newsroom("twice", nights=1)[0]
        self.night(*night)
        before, changes = self.exported(), self.of_archive("changes", "--since", "0")
        again = self.night(*night)
        self.assertEqual({e["event"] for e in again}, {"unchanged"})
        self.assertEqual({e["seq"] for e in again}, {None})
        self.assertEqual((self.exported(), self.of_archive("changes", "--since", "0")), (before, changes))

    def test_has_a_report_for_people(self):
        body = story("ferry")
        self.night(article("a", body), article("b", story("mill")))
        path = self.file("night.jsonl", article("c", body, outlet="Coast Courier", day=2), article("d", story("canal"), day=2), "{")
        text = self.add(path, "--format", "text", code=4).stdout.decode()
        self.assertIn("3 records came: 2 new articles, 0 newer versions, 0 known already, 1 without a story or unreadable.", text)
        self.assertIn("1 story of the archive was printed again by 1 article", text)
        self.assertIn("  1 + 1  Story a", text)
        self.assertIn("Coast Courier", text)

    def test_gives_the_same_clusters_in_one_batch_or_many(self):
        nights = newsroom("batches")
        for number, night in enumerate(nights):
            self.night(*night, name=f"{number}.jsonl")
        whole = self.folder / "whole"
        self.add(self.file("all.jsonl", *(line for night in nights for line in night)), archive=whole)
        small = self.folder / "small"
        self.add(self.file("all.jsonl", *(line for night in nights for line in night)), "--batch", 3, archive=small)
        once = lines(run("cluster", "--format", "jsonl", self.folder / "all.jsonl").stdout)
        apart = [sorted(map(sorted, members(found).values())) for found in (self.exported(), self.exported(whole), self.exported(small), once)]
        self.assertGreater(len(apart[0]), 3)
        self.assertEqual(apart, [apart[0]] * 4)

    def test_keeps_an_older_version_readable_and_judges_the_newer(self):
        self.night(article("a", story("first")))
        told = self.night(article("a", story("second"), day=2))
        self.assertEqual([e["event"] for e in told], ["version"])
        kept = lines(self.of_archive("export", "articles", "--bodies"))
        self.assertEqual([(r["id"], r["version"], r["body"]) for r in kept], [("a", 1, story("first")), ("a", 2, story("second"))])
        self.assertIn(b"2 versions", self.of_archive("history", "a"))
        [answer] = self.check(article("x", story("second"), day=3))
        self.assertEqual([(m["key"], m["version"]) for m in answer["matches"] if m["verdict"] == "copy"][:1], [("a", 2)])

    def test_names_unreadable_records_and_goes_on(self):
        done = self.add(self.file("in.jsonl", article("a", story("a")), "{", article("b", story("b"))), code=4)
        self.assertIn(b"in.jsonl:2: ", done.stderr)
        self.assertEqual([e["event"] for e in lines(done.stdout)].count("skipped"), 1)

    def test_of_no_readable_input_ends_with_2(self):
        self.add(self.folder / "absent.jsonl", code=2)

    def test_writes_articles_and_matches_as_cluster_does(self):
        self.night(article("a", story("ferry")))
        path = self.file("tonight.jsonl", article("b", story("ferry"), day=2), article("c", story("mill"), day=2), article("d", story("mill"), day=3))
        articles, matches = self.folder / "articles.jsonl", self.folder / "matches.jsonl"
        unsaid = self.folder / "unsaid.jsonl"
        self.add(path, "--articles", articles, "--matches", matches, "--dedup", unsaid)
        self.assertEqual([r["id"] for r in lines(unsaid.read_bytes())], ["c"])
        rows = [json.loads(line) for line in articles.read_text().splitlines()]
        self.assertEqual([(r["key"], r["cluster"], r["role"], r["selected"]) for r in rows],
                         [("b", "a", "verbatim", False), ("c", "c", "original", True), ("d", "c", "verbatim", False)])
        pairs = [json.loads(line) for line in matches.read_text().splitlines()]
        self.assertEqual([(p["a"], p["b"], p["verdict"]) for p in pairs], [("a", "b", "copy"), ("c", "d", "copy")])
        self.assertTrue(all(p["passages"] for p in pairs))


class Changes(InArchive):
    def test_are_enough_for_another_database_after_every_night(self):
        follower, live = Follower(), Follower()
        for number, night in enumerate(newsroom("follow", nights=8, stories=14)):
            live.follow(e for e in self.night(*night, name=f"{number}.jsonl") if e["seq"] is not None)
            follower.follow(lines(self.of_archive("changes", "--since", follower.seq)))
            self.assertEqual(follower.clusters(), members(self.exported()))
            self.assertEqual(live.cluster_of, follower.cluster_of)
        self.assertGreater(len(follower.clusters()), 4)
        gone = sorted(follower.cluster_of)[::3]
        self.of_archive("remove", *gone)
        follower.follow(lines(self.of_archive("changes", "--since", follower.seq)))
        self.assertEqual(follower.clusters(), members(self.exported()))


class Removal(InArchive):
    def test_mends_the_cluster_and_leaves_no_trace(self):
        body = story("ferry")
        self.night(article("a", body), article("b", body, outlet="B", day=2), article("c", body, outlet="C", day=3), article("z", story("z")))
        self.of_archive("remove", "a")
        self.assertEqual([member for member in members(self.exported()).values()], [{"b", "c"}])
        self.assertIn(b"a is gone", self.of_archive("verify", "--gone", "a"))
        self.of_archive("verify", "--gone", "b", code=1)
        self.assertNotIn("a", [r["id"] for r in lines(self.of_archive("export", "articles", "--bodies"))])

    def test_gives_what_one_batch_of_the_rest_gives(self):
        night = [line for each in newsroom("removal", stories=12) for line in each]
        self.night(*night)
        keys = [json.loads(line)["id"] for line in night]
        gone = set(keys[::3])
        self.of_archive("remove", "--keys", self.file("keys", *gone))
        rest = self.folder / "rest"
        self.add(self.file("rest.jsonl", *(line for line in night if json.loads(line)["id"] not in gone)), archive=rest)
        self.assertEqual(sorted(map(sorted, members(self.exported()).values())), sorted(map(sorted, members(self.exported(rest)).values())))

    def test_by_date_and_outlet_takes_what_a_licence_covers(self):
        self.night(article("old", story("a"), outlet="Ended", day=1), article("new", story("b"), outlet="Ended", day=9), article("other", story("c"), outlet="Other", day=1))
        self.of_archive("remove", "--before", "2021-03-05", "--outlet", "Ended")
        self.assertEqual([r["id"] for r in lines(self.of_archive("export", "articles", "--bodies"))], ["new", "other"])

    def test_of_the_text_alone_leaves_the_cluster(self):
        body = story("ferry")
        self.night(article("a", body), article("b", body, outlet="B", day=2))
        self.of_archive("remove", "a", "--text-only")
        self.assertEqual(members(self.exported()), {"a": {"a", "b"}})
        self.assertEqual([r["body"] is None for r in lines(self.of_archive("export", "articles", "--bodies"))], [True, False])


class Rebuilt(InArchive):
    def test_an_archive_keeps_keys_versions_ids_aliases_and_history(self):
        body = story("ferry")
        half, other = " ".join(body.split()[:60]), " ".join(body.split()[60:])
        self.night(article("a", half, day=1), article("a2", half, outlet="B", day=1), article("b", other, outlet="C", day=1), article("b2", other, outlet="D", day=1))
        self.night(article("z", story("z")), name="z.jsonl")
        self.night(article("whole", body, outlet="E", day=2), article("z", story("changed"), day=2), name="joins.jsonl")
        self.night(article("early", half, outlet="F", day=1, hour=1), name="early.jsonl")
        new = self.folder / "new"
        self.of_archive("rebuild", "--to", new)
        for part in (["export", "clusters"], ["export", "articles"], ["export", "articles", "--bodies"]):
            self.assertEqual(self.of_archive(*part, archive=new), self.of_archive(*part))
        for cluster in self.exported():
            now, before = (self.of_archive("history", cluster["cluster"], archive=archive).splitlines() for archive in (new, self.archive))
            self.assertEqual(now[0], before[0])
            self.assertLessEqual(set(before), set(now))
        follower = Follower()
        follower.follow(lines(self.of_archive("changes", "--since", "0", archive=new)))
        self.assertEqual(follower.clusters(), members(self.exported(new)))

    def test_to_a_folder_that_holds_one_is_refused(self):
        self.add(SAMPLE)
        self.of_archive("rebuild", "--to", self.archive, code=2)
        other = self.folder / "other"
        self.add(SAMPLE, archive=other)
        self.of_archive("rebuild", "--to", other, code=2)


class Lines(InArchive):
    def test_obey_their_schemas(self):
        path = self.folder / "articles.jsonl"
        events = lines(self.add(SAMPLE, "--articles", path).stdout) + self.night(article("a", story("a")), "{", code=4) + self.night(article("a", story("a")))
        found = {"event": events, "article": lines(path.read_bytes()) + lines(self.of_archive("export", "articles")), "cluster": self.exported(),
                 "record": lines(self.of_archive("export", "articles", "--bodies"))}
        for name, some in found.items():
            printed = json.loads(run("schema", name).stdout)
            self.assertTrue(some)
            for line in some:
                jsonschema.Draft202012Validator(printed).validate(line)
                self.assertEqual(list(line), list(printed["properties"]))

    def test_of_clusters_are_those_of_one_run_but_for_ids(self):
        self.add(SAMPLE)
        once = lines(run("cluster", "--format", "jsonl", SAMPLE).stdout)
        bare = lambda clusters: [{**c, "cluster": None} for c in clusters]
        self.assertEqual(bare(self.exported()), bare(once))


class Upkeep(InArchive):
    def test_an_archive_that_is_not_there_is_said_to_be_missing(self):
        for part in (["inspect"], ["export", "clusters"], ["changes", "--since", "0"], ["verify"], ["history", "a"]):
            self.of_archive(*part, code=2)
        self.assertEqual(self.names(), [])

    def test_is_whole_and_tells_what_it_holds(self):
        self.add(SAMPLE)
        self.assertEqual(self.of_archive("verify"), b"whole\n")
        text = self.of_archive("inspect").decode()
        self.assertRegex(text, r"(?m)^articles +\d+, \d+ versions")
        self.assertRegex(text, r"(?m)^clusters +6 of two and more, which hold 21 articles")
        self.assertRegex(text, r"(?m)^last event +[1-9]")

    def test_a_snapshot_is_the_same_archive(self):
        self.add(SAMPLE)
        copy = self.folder / "copy"
        self.of_archive("snapshot", "--to", copy)
        self.assertEqual(self.exported(copy), self.exported())
        self.night(article("later", story("later")))
        self.assertEqual(self.of_archive("verify", archive=copy), b"whole\n")

    def test_compaction_changes_nothing_that_is_seen(self):
        self.add(SAMPLE)
        before = self.exported()
        self.of_archive("compact")
        self.assertEqual(self.exported(), before)


if __name__ == "__main__":
    unittest.main()
