"""Nothing stands at the top level but what the layout names; dot files are free."""

import subprocess
import sys
import unittest
from pathlib import Path

ROOT = Path(sys.argv.pop(1))
ALLOWED = {"CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md", "bench", "core", "fixtures", "tests", "tools"}


def top_level(root):
    """Names in the repository; of a copy without one, all names."""
    if (root / ".git").exists():
        listing = subprocess.run(["git", "-c", f"safe.directory={root}", "ls-files"], cwd=root, check=True, capture_output=True, text=True)
        return {line.split("/")[0] for line in listing.stdout.splitlines()}
    return {path.name for path in root.iterdir()}


class TheTopLevel(unittest.TestCase):
    def test_holds_nothing_but_the_layout(self):
        self.assertEqual({name for name in top_level(ROOT) if not name.startswith(".")} - ALLOWED, set())

    def test_holds_what_a_visitor_needs(self):
        self.assertLessEqual({"CMakeLists.txt", "LICENSE", "README.md", "core", "fixtures", "tests", "tools"}, top_level(ROOT))


unittest.main()
