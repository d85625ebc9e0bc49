"""`wireprint check` and `add --each` answer line by line, for programs that hold them open."""

import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

import jsonschema
from archive_running import InArchive, Talk, article, newsroom, story
from running import COMMAND, SAMPLE, lines, run


class Answers(InArchive):
    def setUp(self):
        super().setUp()
        self.ferry = story("ferry")
        self.night(article("a", self.ferry), article("b", story("mill"), outlet="Mill Post"))

    def test_come_one_for_each_line_in_order_also_for_a_bad_one(self):
        asked = [article("x", self.ferry, outlet="X", day=2), "{", "", article("y", story("new")), "[1]", article("z", ""), "\x00\x01"]
        answers = self.check(*asked, arguments=["--max-bad", "100%"])
        self.assertEqual([a["line"] for a in answers], [1, 2, 3, 4, 5, 6, 7])
        self.assertEqual([a["status"] for a in answers], ["ok", "error", "error", "ok", "error", "empty", "error"])
        self.assertEqual([a["verdict"] for a in answers], ["copy", None, None, "different", None, None, None])
        self.assertTrue(all((a["error"] is not None) == (a["status"] == "error") for a in answers))

    def test_say_what_is_known_and_where(self):
        [answer] = self.check(article("x", self.ferry + " " + story("own", 40), outlet="X", day=2))
        [match] = answer["matches"]
        self.assertEqual((match["key"], match["verdict"], match["role"], match["kept"], match["lag_days"]), ("a", "copy", "extended", 1.0, 1))
        self.assertAlmostEqual(answer["known_share"], 120 / 160, delta=0.02)
        body = json.loads(article("a", self.ferry))["body"]
        [passage] = match["passages"]
        self.assertEqual(body[slice(*passage["a"])].split(), (self.ferry + " ")[slice(*passage["b"])].split())

    def test_obey_the_schema(self):
        printed = json.loads(run("schema", "check").stdout)
        for answer in self.check(article("x", self.ferry, day=2), "{", article("y", story("new")), arguments=["--max-bad", "9"]):
            jsonschema.Draft202012Validator(printed).validate(answer)
            self.assertEqual(list(answer), list(printed["properties"]))

    def test_leave_the_articles_own_key_out(self):
        [answer] = self.check(article("a", self.ferry))
        self.assertEqual((answer["matches"], answer["verdict"]), ([], "different"))

    def test_are_not_given_where_only_reading_is_asked_for(self):
        said = run("check", "--archive", self.archive, "--dry-run", self.file("asked.jsonl", article("x", self.ferry)))
        self.assertEqual(said.returncode, 0)
        self.assertIn(b"body       body (1)", said.stdout)
        self.assertEqual(run("check", "--archive", self.archive, "--force", "-").returncode, 2)  # it would do nothing

    def test_change_nothing(self):
        before = {path: path.stat().st_mtime_ns for path in self.archive.rglob("*")}
        self.check(article("x", self.ferry, day=2))
        self.assertEqual({path: path.stat().st_mtime_ns for path in self.archive.rglob("*")}, before)

    def test_can_make_the_command_fail_and_that_goes_before_bad_lines(self):
        copy, new = article("x", self.ferry, day=2), article("y", story("new"))
        self.check(copy, "{", arguments=["--fail-on-match"], code=1)
        self.check(new, arguments=["--fail-on-match"])
        self.check(new, "{", arguments=["--fail-on-match"], code=4)
        self.check(copy)

    def test_are_as_many_and_as_near_as_was_asked_for(self):
        self.night(*(article(f"p{i}", self.ferry, outlet=f"P{i}", day=2) for i in range(6)), name="prints.jsonl")
        asked = article("x", self.ferry, outlet="X", day=3)
        self.assertEqual(len(self.check(asked)[0]["matches"]), 7)
        [few] = self.check(asked, arguments=["--top", "3"])
        self.assertEqual((len(few["matches"]), few["others"]), (3, [{"cluster": "a", "articles": 4}]))
        part = article("y", " ".join(self.ferry.split()[:30]) + " " + story("own", 170), day=3)
        self.assertEqual(self.check(part, arguments=["--min", "0.9"])[0]["matches"], [])

    def test_go_with_lines_of_all_figures(self):
        path = self.folder / "matches.jsonl"
        self.check(article("x", self.ferry, day=2), arguments=["--matches", path])
        [match] = lines(path.read_bytes())
        jsonschema.validate(match, json.loads(run("schema", "match").stdout))
        self.assertEqual((match["a"], match["b"], match["lag_days"]), ("a", "x", 1))

    def test_go_with_what_adding_them_would_make_of_each_and_nothing_is_stored(self):
        asked = [article("x", self.ferry, outlet="X", day=2), "{", article("n1", story("new"), day=3), article("n2", story("new"), outlet="N", day=3), article("z", "")]
        articles, kept = self.folder / "articles.jsonl", self.folder / "kept.jsonl"
        before = self.of_archive("inspect"), self.exported()
        self.check(*asked, arguments=["--articles", articles, "--dedup", kept, "--max-bad", "9"])
        self.assertEqual((self.of_archive("inspect"), self.exported()), before)
        told = lines(articles.read_bytes())
        self.assertEqual([(a["key"], a["status"], a["cluster"], a["original"], a["selected"]) for a in told],
                         [("x", "ok", "a", "a", False), (None, "error", None, None, True), ("n1", "ok", "n1", "n1", True), ("n2", "ok", "n1", "n1", False), ("z", "empty", None, None, True)])
        self.assertEqual(kept.read_text().splitlines(), [asked[1], asked[2], asked[4]])
        added_articles, added_kept = self.folder / "added.jsonl", self.folder / "added-kept.jsonl"
        self.add(self.file("asked.jsonl", *asked), "--articles", added_articles, "--dedup", added_kept, "--max-bad", "9")
        self.assertEqual((articles.read_bytes(), kept.read_bytes()), (added_articles.read_bytes(), added_kept.read_bytes()))

    def test_with_a_file_beside_them_can_be_asked_for_through_a_pipe(self):
        kept = self.folder / "kept.jsonl"
        with Talk("check", "--archive", self.archive, "-", "--dedup", kept) as talk:
            talk.say(article("x", self.ferry, outlet="X", day=2), article("y", story("new")))
            code, answers = talk.end()
        self.assertEqual((code, [a["verdict"] for a in answers]), (0, ["copy", "different"]))
        self.assertEqual([r["id"] for r in lines(kept.read_bytes())], ["y"])

    def test_come_before_the_next_line_is_sent(self):
        with Talk("check", "--archive", self.archive, "-") as talk:
            for number in range(5):
                self.assertEqual(talk.ask(article(f"x{number}", self.ferry, day=2))["verdict"], "copy")
            self.assertEqual(talk.ask("{")["status"], "error")
            self.assertEqual(talk.ask("")["status"], "error")
            self.assertEqual(talk.end(), (4, []))

    def test_see_what_another_process_stored_a_second_ago(self):
        with Talk("check", "--archive", self.archive, "-") as talk:
            self.assertEqual(talk.ask(article("x", story("late"), day=3))["verdict"], "different")
            self.night(article("n", story("late"), day=2), name="late.jsonl")
            deadline = time.monotonic() + 20
            while (verdict := talk.ask(article("x", story("late"), day=3))["verdict"]) != "copy" and time.monotonic() < deadline:
                time.sleep(0.1)
            self.assertEqual(verdict, "copy")


class WithoutTexts(InArchive):
    def test_shares_are_estimates_with_their_bounds_from_end_to_end(self):
        ferry = story("ferry", 400)
        self.add("--no-text", self.file("night.jsonl", article("a", ferry), article("b", ferry, outlet="B", day=2), article("m", story("mill", 400))))
        self.assertEqual([sorted(m["key"] for m in c["members"]) for c in self.exported()], [["a", "b"]])
        [answer] = self.check(article("x", " ".join(ferry.split()[:300]), outlet="X", day=3))
        jsonschema.Draft202012Validator(json.loads(run("schema", "check").stdout)).validate(answer)
        self.assertEqual((answer["verdict"], sorted(m["key"] for m in answer["matches"])), ("copy", ["a", "b"]))
        for match in answer["matches"]:
            low, high = match["kept_bounds"]
            self.assertTrue(match["estimated"] and low <= match["kept"] <= high and low <= 0.75 <= high, match)
            self.assertEqual((match["probability"], match["headline"], match["passages"]), (None, None, []))
        for path in self.archive.rglob("*"):
            self.assertNotIn(ferry.split()[7].encode(), path.read_bytes() if path.is_file() else b"")
        done = run("archive", "rebuild", "--archive", self.archive, "--to", self.folder / "new")
        self.assertNotEqual(done.returncode, 0)


class Refused(InArchive):
    """What cannot be read as it stands ends with 3, and the message says what is wrong."""

    def test_of_another_version_is_named_with_both(self):
        old = Path(SAMPLE).parent / "archive-v1"
        for command in (["check", "--archive", old, SAMPLE], ["archive", "inspect", "--archive", old], ["add", "--archive", self.folder / "copy", SAMPLE]):
            if command[0] == "add":
                shutil.copytree(old, self.folder / "copy")
            done = run(*command)
            self.assertEqual(done.returncode, 3, done.stderr)
            self.assertIn(b"version 1; this library reads 2 to 3", done.stderr)
            self.assertIn(b"archive export articles --bodies", done.stderr)

    def test_of_other_rules_is_told_to_be_rebuilt(self):
        other = Path(SAMPLE).parent / "archive-v2"
        done = run("check", "--archive", other, SAMPLE)
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertIn(b"archive rebuild", done.stderr)

    def test_that_is_damaged_is_said_to_be(self):
        self.add(SAMPLE)
        told = self.archive / "archive.id"
        told.write_bytes(told.read_bytes()[:-1] + b"?")
        for command in (["check", "--archive", self.archive, SAMPLE], ["add", "--archive", self.archive, SAMPLE], ["archive", "verify", "--archive", self.archive]):
            done = run(*command)
            self.assertEqual(done.returncode, 3, done.stderr)
            self.assertIn(b"archive.id is not as its checksum says", done.stderr)


class AsTheyArrive(InArchive):
    def each(self, *arguments):
        return Talk("add", "--each", "--archive", self.archive, *arguments, "-")

    def test_the_second_of_two_copies_in_a_row_names_the_first(self):
        body = story("ferry")
        with self.each() as talk:
            talk.say(article("a", body), article("b", body, outlet="B", day=2))
            first, second = talk.hear(), talk.hear()
        self.assertEqual((first["verdict"], first["matches"]), ("different", []))
        self.assertEqual((second["verdict"], [m["key"] for m in second["matches"]]), ("copy", ["a"]))
        self.assertEqual((second["cluster"], second["original"]), ("a", "a"))

    def test_what_was_answered_is_there_after_a_kill(self):
        with self.each() as talk:
            self.assertEqual(talk.ask(article("a", story("ferry")))["status"], "ok")
            talk.process.kill()
        self.assertEqual(self.of_archive("verify"), b"whole\n")
        self.assertEqual([r["id"] for r in lines(self.of_archive("export", "articles", "--bodies"))], ["a"])

    def test_ctrl_c_ends_with_130_and_leaves_the_archive_whole(self):
        with self.each() as talk:
            talk.ask(article("a", story("ferry")))
            talk.process.send_signal(signal.SIGINT)
            self.assertEqual(talk.process.wait(), 130)
        self.assertEqual(self.of_archive("verify"), b"whole\n")

    def test_bad_lines_are_answered_and_nothing_of_them_is_stored(self):
        with self.each() as talk:
            self.assertEqual([talk.ask(text)["status"] for text in ("{", "", article("a", story("ferry")))], ["error", "error", "ok"])
            self.assertEqual(talk.end(), (4, []))
        self.assertEqual(len(lines(self.of_archive("export", "articles", "--bodies"))), 1)

    def test_articles_one_at_a_time_give_the_clusters_of_one_batch(self):
        night = [line for each in newsroom("each") for line in each]
        with self.each() as talk:
            talk.say(*night)
            code, answers = talk.end()
        self.assertEqual((code, len(answers)), (0, len(night)))
        whole = self.folder / "whole"
        self.add(self.file("all.jsonl", *night), archive=whole)
        apart = [sorted(sorted(m["key"] for m in c["members"]) for c in self.exported(archive)) for archive in (self.archive, whole)]
        self.assertEqual(apart[0], apart[1])


class OtherWriters(InArchive):
    def test_are_refused_with_the_first_ones_number_and_readers_are_not(self):
        with Talk("add", "--each", "--archive", self.archive, "-") as talk:
            talk.ask(article("a", story("ferry")))
            done = self.add(self.file("in.jsonl", article("b", story("mill"))), code=5)
            self.assertIn(str(talk.process.pid).encode(), done.stderr)
            self.assertEqual(len(self.check(article("x", story("new")))), 1)
            talk.end()
        self.add(self.folder / "in.jsonl")

    def test_are_waited_for_as_long_as_was_said(self):
        with Talk("add", "--each", "--archive", self.archive, "-") as talk:
            talk.ask(article("a", story("ferry")))
            path = self.file("in.jsonl", article("b", story("mill")))
            waiting = subprocess.Popen([COMMAND, "add", "--archive", self.archive, "--wait", "60", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            self.assertIn(str(talk.process.pid).encode(), waiting.stderr.readline())
            talk.end()
            said = waiting.communicate()
        self.assertEqual(waiting.returncode, 0, said)
        self.assertEqual(len(lines(self.of_archive("export", "articles", "--bodies"))), 2)


class Killed(InArchive):
    def test_nights_carry_on_and_end_as_an_unbroken_one(self):
        night = self.file("night.jsonl", *(line for each in newsroom("killed", stories=30) for line in each))
        arguments = [COMMAND, "add", "-q", "--batch", "5", "--archive", self.archive, night]
        for delay in (0.02, 0.05, 0.1, 0.2, 0.4):
            started = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(delay)
            started.kill()
            started.wait()
        self.add("--batch", 5, night)
        unbroken = self.folder / "unbroken"
        self.add("--batch", 5, night, archive=unbroken)
        for part in (["export", "clusters"], ["export", "articles"], ["changes", "--since", "0"]):
            self.assertEqual(self.of_archive(*part), self.of_archive(*part, archive=unbroken))


class FullDisk(InArchive):
    def test_ends_with_5_and_nothing_is_damaged(self):
        if os.geteuid() != 0:
            self.skipTest("mounting a small disk needs root")
        small = Path(tempfile.mkdtemp(dir=self.folder))
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", small], stderr=subprocess.DEVNULL).returncode != 0:
            self.skipTest("this system does not let tests mount a disk")
        self.addCleanup(subprocess.run, ["umount", small])
        self.archive = small / "archive"
        self.night(article("a", story("ferry")))
        before = self.exported()
        many = self.file("many.jsonl", *(article(f"k{i}", story(i, 1500), day=2) for i in range(1500)))
        done = self.add(many, code=5)
        self.assertIn(b"No space left", done.stderr)
        self.assertEqual(self.of_archive("verify"), b"whole\n")
        self.assertEqual(self.exported(), before)
        self.assertEqual([r["id"] for r in lines(self.of_archive("export", "articles", "--bodies"))], ["a"])


class OutputOnAFullDisk(InArchive):
    def test_of_answers_ends_with_5(self):
        self.add(SAMPLE)
        with open("/dev/full", "wb") as full:
            done = subprocess.run([COMMAND, "check", "--archive", self.archive, SAMPLE], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 5, done.stderr)


if __name__ == "__main__":
    unittest.main()
