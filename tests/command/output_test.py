"""Where results go: files are replaced only when they are whole, everything else is written through."""

import os
import pty
import signal
import stat
import subprocess
import threading
import time
import unittest

from running import COMMAND, SAMPLE, InFolder, record, run


class Files(InFolder):
    def test_are_what_standard_output_would_have_been(self):
        path = self.folder / "clusters.jsonl"
        done = run("cluster", SAMPLE, "--format", "jsonl", "-o", path)
        self.assertEqual((done.returncode, done.stdout), (0, b""))
        self.assertEqual(path.read_bytes(), run("cluster", SAMPLE, "--format", "jsonl").stdout)
        self.assertEqual(self.names(), ["clusters.jsonl"])

    def test_keep_their_rights_and_their_links(self):
        target = self.file("target", "old")
        target.chmod(0o640)
        link = self.folder / "link"
        link.symlink_to(target)
        self.assertEqual(run("cluster", SAMPLE, "-o", link).returncode, 0)
        self.assertTrue(link.is_symlink())
        self.assertEqual(target.read_bytes(), run("cluster", SAMPLE).stdout)
        self.assertEqual(stat.S_IMODE(target.stat().st_mode), 0o640)

    def test_stay_as_they_were_when_nothing_could_be_read(self):
        path = self.file("clusters", "old")
        self.assertEqual(run("cluster", self.folder / "absent.jsonl", "-o", path).returncode, 2)
        self.assertEqual(path.read_text(), "old\n")
        self.assertEqual(self.names(), ["clusters"])

    def test_in_no_folder_are_refused_with_the_reason_before_anything_is_read(self):
        done = run("cluster", self.folder / "absent.jsonl", "-o", self.folder / "no" / "clusters")
        self.assertEqual(done.returncode, 5)
        self.assertIn(b"No such file or directory", done.stderr)
        self.assertNotIn(b"absent.jsonl", done.stderr)

    def test_that_are_a_folder_are_refused(self):
        done = run("cluster", SAMPLE, "-o", self.folder)
        self.assertEqual(done.returncode, 5)
        self.assertIn(b"Is a directory", done.stderr)


class FullDisk(InFolder):
    def ends_with_the_reason(self, *arguments):
        done = run("cluster", SAMPLE, *arguments)
        self.assertEqual(done.returncode, 5)
        self.assertIn(b"No space left on device", done.stderr)

    def test_of_any_output_ends_with_5_and_the_reason(self):
        self.ends_with_the_reason("-o", "/dev/full")
        self.ends_with_the_reason("--matches", "/dev/full")
        self.ends_with_the_reason("--articles", "/dev/full")

    def test_of_standard_output_ends_with_5_also_for_help(self):
        with open("/dev/full", "wb") as full:
            for arguments in (["cluster", SAMPLE], ["schema", "match"], ["--help"], ["--version"]):
                done = subprocess.run([COMMAND, *arguments], stdin=subprocess.DEVNULL, stdout=full, stderr=subprocess.PIPE)
                self.assertEqual(done.returncode, 5, arguments)
                self.assertIn(b"No space left on device", done.stderr)

    def test_of_a_file_leaves_the_old_one(self):
        import resource

        path = self.file("clusters", "old")
        limit = lambda: (signal.signal(signal.SIGXFSZ, signal.SIG_IGN), resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)))
        done = run("cluster", SAMPLE, "-o", path, preexec_fn=limit)
        self.assertEqual(done.returncode, 5)
        self.assertIn(b"File too large", done.stderr)
        self.assertEqual(path.read_text(), "old\n")
        self.assertEqual(self.names(), ["clusters"])


class Pipes(InFolder):
    def test_are_written_through(self):
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        read = []
        reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
        reader.start()
        self.assertEqual(run("cluster", SAMPLE, "--format", "jsonl", "--matches", pipe).returncode, 0)
        reader.join()
        self.assertIn(b"wireprint.match/1", read[0])
        self.assertTrue(pipe.is_fifo())

    def test_named_as_devices_too(self):
        expected = run("cluster", SAMPLE).stdout
        self.assertEqual(run("cluster", SAMPLE, "-o", "/dev/stdout").stdout, expected)
        with open(self.folder / "whole", "wb") as file:
            file.write(b"before\n")
            file.flush()
            subprocess.run([COMMAND, "cluster", SAMPLE, "-o", "/dev/stdout"], stdout=file, stderr=subprocess.DEVNULL)
        self.assertEqual((self.folder / "whole").read_bytes(), b"before\n" + expected)

    def test_whose_reader_has_gone_are_no_error(self):
        many = self.file("many.jsonl", *(record(f"k{i}") for i in range(3000)))
        command = subprocess.Popen([COMMAND, "cluster", many, "--format", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        command.stdout.read(10)
        command.stdout.close()
        said = command.stderr.read()
        self.assertEqual(command.wait(), 0, said)
        self.assertNotIn(b"pipe", said.lower())
        command.stderr.close()


class ProgressBar(unittest.TestCase):
    def test_is_drawn_on_a_terminal_and_wiped_at_the_end(self):
        terminal, inside = pty.openpty()
        self.addCleanup(os.close, terminal)
        done = subprocess.run([COMMAND, "cluster", SAMPLE], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=inside, timeout=120)
        os.close(inside)
        drawn = os.read(terminal, 1 << 16).decode()
        self.assertEqual(done.returncode, 0)
        self.assertRegex(drawn, r"\r[a-z]+ +\[#*\.*\] +\d+ %")
        self.assertRegex(drawn, r"\r\x1b\[K39 records read")

    def test_is_not_drawn_elsewhere_nor_when_quiet(self):
        self.assertNotIn(b"\r", run("cluster", SAMPLE).stderr)
        self.assertEqual(run("cluster", SAMPLE, "--quiet").stderr, b"")


class TwoNames(InFolder):
    def is_refused(self, *arguments, **options):
        done = run("cluster", *arguments, **options)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertRegex(done.stderr, b"is also|which is read")

    def test_for_one_output_are_refused(self):
        path = self.folder / "one"
        self.is_refused(SAMPLE, "-o", path, "--matches", path)
        self.is_refused(SAMPLE, "-o", path, "--articles", self.folder / "." / "one")
        self.is_refused(SAMPLE, "--matches", "-")
        self.is_refused(SAMPLE, "--matches", "/dev/stdout")
        path.touch()
        os.link(path, self.folder / "other")
        self.is_refused(SAMPLE, "-o", path, "--matches", self.folder / "other")

    def test_for_an_input_and_an_output_are_refused(self):
        path = self.file("input.jsonl", record("a"))
        before = path.read_bytes()
        self.is_refused(path, "-o", path)
        with open(path, "rb") as stdin:
            self.is_refused("-", "-o", path, stdin=stdin)
        self.assertEqual(path.read_bytes(), before)

    def test_in_a_folder_that_is_read_are_refused(self):
        (self.folder / "news" / "old").mkdir(parents=True)
        self.file("news/input.jsonl", record("a"))
        self.is_refused(self.folder / "news", "-o", self.folder / "news" / "old" / "out.jsonl")
        self.is_refused(".", "-o", "out.jsonl", cwd=self.folder / "news")
        self.is_refused(self.folder / "news", "--recipe", self.folder / "news" / "recipe.txt")
        self.assertEqual(run("fingerprint", self.folder / "news", "-o", "/dev/null", "--recipe", self.folder / "news" / "recipe.txt").returncode, 2)
        self.assertEqual(run("cluster", self.folder / "news", "-o", self.folder / "news-out").returncode, 0)

    def test_for_a_device_are_not(self):
        self.assertEqual(run("cluster", SAMPLE, "-o", "/dev/null", "--matches", "/dev/null").returncode, 0)


class Killed(InFolder):
    """What `kill -9` leaves is named for what it is, and goes with the next run."""

    def waiting(self, names, *arguments):
        """A command that has begun its outputs, so that there are `names` files, and waits for its input."""
        command = subprocess.Popen([COMMAND, "cluster", "-", "-q", *arguments], stdin=subprocess.PIPE)
        self.addCleanup(command.stdin.close)
        while len(self.names()) < names and command.poll() is None:
            time.sleep(0.01)
        return command

    def test_runs_leave_a_file_that_says_so_until_the_next(self):
        path = self.file("clusters", "old")
        command = self.waiting(2, "-o", path)
        command.kill()
        command.wait()
        kept, left = self.names()
        self.assertRegex(left, r"^clusters\.unfinished-\w{6}$")
        self.assertEqual(path.read_text(), "old\n")
        self.assertEqual(run("cluster", SAMPLE, "-o", path).returncode, 0)
        self.assertEqual(self.names(), ["clusters"])

    def test_runs_leave_a_folder_that_goes_too(self):
        left = self.folder / "kept.unfinished-Ab12Cd"
        (left / "deep").mkdir(parents=True)
        (left / "deep" / "a.jsonl").touch()
        self.assertEqual(run("cluster", SAMPLE, self.file("in.jsonl", record("a")), "-o", "/dev/null", "--dedup", self.folder / "kept").returncode, 0)
        self.assertEqual(self.names(), ["in.jsonl", "kept"])

    def test_runs_are_told_from_living_ones_and_from_other_names(self):
        for name in ("clusters.unfinished-stories", "other.unfinished-Ab12Cd"):
            (self.folder / name).touch()
        command = self.waiting(4, "-o", self.folder / "clusters", "--articles", self.folder / "articles")
        before = self.names()
        self.assertEqual(run("cluster", SAMPLE, "-o", self.folder / "clusters").returncode, 0)
        self.assertEqual(self.names(), sorted(["clusters", *before]))
        command.communicate(record("a").encode())
        self.assertEqual(self.names(), ["articles", "clusters", "clusters.unfinished-stories", "other.unfinished-Ab12Cd"])


class CtrlC(InFolder):
    def test_ends_with_130_and_leaves_what_was_there(self):
        path = self.file("clusters", "old")
        command = subprocess.Popen([COMMAND, "cluster", "-", "-o", path], stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        while self.names() == ["clusters"] and command.poll() is None:  # until it has begun
            time.sleep(0.01)
        command.send_signal(signal.SIGINT)
        self.assertEqual(command.wait(), 130)
        self.assertEqual(path.read_text(), "old\n")
        self.assertEqual(self.names(), ["clusters"])
        command.stdin.close()
        command.stderr.close()


if __name__ == "__main__":
    unittest.main()
