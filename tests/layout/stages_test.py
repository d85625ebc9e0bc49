"""The includes of core/ and tools/ follow the table of stages in core/README.md."""

import sys
import tempfile
import unittest
from pathlib import Path

from stages import includes, problems, read_table, sources_under

ROOT = Path(sys.argv.pop(1))
STAGES = read_table((ROOT / "core/README.md").read_text(encoding="utf-8"))


def problems_of(files):
    """Of an invented tree: path -> the file's text."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return problems(Path(folder), STAGES)


def header(stage, text=""):
    return {f"core/include/wireprint/{stage}/a.hpp": text}


class TheTable(unittest.TestCase):
    def test_it_names_the_stages_of_the_pipeline_in_order(self):
        order = "base article text sketch spread index verify cluster archive report evaluation generate engine"
        self.assertEqual(list(STAGES), order.split())

    def test_what_works_on_hashes_never_knows_text(self):
        for name in ("sketch", "spread", "index", "cluster"):
            self.assertIn("text", STAGES[name].never)


class AForbiddenInclude(unittest.TestCase):
    def assert_caught(self, files, words):
        found = problems_of(files)
        self.assertEqual(len(found), 1, found)
        self.assertIn(words, found[0])

    def test_of_a_stage_below_is_caught(self):
        self.assert_caught(header("verify") | {"core/src/index/x.cpp": '#include "wireprint/verify/a.hpp"\n'},
                           "core/src/index/x.cpp:1: wireprint/verify/a.hpp is of stage verify")

    def test_is_caught_with_angle_brackets_and_spaces_too(self):
        self.assert_caught(header("verify") | {"core/src/index/x.cpp": "\n  #  include <wireprint/verify/a.hpp>\n"}, "x.cpp:2:")

    def test_is_caught_by_a_relative_path_too(self):
        self.assert_caught({"core/src/text/a.hpp": "", "core/src/sketch/x.cpp": '#include "../text/a.hpp"\n'}, "is of stage text")

    def test_of_a_stage_above_that_the_table_excepts_is_caught(self):
        self.assert_caught(header("text") | {"core/src/spread/x.cpp": '#include "wireprint/text/a.hpp"\n'}, "must not know")

    def test_of_a_private_header_in_a_public_one_is_caught(self):
        self.assert_caught(header("text", '#include "text/b.hpp"\n') | {"core/src/text/b.hpp": ""}, "is private")

    def test_of_a_private_header_in_tools_is_caught(self):
        self.assert_caught({"core/src/text/b.hpp": "", "tools/wireprint/x.cpp": '#include "text/b.hpp"\n'}, "only these")

    def test_of_a_file_that_is_nowhere_is_caught(self):
        self.assert_caught({"core/src/text/x.cpp": '#include "text/lost.hpp"\n'}, "is not in the project")

    def test_is_not_needed_to_catch_a_folder_that_is_no_stage(self):
        self.assert_caught({"core/src/util/x.cpp": ""}, "is in no stage")


class AnAllowedInclude(unittest.TestCase):
    def test_goes_to_the_own_stage_to_one_above_and_to_the_system(self):
        text = '#include "wireprint/text/a.hpp"\n#include "verify/b.hpp"\n#include <vector>\n'
        self.assertEqual(problems_of(header("text") | {"core/src/verify/b.hpp": "", "core/src/verify/x.cpp": text}), [])

    def test_of_the_engine_goes_to_every_stage_above(self):
        above = list(STAGES)[:list(STAGES).index("engine")]
        everything = "".join(f'#include "wireprint/{name}/a.hpp"\n' for name in above)
        files = {"core/src/engine/x.cpp": everything}
        for name in STAGES:
            files |= header(name)
        self.assertEqual(problems_of(files), [])

    def test_of_tools_goes_to_its_own_files_and_to_public_headers(self):
        text = '#include "command.hpp"\n#include "wireprint/report/a.hpp"\n'
        self.assertEqual(problems_of(header("report") | {"tools/wireprint/command.hpp": "", "tools/wireprint/x.cpp": text}), [])


class TheProject(unittest.TestCase):
    def test_has_no_forbidden_include(self):
        self.assertEqual(problems(ROOT, STAGES), [])

    def test_was_read(self):
        read = sources_under(ROOT / "core")
        self.assertGreater(sum(len(includes(path)) for path in read), len(read))


unittest.main()
