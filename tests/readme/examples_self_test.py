"""The test of the README's examples runs what is marked, and only that, and notices what is wrong."""

import sys
import tempfile
import unittest
from pathlib import Path

from examples import Failure, matches, parser, run_all

GIVEN = parser().parse_args()

PROGRAM = """<!-- run -->
```cpp
#include <cstdio>
#include "wireprint/base/hash.hpp"

int main() {
  std::puts(wireprint::hash_bytes_128("wire").hex().c_str());
}
```
"""


def run(markdown):
    with tempfile.TemporaryDirectory() as fixtures:
        Path(fixtures, "sample.txt").write_text("one\ntwo\nthree\n")
        return run_all(markdown, fixtures, GIVEN.prefix, GIVEN.compiler, None)


def sh(script, output=None):
    shown = "" if output is None else f"\nIt prints:\n\n<!-- output -->\n```text\n{output}```\n"
    return f"<!-- run -->\n```sh\n{script}\n```\n{shown}"


class AnExample(unittest.TestCase):
    def test_that_is_not_marked_is_left_alone(self):
        self.assertEqual(run("```sh\nfalse\n```\n"), 0)

    def test_in_cpp_is_compiled_against_the_installed_package_and_run(self):
        self.assertEqual(run(PROGRAM + "\n<!-- output -->\n```text\n...\n```\n"), 1)

    def test_in_cpp_that_does_not_compile_fails(self):
        with self.assertRaisesRegex(Failure, "no_such_member"):
            run(PROGRAM.replace("hex()", "no_such_member()"))

    def test_in_cpp_that_prints_something_else_fails(self):
        with self.assertRaisesRegex(Failure, "but it prints"):
            run(PROGRAM + "\n<!-- output -->\n```text\n0\n```\n")

    def test_sees_the_fixtures_and_what_the_one_before_wrote(self):
        self.assertEqual(run(sh("head -n 2 fixtures/sample.txt > two") + sh("tail -n 1 two", "two\n")), 2)

    def test_whose_first_line_fails_is_a_failure_with_its_line(self):
        with self.assertRaisesRegex(Failure, "line 5: ended with 1"):
            run("\n\n\n\n" + sh("false\ntrue"))

    def test_that_prints_something_else_than_shown_fails(self):
        with self.assertRaisesRegex(Failure, "but it prints"):
            run(sh("cat fixtures/sample.txt", "one\ntwo\n"))

    def test_without_its_block_is_noticed(self):
        with self.assertRaisesRegex(Failure, "no fenced block"):
            run("<!-- run -->\nwords\n")

    def test_of_an_unknown_language_is_noticed(self):
        with self.assertRaisesRegex(Failure, "'python' block"):
            run("<!-- run -->\n```python\npass\n```\n")


class Dots(unittest.TestCase):
    def test_stand_for_any_lines(self):
        self.assertTrue(matches("a\nb\nc\n", "a\n...\nc\n"))
        self.assertTrue(matches("a\nc\n", "a\n...\nc\n"))
        self.assertFalse(matches("a\nb\n", "a\n...\nc\n"))


unittest.main(argv=sys.argv[:1])
