"""How the command ends, and what it says then."""

import json
import os
import pty
import re
import subprocess
import unittest

from running import COMMAND, SAMPLE, STORY, InFolder, lines, record, run


def on_a_terminal(*arguments):
    """The exit code and what was said, where standard error is a terminal."""
    ours, theirs = pty.openpty()
    command = subprocess.Popen([COMMAND, *arguments], stdin=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    said = b""
    try:
        while more := os.read(ours, 4096):
            said += more
    except OSError:  # so Linux says that the other side has ended
        pass
    os.close(ours)
    return command.wait(), said.decode()


class Usage(InFolder):
    def test_that_is_wrong_ends_with_2_on_standard_error(self):
        wrong = [(), ("nonsense",), ("cluster",), ("cluster", SAMPLE, "--format", "xml"), ("cluster", SAMPLE, "--threads", "-1"),
                 ("cluster", SAMPLE, "--max-bad", "many"), ("schema", "nonsense"), ("explain", SAMPLE),
                 ("explain", SAMPLE, "--key", "a", "--key", "b", "--key", "c")]
        for arguments in wrong:
            done = run(*arguments)
            self.assertEqual((done.returncode, done.stdout), (2, b""), arguments)
            self.assertTrue(done.stderr.strip(), arguments)

    def test_is_told_on_standard_output(self):
        for arguments in (("--help",), ("cluster", "--help"), ("explain", "--help"), ("--version",)):
            done = run(*arguments)
            self.assertEqual((done.returncode, done.stderr), (0, b""), arguments)
            self.assertTrue(done.stdout, arguments)


class Inputs(InFolder):
    def test_none_of_which_can_be_read_end_with_2(self):
        done = run("cluster", self.folder / "a", self.folder / "b")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"No such file", done.stderr)

    def test_one_of_which_cannot_be_read_end_with_4_and_the_others_are_clustered(self):
        done = run("cluster", self.folder / "absent", SAMPLE)
        self.assertEqual((done.returncode, done.stdout), (4, run("cluster", SAMPLE).stdout))
        self.assertIn(b"absent", done.stderr)

    def test_from_standard_input_are_read(self):
        with open(SAMPLE, "rb") as sample:
            self.assertEqual(run("cluster", "-", stdin=sample).stdout, run("cluster", SAMPLE).stdout)

    def test_without_a_copy_end_well(self):
        done = run("cluster", self.file("one.jsonl", record("a")))
        self.assertEqual((done.returncode, done.stdout), (0, b"No story was printed twice among 1 article.\n"))


class BadRecords(InFolder):
    def test_are_named_with_file_line_and_reason_and_end_with_4(self):
        path = self.file("in.jsonl", record("a"), "{", record("b"))
        done = run("cluster", path, "--format", "jsonl")
        self.assertEqual(done.returncode, 4)
        self.assertRegex(done.stderr.decode(), re.escape(f"{path}:2: ") + r"\S")
        self.assertEqual([cluster["size"] for cluster in lines(done.stdout)], [2])

    def test_are_allowed_up_to_a_number_or_a_share(self):
        path = self.file("in.jsonl", record("a"), "{", record("b"), "[")
        for limit, code in (("0", 4), ("1", 4), ("2", 0), ("49%", 4), ("50%", 0)):
            self.assertEqual(run("cluster", path, "--max-bad", limit).returncode, code, limit)

    def test_are_said_with_the_options_that_may_help(self):
        path = self.file("in.jsonl", record("a"), "{", json.dumps({"body": STORY * 40}))
        said = run("cluster", path, "--max-record", "2KiB").stderr
        for option in (b"--from", b"--body-field", b"--max-record", b"--max-bad"):
            self.assertEqual(said.count(option), 1, said)
        self.assertNotIn(b"--max-bad", run("cluster", path, "--max-bad", "2").stderr)
        self.assertNotIn(b"--", run("cluster", self.file("in.jsonl", record("a"))).stderr)

    def test_in_a_flood_are_counted_and_all_named_in_a_file(self):
        path = self.file("in.jsonl", *["{"] * 50, record("a"))
        named = self.folder / "errors"
        done = run("cluster", path, "--errors", named)
        self.assertEqual(done.stderr.count(b"in.jsonl:"), 20)
        self.assertIn(b"... and 30 more", done.stderr)
        self.assertEqual([f"{path}:{i}: " in line for i, line in enumerate(named.read_text().splitlines(), 1)], [True] * 50)

    def test_cannot_steer_the_terminal(self):
        done = run("cluster", self.file("in.jsonl", '{"\x1b[31m": '), self.file("\x1b[31m", "{"))
        self.assertNotIn(b"\x1b", done.stderr)

    def test_that_are_only_empty_or_undated_change_nothing(self):
        self.assertEqual(run("cluster", self.file("in.jsonl", record("a", body=""), record("b", published=""))).returncode, 0)


class Summary(InFolder):
    def test_goes_to_standard_error_unless_it_is_not_wanted(self):
        self.assertIn(b" records read in ", run("cluster", SAMPLE).stderr)
        self.assertEqual(run("cluster", SAMPLE, "--quiet").stderr, b"")

    def test_comes_without_a_bar_when_nobody_watches(self):
        many = self.file("many.jsonl", *(record(f"k{i}") for i in range(2000)))
        self.assertNotIn(b"\r", run("cluster", many).stderr)

    def test_comes_after_a_bar_that_is_taken_away_on_a_terminal(self):
        many = self.file("many.jsonl", *(record(f"k{i}") for i in range(2000)))
        code, said = on_a_terminal("cluster", many, "-o", "/dev/null")
        self.assertEqual(code, 0)
        self.assertRegex(said, r"\rread +\[[#.]{40}\]")
        self.assertRegex(said, r"\r\x1b\[K2,000 records read in ")


if __name__ == "__main__":
    unittest.main()
