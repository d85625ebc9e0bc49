"""Runs the examples of a markdown file and compares what they print.

A fenced block is run when `<!-- run -->` stands on the line before it: `cpp` is a whole program, compiled against the
installed package; `sh` is a script, run by bash in a scratch folder where `fixtures` is the project's. A block after
`<!-- output -->` is what the example before it prints on standard output; a line `...` in it stands for any lines.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

BLOCK = re.compile(r"^<!-- (run|output) -->\n+```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MARK = re.compile(r"^<!-- (?:run|output) -->", re.MULTILINE)
SKIPPED = 77
CMAKE = """cmake_minimum_required(VERSION 3.24)
project(example LANGUAGES CXX)
find_package(wireprint REQUIRED)
add_executable(example main.cpp)
target_link_libraries(example PRIVATE wireprint::core)
"""


class Failure(Exception):
    pass


@dataclass
class Example:
    language: str
    text: str
    line: int
    output: str | None = None


def read_examples(markdown):
    blocks = list(BLOCK.finditer(markdown))
    if len(blocks) != len(MARK.findall(markdown)):
        raise Failure("a run or output mark has no fenced block after it")
    examples = []
    for block in blocks:
        kind, language, text = block.groups()
        if kind == "run":
            examples.append(Example(language, text, markdown.count("\n", 0, block.start()) + 1))
        elif not examples or examples[-1].output is not None:
            raise Failure("an output has no example before it")
        else:
            examples[-1].output = text
    return examples


def matches(printed, shown):
    """Whether `printed` is `shown`, where a line `...` stands for any number of lines."""
    lines = [line.rstrip() for line in shown.strip("\n").split("\n")]
    pattern = "".join(r"(?:.*\n)*?" if line == "..." else re.escape(line) + r"[ \t]*\n" for line in lines)
    return re.fullmatch(pattern, printed.strip("\n") + "\n") is not None


class Runner:
    def __init__(self, folder, prefix, compiler, path):
        self.folder, self.prefix, self.compiler = Path(folder), prefix, compiler
        self.environment = dict(os.environ)
        if path:
            self.environment["PATH"] = path + os.pathsep + os.environ["PATH"]

    def call(self, command, folder):
        done = subprocess.run(command, cwd=folder, env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode != 0:
            raise Failure(f"ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done.stdout

    def sh(self, text):
        return self.call(["bash", "-euo", "pipefail", "-c", text], self.folder)

    def cpp(self, text):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "CMakeLists.txt").write_text(CMAKE)
            Path(folder, "main.cpp").write_text(text)
            self.call(["cmake", "-G", "Ninja", "-B", "build", f"-DCMAKE_CXX_COMPILER={self.compiler}", f"-DCMAKE_PREFIX_PATH={self.prefix}",
                       "-DCMAKE_CXX_FLAGS=-Wall -Wextra -Werror"], folder)
            self.call(["cmake", "--build", "build"], folder)
            return self.call([f"{folder}/build/example"], self.folder)

    def check(self, example):
        if example.language not in ("cpp", "sh"):
            raise Failure(f"a '{example.language}' block cannot be run")
        printed = getattr(self, example.language)(example.text)
        if example.output is not None and not matches(printed, example.output):
            raise Failure(f"the README shows\n{example.output}\nbut it prints\n{printed}")


def run_all(markdown, fixtures, prefix, compiler, path):
    """Runs the examples in order; returns how many. Raises Failure with the line of the first that fails."""
    examples = read_examples(markdown)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "fixtures").symlink_to(fixtures)
        runner = Runner(folder, prefix, compiler, path)
        for example in examples:
            try:
                runner.check(example)
            except Failure as failure:
                raise Failure(f"line {example.line}: {failure}") from None
    return len(examples)


def parser():
    options = argparse.ArgumentParser()
    options.add_argument("--prefix", required=True, help="where the package is installed")
    options.add_argument("--compiler", required=True)
    options.add_argument("--path", help="folder of the command")
    return options


def main():
    options = parser()
    options.add_argument("readme", type=Path)
    options.add_argument("--fixtures", type=Path, help="the project's; else beside the file")
    given = options.parse_args()
    try:
        count = run_all(given.readme.read_text(encoding="utf-8"), (given.fixtures or given.readme.parent / "fixtures").resolve(), given.prefix, given.compiler, given.path)
    except Failure as failure:
        print(f"{given.readme.name}: {failure}")
        return 1
    print(f"{given.readme.name}: {count} examples ran")
    return 0 if count else SKIPPED


if __name__ == "__main__":
    sys.exit(main())
