"""What the tests of the command share: where it is, and how it is run."""

import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

COMMAND = os.environ["WIREPRINT_COMMAND"]
SAMPLE = str(Path(__file__).resolve().parents[2] / "fixtures" / "sample.jsonl")
STORY = "The harbour bridge will close for six weeks from Monday while its bearings are replaced, the mayor said after a long night of talks. "


def run(*arguments, **options):
    options.setdefault("stdin", subprocess.DEVNULL)
    options.setdefault("timeout", 120)
    return subprocess.run([COMMAND, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


def record(key, **fields):
    return json.dumps({"id": key, "outlet": "Harbor Ledger", "published": "2021-02-25T09:00:00Z", "body": STORY * 3, **fields})


class InFolder(unittest.TestCase):
    """Each test has an empty folder of its own, self.folder."""

    def setUp(self):
        kept = tempfile.TemporaryDirectory(prefix="wireprint-")
        self.addCleanup(kept.cleanup)
        self.folder = Path(kept.name)

    def file(self, name, *records):
        path = self.folder / name
        path.write_text("".join(line + "\n" for line in records), encoding="utf-8")
        return path

    def names(self):
        return sorted(path.name for path in self.folder.iterdir())
