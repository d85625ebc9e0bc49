"""The README's dependency table names the packages that tools/install-packages installs, each with a reason."""

import re
import sys
import unittest
from pathlib import Path

ROOT = Path(sys.argv.pop(1))


def installed():
    lines = [line.split(None, 1) for line in (ROOT / "tools/packages.txt").read_text().splitlines()]
    return {words[0]: words[1:] for words in lines if words and not words[0].startswith("#")}


def explained():
    table = (ROOT / "README.md").read_text(encoding="utf-8").split("## What it is built on")[1].split("\n## ")[0]
    rows = re.findall(r"^\|[^|]*\|([^|]*)\|([^|]+)\|$", table, re.MULTILINE)
    return {package: reason for names, reason in rows for package in re.findall(r"`([^`]+)`", names)}


class ThePackages(unittest.TestCase):
    def test_are_those_of_the_readme(self):
        self.assertEqual(set(installed()), set(explained()))

    def test_have_each_a_reason(self):
        self.assertEqual([name for name, reason in installed().items() if not reason], [])
        self.assertEqual([name for name, reason in explained().items() if not reason.strip()], [])


unittest.main()
