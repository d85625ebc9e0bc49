"""The stages of the pipeline, as the table in core/README.md orders them, and the includes that this order forbids."""

import re
from dataclasses import dataclass
from pathlib import Path

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]', re.MULTILINE)
SOURCES = {".cpp", ".hpp", ".h", ".inc"}


@dataclass(frozen=True)
class Stage:
    name: str
    place: int
    never: frozenset  # stages above that it must not include all the same

    def may_include(self, other):
        return other.place <= self.place and other.name not in self.never


def read_table(markdown):
    """Stages by name, from the table whose first column is `stage` and whose last is `never includes`."""
    stages = {}
    lines = iter(markdown.splitlines())
    for line in lines:
        if re.match(r"\|\s*stage\s*\|.*\|\s*never includes\s*\|$", line):
            break
    next(lines, None)  # the rule under the heading
    for line in lines:
        if not line.startswith("|"):
            break
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        name = cells[0].strip("`")
        stages[name] = Stage(name, len(stages), frozenset(re.findall(r"`(\w+)`", cells[-1])))
    for stage in stages.values():
        unknown = stage.never - stages.keys()
        if unknown:
            raise ValueError(f"the table forbids {stage.name} stages that it does not name: {sorted(unknown)}")
    return stages


def includes(path):
    """(quoted or not, name, line) of each include of a file."""
    text = path.read_text(encoding="utf-8")
    return [(m[1] == '"', m[2], text.count("\n", 0, m.start(2)) + 1) for m in INCLUDE.finditer(text)]


def sources_under(folder):
    return sorted(p for p in folder.rglob("*") if p.suffix in SOURCES)


def problems(root, stages):
    """One line for each forbidden include, or file in no stage, under core/ and tools/ of `root`."""
    root = root.resolve()
    public, private, tools = root / "core/include/wireprint", root / "core/src", root / "tools"

    def stage_of(path):
        for top in (public, private):
            if path.is_relative_to(top):
                return stages.get(path.relative_to(top).parts[0])
        return None

    def included(path, quoted, name):
        folders = [path.parent] if quoted else []
        for folder in folders + [public.parent, private, root / "tools/wireprint"]:
            if (folder / name).is_file():
                return (folder / name).resolve()
        return None  # the system's, or missing

    def complaint(path, quoted, name):
        target = included(path, quoted, name)
        if target is None:
            ours = quoted or name.startswith("wireprint/")
            return "is not in the project: write the system's with <>" if ours else None
        if path.is_relative_to(tools):
            allowed = target.is_relative_to(public) or target.is_relative_to(tools)
            return None if allowed else "is not a public header, and tools/ uses only these"
        if target.is_relative_to(tools):
            return "is in tools/, which core/ knows nothing of"
        if path.is_relative_to(public) and not target.is_relative_to(public):
            return "is private, and a public header cannot be installed with it"
        own, other = stage_of(path), stage_of(target)
        if other is None:
            return "is in no stage of the table"
        return None if own.may_include(other) else f"is of stage {other.name}, which {own.name} must not know"

    found = []
    for path in sources_under(root / "core") + sources_under(tools):
        shown = path.relative_to(root)
        if not path.is_relative_to(tools) and stage_of(path) is None:
            found.append(f"{shown}: is in no stage of the table")
            continue
        for quoted, name, line in includes(path):
            reason = complaint(path, quoted, name)
            if reason:
                found.append(f"{shown}:{line}: {name} {reason}")
    return found
