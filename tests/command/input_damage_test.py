"""Bad input of every kind: the command says what is wrong and where, loses nothing else, and never crashes."""

import gzip
import json
import os
import random
import re
import resource
import subprocess
import threading
import time
import unittest
from collections import Counter

from running import COMMAND, STORY, InFolder, lines, record, run


class Damaged(InFolder):
    def written(self, name, data):
        path = self.folder / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    def outcome(self, *arguments, **options):
        """Exit code, statuses of all records in their order, and what was said."""
        out = self.folder / "articles.out"
        out.unlink(missing_ok=True)
        done = run("cluster", *arguments, "--articles", out, **options)
        self.assertGreaterEqual(done.returncode, 0, done.stderr)
        statuses = [article["status"] for article in lines(out.read_text(encoding="utf-8"))] if out.exists() else None
        return done.returncode, statuses, done.stderr.decode()


class Files(Damaged):
    def test_that_are_empty_hold_no_record(self):
        for data in (b"", b"\n \r\n", b"\xef\xbb\xbf", gzip.compress(b"")):
            self.assertEqual(self.outcome(self.written("empty", data))[:2], (0, []))

    def test_of_text_that_are_empty_are_empty_articles(self):
        (self.folder / "texts").mkdir()
        self.written("texts/a.txt", "")
        self.written("texts/b.txt", STORY)
        self.assertEqual(self.outcome(self.folder / "texts")[:2], (0, ["empty", "ok"]))

    def test_of_binary_rubbish_are_refused_by_name(self):
        rubbish = random.Random(5).randbytes(100_000)
        for data in (rubbish, STORY.encode("utf-16"), b"\x7fELF" + bytes(5000)):
            code, statuses, said = self.outcome(self.written("rubbish", data), self.file("good", record("a")))
            self.assertEqual((code, statuses), (4, ["ok"]))
            self.assertIn("rubbish: is neither text in UTF-8 nor compressed", said)

    def test_of_rubbish_read_as_any_format_crash_nothing(self):
        noise = random.Random(6)
        for kind in ("jsonl", "json", "csv", "tsv", "text"):
            for size in (1, 100, 100_000):
                self.outcome("--from", kind, self.written("rubbish", noise.randbytes(size)))
                self.outcome("--from", kind, self.written("marks", bytes(noise.choices(b'{}[],:"\\\n\r\t;<&a1', k=size))))

    def test_that_are_cut_give_their_whole_records_and_an_error(self):
        packed = gzip.compress("".join(record(i) + "\n" for i in range(2000)).encode(), 1)
        code, statuses, said = self.outcome(self.written("cut.gz", packed[:len(packed) // 2]), "--quiet")
        self.assertEqual(code, 4)
        self.assertGreater(statuses.count("superseded") + statuses.count("ok"), 100)
        self.assertIn("gzip stream is truncated", said)

    def test_of_an_array_that_is_cut_give_their_whole_records_and_an_error(self):
        text = json.dumps([json.loads(record(i)) for i in range(3)])
        code, statuses, said = self.outcome(self.written("cut.json", text[:-5]))
        self.assertEqual((code, statuses), (4, ["ok", "ok", "error"]))
        self.assertIn("the JSON array is not closed", said)

    def test_in_a_folder_that_leads_back_to_itself_are_read_once(self):
        folder = self.folder / "all" / "deep"
        folder.mkdir(parents=True)
        self.written("all/deep/a.jsonl", record("a") + "\n")
        (folder / "back").symlink_to(self.folder / "all")
        (self.folder / "all" / "again").symlink_to(folder)
        self.assertEqual(self.outcome(self.folder / "all")[:2], (0, ["ok"]))

    def test_in_a_folder_that_are_no_regular_ones_are_named(self):
        (self.folder / "all").mkdir()
        os.mkfifo(self.folder / "all" / "pipe")
        self.written("all/a", record("a") + "\n")
        (self.folder / "all" / "nowhere").symlink_to("absent")
        code, statuses, said = self.outcome(self.folder / "all")
        self.assertEqual((code, statuses), (4, ["ok"]))
        self.assertIn("pipe: is no regular file", said)
        self.assertIn("nowhere: cannot open", said)

    def test_in_an_empty_folder_are_none_to_read(self):
        (self.folder / "none").mkdir()
        self.assertEqual(run("cluster", self.folder / "none").returncode, 2)


class Changing(Damaged):
    def test_pipes_are_read_to_their_end(self):
        for packed in (False, True):
            pipe = self.folder / f"pipe{packed}"
            os.mkfifo(pipe)
            data = "".join(record(i) + "\n" for i in range(3)).encode()
            writer = threading.Thread(target=pipe.write_bytes, args=(gzip.compress(data) if packed else data,))
            writer.start()
            self.assertEqual(self.outcome(pipe)[:2], (0, ["ok"] * 3))
            writer.join()

    def while_it_reads(self, change):
        """What becomes of a file that `change` is done to while the command waits between it and the file before."""
        path, pipe, out = self.written("in.jsonl", "".join(record(i) + "\n" for i in range(4000))), self.folder / "pipe", self.folder / "articles"
        os.mkfifo(pipe)
        command = subprocess.Popen([COMMAND, "cluster", path, pipe, "-q", "-o", "/dev/null", "--articles", out], stderr=subprocess.PIPE)
        writing = os.open(pipe, os.O_WRONLY)  # waits until the command has read `path` and opens this
        change(path)
        os.close(writing)
        said = command.communicate(timeout=120)[1].decode()
        return command.returncode, len(lines(out.read_text())), said

    def test_files_that_grow_vanish_or_shrink_behind_the_reader_are_read_as_they_were(self):
        def grow(path):
            path.write_bytes(path.read_bytes() + record("new").encode())

        for change in (grow, lambda path: path.unlink(), lambda path: path.write_bytes(b"")):
            self.assertEqual(self.while_it_reads(change), (0, 4000, ""))
            (self.folder / "pipe").unlink()

    def test_a_file_that_is_written_while_it_is_read_never_loses_whole_records(self):
        path, out = self.folder / "grows.jsonl", self.folder / "articles"
        path.write_text("".join(record(i) + "\n" for i in range(3000)))
        stop = threading.Event()

        def grow():
            with path.open("a") as file:
                for i in range(3000, 10_000):
                    if stop.is_set():
                        return
                    file.write(record(i) + "\n")
                    time.sleep(0)

        writer = threading.Thread(target=grow)
        writer.start()
        done = run("cluster", path, "-q", "-o", os.devnull, "--articles", out)
        stop.set()
        writer.join()
        read = lines(out.read_text())
        self.assertIn(done.returncode, (0, 4))
        self.assertGreaterEqual(len(read), 3000)
        self.assertEqual([article["key"] for article in read[:3000]], list(range(3000)))
        self.assertLessEqual(sum(article["status"] == "error" for article in read), 1)  # the line that was being written

    def test_a_file_that_vanishes_before_its_turn_is_named(self):
        path, pipe = self.file("late.jsonl", record("late")), self.folder / "pipe"
        os.mkfifo(pipe)
        out = self.folder / "articles"
        command = subprocess.Popen([COMMAND, "cluster", pipe, path, "-q", "-o", "/dev/null", "--articles", out], stderr=subprocess.PIPE)
        with open(pipe, "w") as writing:
            path.unlink()
            writing.write(record("a") + "\n")
        said = command.communicate(timeout=120)[1].decode()
        self.assertEqual((command.returncode, len(lines(out.read_text()))), (4, 1))
        self.assertIn("late.jsonl: cannot open: No such file", said)


class Records(Damaged):
    good = record("good")

    def refused(self, bad, words, name="in"):
        code, statuses, said = self.outcome(self.written(name, self.good + "\n" + bad + "\n" + record("next") + "\n"))
        self.assertEqual((code, statuses), (4, ["ok", "error", "ok"]), bad[:80])
        self.assertRegex(said, rf"{name}:2: .*{words}")

    def test_of_100_megabytes_are_refused_by_name_and_read_when_allowed(self):
        big = '{"id":"big","body":"' + "word " * 20_000_000 + '"}'
        path = self.written("big.jsonl", self.good + "\n" + big + "\n" + record("next") + "\n")
        code, statuses, said = self.outcome(path)
        self.assertEqual((code, statuses), (4, ["ok", "error", "ok"]))
        self.assertIn("big.jsonl:2: the line has 100000022 bytes, at most 67108864 are read", said)
        self.assertIn(b"2 articles, 0 unreadable", run("cluster", "--dry-run", "--max-record", "200M", self.written("two", big + "\n" + self.good)).stdout)

    def test_over_the_limit_are_refused_in_every_format(self):
        long = STORY * 40
        forms = {"jsonl": json.dumps({"body": long}) + "\n" + self.good, "json": json.dumps([{"body": long}, json.loads(self.good)]),
                 "csv": f'id,body\n1,"{long}\n{long}"\n2,{STORY.replace(",", "")}\n', "text": long}
        for kind, text in forms.items():
            code, statuses, said = self.outcome("--from", kind, "--max-record", "4KiB", self.written("in", text))
            self.assertEqual((code, statuses), (4, ["error"] + ["ok"] * (kind != "text")), kind)
            self.assertRegex(said, r"in:[12]: the (line|value|row|text) has \d+ bytes, at most 4096 are read", kind)

    def test_that_unpack_to_far_more_than_memory_holds_are_refused(self):
        bomb = gzip.compress(b'{"body":"' + b" " * 300_000_000 + b'"}\n' + self.good.encode(), 1)
        path = self.written("bomb.gz", bomb)
        # 64 MiB a record, a few of them, and what the program itself takes: far less than the 300 MB of the line
        code, statuses, _ = self.outcome("--threads", "1", path, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, (250 << 20,) * 2))
        self.assertEqual((code, statuses), (4, ["error", "ok"]))

    def test_nested_deeply_are_refused(self):
        for depth in (2000, 500_000):
            self.refused('{"a":' + "[" * depth + "]" * depth + "}", "not JSON")
            self.refused(json.dumps({"body": "<div>" * depth + STORY + "</div>" * depth}), "field 'body': the mark-up is nested deeper than 1,000 levels")

    def test_with_fields_of_the_wrong_type_are_refused_and_missing_ones_are_not(self):
        for bad, words in (({"body": 5}, "field 'body': expected a string, found a number"), ({"Body": {}}, "field 'Body': expected a string, found an object"),
                           ({"id": [1]}, "field 'id': expected a string or an integer"), ({"published": True}, "field 'published': expected a string"),
                           ({"headline": ["a"]}, "field 'headline': expected a string, found an array")):
            self.refused(json.dumps(bad), words)
        for fields in ({}, {"id": None, "headline": None, "outlet": None, "published": None, "url": None}, {"author": ["A", "B"], "outlet": 17}):
            code, statuses, _ = self.outcome(self.written("in", json.dumps({"body": STORY, **fields}) + "\n"))
            self.assertEqual((code, statuses), (0, ["ok"]), fields)

    def test_with_a_field_twice_count_the_first_that_holds_something(self):
        out = self.folder / "articles"
        run("cluster", self.written("in", '{"id":null,"id":"","ID":"a","id":"b","body":"","BODY":%s}\n' % json.dumps(STORY)), "--articles", out)
        article, = lines(out.read_text())
        self.assertEqual((article["key"], article["words"]), ("a", len(STORY.split())))

    def test_with_nul_bytes_marks_and_cut_letters_are_repaired_and_counted(self):
        body = STORY.encode()
        for line in (b'{"id":1,"body":"a\x00b ' + body + b'"}', b'\xef\xbb\xbf{"id":1,"body":"' + body + b'"}', b'{"id":1,"body":"caf\xe9 ' + body + b'"}',
                     b'{"id":1,"body":"\\ud800 ' + body + b'"}', b'{"id":1,"body":"a\tb\r' + body + b'"}'):
            code, statuses, said = self.outcome(self.written("in", line + b"\n"))
            self.assertEqual((code, statuses), (0, ["ok"]), line[:30])
            self.assertIn("1 record mended", said)
        for line in (b"id,body\n1,caf\xe9 " + body.replace(b",", b"") + b"\n",):
            self.assertIn("1 record mended", self.outcome(self.written("in.csv", line))[2])
        self.assertEqual(self.outcome(self.written("in.csv", b"id,body\n1,\x00a " + body.replace(b",", b"") + b"\n"))[:2], (0, ["ok"]))

    def test_in_lines_that_end_in_cr_lf_are_read(self):
        self.assertEqual(self.outcome(self.written("in", record(1) + "\r\n\r\n" + record(2) + "\r\n"))[:2], (0, ["ok", "ok"]))
        self.assertEqual(self.outcome(self.written("in.csv", f'id,body\r\n1,"{STORY}\r\n{STORY}"\r\n\r\n2,"{STORY}"\r\n'))[:2], (0, ["ok", "ok"]))

    def test_of_csv_with_too_many_cells_or_an_open_quotation_mark_are_refused(self):
        code, statuses, said = self.outcome(self.written("in.csv", f'id,body\n1,"{STORY}"\n2,a,b,c\n3,"{STORY}",,\n4\n5,"{STORY}\n'))
        self.assertEqual((code, statuses), (4, ["ok", "error", "ok", "empty", "error"]))
        self.assertIn("in.csv:3: the row has 4 cells under a header of 2", said)
        self.assertIn("in.csv:6: a quotation mark in this row is not closed", said)


class Counts(Damaged):
    def test_of_records_add_up_and_each_record_is_in_exactly_one(self):
        written = [record("a"), record("b", body="Tide."), record("c", body=""), record("d", body=None), record("a"), "{", "[]", record("e", body="Read more"),
                   record("f", body=7), '{"body":"caf\\ud800 ' + STORY + '"}', *(record(i) for i in range(300))]
        path, out = self.file("in.jsonl", *written), self.folder / "articles"
        done = run("cluster", path, "--articles", out)
        statuses = Counter(article["status"] for article in lines(out.read_text()))
        self.assertEqual(sum(statuses.values()), len(written))
        self.assertEqual(set(statuses), {"ok", "short", "empty", "superseded", "error", "no_content"})
        said = re.search(r"^([\d,]+) records read in [\d.]+ s: (.*)$", done.stderr.decode(), re.MULTILINE)
        self.assertEqual(int(said[1].replace(",", "")), len(written))
        self.assertEqual(sum(int(count.replace(",", "")) for count in re.findall(r"(?:^|, )([\d,]+) ", said[2])), len(written))


if __name__ == "__main__":
    unittest.main()
