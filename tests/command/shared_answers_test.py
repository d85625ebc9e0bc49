"""References and deduplication on real news: halves in time against each other, shards that add up."""

import json
import os
import subprocess
import unittest
from pathlib import Path

from running import InFolder, lines, run

DATA = Path(os.environ.get("WIREPRINT_DATA", Path(__file__).resolve().parents[2] / ".." / "shared" / "data"))


def unpacked(path):
    return subprocess.run(["zstd", "-dcqf", path], stdout=subprocess.PIPE, check=True).stdout


@unittest.skipUnless(DATA.is_dir(), "the shared corpora are absent")
class RealNews(InFolder):
    def test_of_one_half_in_time_against_the_other_gives_what_one_run_gives(self):
        records = sorted(unpacked(DATA / "press-de.jsonl.zst").splitlines(keepends=True), key=lambda line: json.loads(line)["published"])
        half = len(records) // 2
        old, new = self.folder / "old.jsonl", self.folder / "new.jsonl"
        old.write_bytes(b"".join(records[:half]))
        new.write_bytes(b"".join(records[half:]))
        is_new = {json.loads(line)["id"] for line in records[half:]}
        apart = lines(run("cluster", new, "--against", old, "--format", "jsonl", "--articles", self.folder / "a", timeout=900).stdout)
        whole = lines(run("cluster", new, old, "--format", "jsonl", timeout=900).stdout)
        keys = lambda cluster: [member["key"] for member in cluster["members"]]
        self.assertEqual([keys(c) for c in apart], [keys(c) for c in whole if is_new & set(keys(c))])
        self.assertTrue(all(member["reference"] == (member["key"] not in is_new) for cluster in apart for member in cluster["members"]))
        self.assertTrue(any(member["reference"] for cluster in apart for member in cluster["members"]))
        self.assertEqual([row["key"] for row in lines((self.folder / "a").read_bytes())], [json.loads(line)["id"] for line in records[half:]])

    def test_in_ten_shards_is_what_is_kept_and_what_is_removed(self):
        records = unpacked(DATA / "saudi-ar.jsonl.zst").splitlines(keepends=True)
        shards = self.folder / "shards"
        shards.mkdir()
        for i in range(10):
            (shards / f"{i}.jsonl").write_bytes(b"".join(records[len(records) * i // 10 : len(records) * (i + 1) // 10]))
        subprocess.run(["zstd", "-q", "--rm", shards / "3.jsonl"], check=True)
        done = run("cluster", shards, "--dedup", self.folder / "out", "--removed", self.folder / "r", "-o", "/dev/null", timeout=900)
        self.assertEqual(done.returncode, 0, done.stderr)
        kept = b"".join(unpacked(path) if path.suffix == ".zst" else path.read_bytes() for path in sorted((self.folder / "out").iterdir())).splitlines(keepends=True)
        removed = lines((self.folder / "r").read_bytes())
        self.assertEqual(len(b"".join(kept)) + sum(line["bytes"] for line in removed), len(b"".join(records)))
        gone = {line["key"] for line in removed}
        self.assertEqual(len(gone), len(removed))
        self.assertEqual(kept, [line for line in records if json.loads(line)["id"] not in gone])
        self.assertGreaterEqual(min(line["copied"] for line in removed), 0.9)
        self.assertFalse(gone & {line["kept"] for line in removed})


if __name__ == "__main__":
    unittest.main()
