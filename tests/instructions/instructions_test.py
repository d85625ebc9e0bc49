"""The same bytes on another instruction set: the text and sketch stages, compiled for it from the same sources.

    instructions_test.py DIGEST TARGET

DIGEST is the program that is linked with the library. TARGET is `neon` (64-bit ARM under qemu) or `fma` (x86-64 with AVX2,
where the compiler may fuse every multiplication with its addition). Ends with 77, skipped, and says why where a tool is missing.
"""
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCES = [
    *(f"core/src/text/{name}.cpp" for name in ("combine", "cut_fast", "easy_points", "fold_easy", "quotations", "tokenize", "unicode_tables")),
    *(f"core/src/sketch/{name}.cpp" for name in ("fingerprint", "minhash", "overlap", "sample", "shingle_kernels", "shingles", "simhash", "slot_filler")),
    "core/src/base/hash.cpp", "tests/support/random_text.cpp", "tests/instructions/digest.cpp",
]
# Libraries of another machine are not installed: all that is needed of them stands in headers.
FLAGS = ["-std=gnu++20", "-O2", "-static", "-ffp-contract=off", "-DHWY_COMPILE_ONLY_STATIC", "-DFMT_HEADER_ONLY", "-DXXH_INLINE_ALL",
         f"-I{ROOT}/core/src", f"-I{ROOT}/core/include", f"-I{ROOT}/tests"]
HEADERS = ["hwy", "fmt", "xxhash.h", "tl"]
TARGETS = {"neon": ("aarch64-linux-gnu-g++", [], ["qemu-aarch64-static"]), "fma": ("g++", ["-march=x86-64-v3", "-ffp-contract=fast"], [])}


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(77)


def main():
    digest, target = sys.argv[1:]
    compiler, flags, runner = TARGETS[target]
    for tool in [compiler, *runner]:
        if shutil.which(tool) is None:
            skip(f"{tool} is not installed")
    if target == "fma" and (platform.machine() != "x86_64" or " fma " not in pathlib.Path("/proc/cpuinfo").read_text()):
        skip("this machine has no fused multiply-add of x86-64")
    with tempfile.TemporaryDirectory() as folder:
        for header in HEADERS:
            (pathlib.Path(folder) / header).symlink_to(pathlib.Path("/usr/include") / header)
        program = pathlib.Path(folder) / "digest"
        subprocess.run([compiler, *FLAGS, *flags, f"-isystem{folder}", *(str(ROOT / source) for source in SOURCES), "-o", str(program)], check=True)
        theirs = subprocess.run([*runner, str(program)], check=True, capture_output=True, text=True).stdout.splitlines()
    ours = subprocess.run([digest], check=True, capture_output=True, text=True).stdout.splitlines()
    assert len(ours) == len(theirs) and len(ours) > 1000, (len(ours), len(theirs))
    differ = [pair for pair in zip(ours, theirs) if pair[0] != pair[1]]
    assert not differ, "here  %s\nthere %s" % differ[0]
    print(f"{len(ours)} texts are the same on {target}")


main()
