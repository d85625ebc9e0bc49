"""Deduplication: what is kept is written byte for byte, what goes is told, and nothing is lost unseen."""

import csv
import gzip
import io
import json
import os
import resource
import signal
import subprocess
import time
import unittest

from running import COMMAND, SAMPLE, STORY, InFolder, lines, record, run

OTHER = "Nine sheep crossed the frozen lake at dawn while the fire brigade waited on the far shore with blankets and a ladder. "
LONG = STORY * 3 + OTHER


def zstd(data, *options):
    return subprocess.run(["zstd", "-q", "-c", *options], input=data, stdout=subprocess.PIPE, check=True).stdout


class Dedup(InFolder):
    """Three prints of one story, the longest second, and another story."""

    def setUp(self):
        super().setUp()
        self.records = [record("a", outlet="One"), record("b", outlet="Two", published="2021-02-25T10:00:00Z", body=LONG), record("c", outlet="Three", published="2021-02-26"),
                        record("d", body=OTHER * 3)]
        self.out = self.folder / "out"

    def keys(self, data):
        return [json.loads(line)["id"] for line in data.splitlines() if line.strip()]

    def done(self, *arguments, code=0, **options):
        done = run("cluster", *arguments, "-o", "/dev/null", **options)
        self.assertEqual(done.returncode, code, done.stderr)
        return done

    def kept(self, *arguments, records=None):
        self.done(self.file("in.jsonl", *(records or self.records)), "--dedup", self.out, *arguments)
        return self.keys(self.out.read_bytes())


class WhatStays(Dedup):
    def test_is_the_longest_by_default(self):
        self.assertEqual(self.kept(), ["b", "d"])

    def test_is_what_keep_says(self):
        self.assertEqual(self.kept("--keep", "original"), ["a", "b", "d"])  # b has a paragraph of its own
        self.assertEqual(self.kept("--keep", "original", "--drop-min", "0.7"), ["a", "d"])
        self.assertEqual(self.kept("--keep", "first", "--drop-min", "0.7"), ["a", "d"])
        self.assertEqual(self.kept("--keep", "latest", "--drop-min", "0.7"), ["c", "d"])

    def test_is_first_of_all_of_a_preferred_outlet(self):
        self.assertEqual(self.kept("--prefer", "Nowhere,Three,One", "--drop-min", "0.7"), ["c", "d"])

    def test_is_every_member_that_says_something_of_its_own(self):
        self.assertEqual(self.kept("--drop-min", "1"), ["b", "d"])
        self.assertEqual(self.kept("--keep", "original", "--drop-min", "1"), ["a", "b", "d"])

    def test_of_identical_bodies_is_one_also_where_they_are_no_cluster(self):
        page = "We use cookies. Read more"
        records = [record(f"p{i}", body=page, published=f"2021-0{i}-01") for i in range(1, 5)] + [record("e1", body=""), record("e2", body="")]
        self.assertEqual(self.kept(records=records), ["p1", "e1", "e2"])

    def test_of_versions_under_one_key_is_what_the_newer_lacks(self):
        records = [record("k", body=STORY * 2, updated="2021-01-01"), record("k", body=LONG, updated="2021-01-03"), record("k", body=OTHER * 3, updated="2021-01-02")]
        self.assertEqual(self.keys_of_bodies(records), [LONG, OTHER * 3])

    def keys_of_bodies(self, records):
        self.kept(records=records)
        return [json.loads(line)["body"] for line in self.out.read_bytes().splitlines()]

    def test_under_one_key_in_two_shards_is_both_where_they_are_two_articles(self):
        shards = [self.file("1.jsonl", record(1)), self.file("2.jsonl", record(1, body=OTHER * 3))]
        self.done(*shards, "--dedup", self.out)
        self.assertEqual([(self.out / name).read_bytes() for name in ("1.jsonl", "2.jsonl")], [shard.read_bytes() for shard in shards])

    def test_is_the_reference_where_one_holds_it(self):
        old = self.file("old.jsonl", record("o", outlet="Archive", body=LONG))
        self.assertEqual(self.kept("--against", old, "--removed", self.folder / "gone"), ["d"])
        self.assertEqual({(line["kept"], line["reference"]) for line in lines((self.folder / "gone").read_bytes())}, {("o", True)})


class EveryByte(Dedup):
    def test_of_a_kept_line_is_as_it_was(self):
        odd = [b"\xef\xbb\xbf" + self.records[1].encode() + b"\r\n", b"\n", self.records[0].encode() + b"\r\n", b"  \n", b"{ broken\n",
               self.records[3].replace("{", '{ "x":1.50,  ', 1).encode()]
        path = self.folder / "in.jsonl"
        path.write_bytes(b"".join(odd))
        self.done(path, "--dedup", self.out, code=4)
        self.assertEqual(self.out.read_bytes(), b"".join(odd[:2] + odd[3:]))

    def test_adds_up_with_what_was_removed(self):
        path = self.file("in.jsonl", *self.records)
        self.done(path, "--dedup", self.out, "--removed", self.folder / "gone.jsonl", "--articles", self.folder / "all.jsonl")
        gone = lines((self.folder / "gone.jsonl").read_bytes())
        self.assertEqual(sorted(self.keys(self.out.read_bytes()) + [line["key"] for line in gone]), self.keys(path.read_bytes()))
        self.assertEqual(self.out.stat().st_size + sum(line["bytes"] for line in gone), path.stat().st_size)
        source = path.read_bytes().splitlines()
        for line in gone:
            self.assertEqual(json.loads(source[line["line"] - 1])["id"], line["key"])
            self.assertEqual((line["kept"], line["cluster"], line["file"]), ("b", "a", str(path)))
            self.assertGreaterEqual(line["copied"], 0.9)
        selected = {row["key"]: row["selected"] for row in lines((self.folder / "all.jsonl").read_bytes())}
        self.assertEqual(selected, {"a": False, "b": True, "c": False, "d": True})

    def test_of_several_inputs_keeps_names_folders_and_compression(self):
        for name in ("x", "y", "z"):
            (self.folder / name).mkdir()
        packed = {"x/one.jsonl.gz": gzip.compress((self.records[0] + "\n").encode()) + gzip.compress((self.records[3] + "\n").encode()),
                  "y/one.jsonl.zst": zstd((self.records[1] + "\n").encode()), "z/two": (self.records[2] + "\n").encode(), "z/none.jsonl": b""}
        for name, data in packed.items():
            (self.folder / name).write_bytes(data)
        self.done(self.folder / "x", self.folder / "y" / "one.jsonl.zst", self.folder / "z", "--dedup", self.out)
        found = {str(path.relative_to(self.out)): path.read_bytes() for path in self.out.rglob("*") if path.is_file()}
        self.assertEqual(set(found), set(packed))
        self.assertEqual(self.keys(gzip.decompress(found["x/one.jsonl.gz"])), ["d"])
        self.assertEqual(self.keys(zstd(found["y/one.jsonl.zst"], "-d")), ["b"])
        self.assertEqual((found["z/two"], found["z/none.jsonl"]), (b"", b""))

    def test_of_one_input_is_compressed_as_the_name_says(self):
        path = self.file("in.jsonl", *self.records)
        for name, unpack in (("o.jsonl.gz", gzip.decompress), ("o.jsonl.zst", lambda data: zstd(data, "-d")), ("o.jsonl", bytes)):
            self.done(path, "--dedup", self.folder / name)
            self.assertEqual(self.keys(unpack((self.folder / name).read_bytes())), ["b", "d"])

    def test_of_standard_input_is_kept_beside_the_output_and_gone_afterwards(self):
        data = "".join(line + "\n" for line in self.records).encode()
        piped = subprocess.run([COMMAND, "cluster", "-", "-q", "-o", "/dev/null", "--dedup", self.out], input=data, stderr=subprocess.PIPE)
        self.assertEqual((piped.returncode, self.keys(self.out.read_bytes())), (0, ["b", "d"]), piped.stderr)
        self.assertEqual(self.names(), ["out"])
        path = self.file("in.jsonl", *self.records)
        with open(path, "rb") as stdin:
            self.done("-", "--dedup", self.out, stdin=stdin)
        self.assertEqual(self.keys(self.out.read_bytes()), ["b", "d"])

    def test_of_a_row_is_as_it_was_whatever_stands_in_its_cells(self):
        story = STORY.replace(",", ";")
        rows = ["\ufeffid,body,note\r\n", f'1,"{story * 3}",""\r\n', f'2,"{story * 3}\r\n{OTHER}","a ""word"""\r\n', "\r\n", f'3,"{OTHER * 3}"\r\n', f"4,{story * 3},x"]
        path = self.folder / "in.csv"
        path.write_bytes("".join(rows).encode())
        self.done(path, "--dedup", self.out)
        self.assertEqual(self.out.read_bytes(), "".join(rows[:1] + rows[2:5]).encode())

    def test_of_an_array_is_as_it_was_and_the_rest_is_still_an_array(self):
        for order in ("abcd", "bacd", "acbd", "dcba", "ac"):
            values = {key: line for key, line in zip("abcd", self.records)}
            path = self.folder / "in.json"
            path.write_text("[\n  " + ",\n  ".join(values[key] for key in order) + "\n]\n")
            self.done(path, "--dedup", self.out)
            kept = [value["id"] for value in json.loads(self.out.read_text())]
            self.assertEqual(kept, [key for key in order if key in ("bd" if "b" in order else "a")], order)
            for key in kept:
                self.assertIn(values[key], self.out.read_text())

    def test_of_a_folder_of_texts_goes_or_stays_with_its_file(self):
        texts = self.folder / "texts"
        (texts / "deep").mkdir(parents=True)
        (texts / "a.txt").write_text(STORY * 3)
        (texts / "b.txt").write_text(LONG)
        (texts / "deep" / "c.txt").write_text(OTHER * 3)
        self.done(texts, "--dedup", self.out)
        self.assertEqual({str(p.relative_to(self.out)): p.read_text() for p in self.out.rglob("*.txt")}, {"b.txt": LONG, "deep/c.txt": OTHER * 3})


class Annotation(Dedup):
    def test_is_one_object_more_in_every_line(self):
        path = self.file("in.jsonl", *self.records)
        self.done(path, "--annotate", self.out)
        before, after = lines(path.read_bytes()), lines(self.out.read_bytes())
        added = {line["id"]: line.pop("wireprint") for line in after}
        self.assertEqual(after, before)
        self.assertEqual(added["a"], {"cluster": "a", "cluster_size": 3, "role": "original", "selected": False})
        self.assertEqual(added["d"], {"cluster": "d", "cluster_size": 1, "role": "original", "selected": True})

    def test_takes_the_place_of_an_older_one(self):
        self.file("in.jsonl", '{"wireprint": {"cluster": "}"}, "id": 1, "body": "A bell rings."}', '{"id": 2, "wireprint": 1}', "{}", "{ broken")
        self.done(self.folder / "in.jsonl", "--annotate", self.out, "--force", code=4)
        once = self.out.read_bytes()
        self.assertEqual([list(line) for line in lines(once.rsplit(b"\n", 2)[0])], [["id", "body", "wireprint"], ["id", "wireprint"], ["wireprint"]])
        self.assertTrue(once.endswith(b"\n{ broken\n"))
        self.done(self.out, "--annotate", self.folder / "twice", "--force", code=4)
        self.assertEqual((self.folder / "twice").read_bytes(), once)

    def test_of_csv_is_its_first_cell(self):
        path = self.folder / "in.csv"
        path.write_text(f'id;body;note\n1;"{STORY * 3}";x\n2;"{STORY * 3}"\n', newline="")
        self.done(path, "--annotate", self.out)
        rows = list(csv.DictReader(io.StringIO(self.out.read_text()), delimiter=";"))
        self.assertEqual([(row["id"], row["note"], json.loads(row["wireprint"])["cluster"]) for row in rows], [("1", "x", "1"), ("2", None, "1")])

    def test_of_plain_text_is_refused(self):
        (self.folder / "a.txt").write_text(LONG)
        self.assertIn(b"--articles", self.done(self.folder / "a.txt", "--annotate", self.out, code=2).stderr)
        self.assertFalse(self.out.exists())


class NothingIsDamaged(Dedup):
    def setUp(self):
        super().setUp()
        (self.folder / "shards").mkdir()
        for i in range(3):
            (self.folder / "shards" / f"{i}.jsonl").write_text("".join(record(f"{i}-{j}", body=f"{OTHER}{i} {j} " * 30) + "\n" for j in range(40)))

    def test_by_a_folder_that_is_there_already(self):
        self.out.mkdir()
        (self.out / "mine").write_text("mine")
        self.assertIn(b"name a new folder", self.done(self.folder / "shards", "--dedup", self.out, code=5).stderr)
        self.assertEqual(os.listdir(self.out), ["mine"])

    def test_by_a_full_disk(self):
        limit = lambda: (signal.signal(signal.SIGXFSZ, signal.SIG_IGN), resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000)))
        done = self.done(self.folder / "shards", "--dedup", self.out, code=5, preexec_fn=limit)
        self.assertIn(b"File too large", done.stderr)
        old = self.file("old.jsonl", "old")
        self.done(self.folder / "shards" / "0.jsonl", "--dedup", old, code=5, preexec_fn=limit)
        self.assertEqual(old.read_text(), "old\n")
        with open(self.folder / "shards" / "0.jsonl", "rb") as file:
            piped = subprocess.run([COMMAND, "cluster", "-", "-o", "/dev/null", "--dedup", old], input=file.read(), stderr=subprocess.PIPE, preexec_fn=limit)
        self.assertEqual(piped.returncode, 5, piped.stderr)
        self.assertEqual(self.names(), ["old.jsonl", "shards"])

    def test_by_ctrl_c(self):
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)  # a report that nobody reads: it waits there, all outputs begun
        command = subprocess.Popen([COMMAND, "cluster", "-q", self.folder / "shards", "--dedup", self.out, "--annotate", self.folder / "notes", "--matches", self.folder / "m", "-o", "-"],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
        while len(self.names()) < 5 and command.poll() is None:
            time.sleep(0.001)
        command.send_signal(signal.SIGINT)
        self.assertIn(command.wait(), (0, 130))
        command.stdout.close()
        command.stderr.close()
        if command.returncode == 130:
            self.assertEqual(self.names(), ["pipe", "shards"])

    def test_by_an_input_that_cannot_be_read_twice(self):
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        self.assertIn(b"cannot be read twice", self.done(pipe, "--dedup", self.out, code=2).stderr)

    def test_by_a_name_that_is_an_input(self):
        path = self.file("in.jsonl", *self.records)
        before = path.read_bytes()
        self.done(path, "--dedup", path, code=2)
        self.done(self.folder / "shards", "--dedup", self.folder / "shards" / "new", code=2)
        self.assertEqual(path.read_bytes(), before)

    def test_by_one_file_given_twice(self):
        path = self.file("in.jsonl", *self.records)
        self.assertIn(b"given twice", self.done(path, path, "--dedup", self.out, code=2).stderr)
        self.assertFalse(self.out.exists())


class FourHundredShards(Dedup):
    def test_stream_through(self):
        shards = self.folder / "shards"
        shards.mkdir()
        for i in range(400):
            (shards / f"{i:03}.jsonl").write_text("".join(record(f"{i}.{j}", body=f"Harbour {i % 100} notes {j}: ship {i % 100}-{j} left for port {j} with {i % 100} crates aboard.") + "\n" for j in range(10)))
        self.done(shards, "--dedup", self.out, "--removed", self.folder / "gone.jsonl")
        kept = [key for path in sorted(self.out.iterdir()) for key in self.keys(path.read_bytes())]
        gone = [line["key"] for line in lines((self.folder / "gone.jsonl").read_bytes())]
        self.assertEqual(len(list(self.out.iterdir())), 400)
        self.assertEqual(sorted(kept + gone), sorted(f"{i}.{j}" for i in range(400) for j in range(10)))
        self.assertGreaterEqual(len(gone), 3000)


if __name__ == "__main__":
    unittest.main()
