"""What every rival is asked: the same texts and the same ready hashes, timed in the same way, with the error beside it.

A rival's file makes an object of a class like Rival and calls main(). The folder it is given is written by `run`.
"""

import importlib.metadata
import json
import math
import os
import struct
import sys
import time

os.environ.setdefault("RAYON_NUM_THREADS", "1")  # one thread for all; read when a library starts its pool
os.environ.setdefault("OMP_NUM_THREADS", "1")

SLOTS = 128
SHINGLE_WORDS = 5
PASSES = 3


def shingles(text):
    """Distinct word 5-grams as Python programs make them: lower case, cut at white space."""
    words = text.lower().split()
    if len(words) < SHINGLE_WORDS:
        return [" ".join(words)] if words else []
    return list({" ".join(words[i : i + SHINGLE_WORDS]) for i in range(len(words) - SHINGLE_WORDS + 1)})


class Rival:
    """To be subclassed. What a rival cannot do stays None."""

    name = ""
    package = ""
    settings = ""
    sketch_texts = None  # (texts) -> sketches, from raw text
    sketch_hashes = None  # (numpy array of 64-bit hashes, numpy array of row offsets) -> sketches

    def estimate(self, sketches, i, j):
        """The estimated resemblance of the sets i and j."""
        raise NotImplementedError

    def estimate_texts(self, pairs):
        """The estimated resemblance of each pair of texts."""
        sketches = self.sketch_texts([text for pair in pairs for text in pair])
        return [self.estimate(sketches, 2 * i, 2 * i + 1) for i in range(len(pairs))]


def read_strings(path):
    """UTF-8 strings, each behind its length in bytes (32 bits, little-endian)."""
    strings = []
    with open(path, "rb") as file:
        data = file.read()
    at = 0
    while at < len(data):
        (length,) = struct.unpack_from("<I", data, at)
        strings.append(data[at + 4 : at + 4 + length].decode())
        at += 4 + length
    return strings


def exact_resemblance(pair):
    a, b = set(shingles(pair[0])), set(shingles(pair[1]))
    return len(a & b) / len(a | b)


def errors(estimates, exact):
    differences = [estimate - truth for estimate, truth in zip(estimates, exact)]
    count = len(differences)
    return {"rmse": math.sqrt(sum(d * d for d in differences) / count), "bias": sum(differences) / count, "pairs": count}


def least_seconds(work):
    best = math.inf
    for _ in range(PASSES):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def text_row(rival, folder, name):
    texts = read_strings(f"{folder}/texts-{name}.bin")
    flat = read_strings(f"{folder}/text-pairs-{name}.bin")
    pairs = list(zip(flat[::2], flat[1::2]))
    found = errors(rival.estimate_texts(pairs), [exact_resemblance(pair) for pair in pairs])
    size = sum(len(text.encode()) for text in texts)
    seconds = least_seconds(lambda: rival.sketch_texts(texts))
    return {"from": "text", "input": name, "bytes": size, "seconds": seconds, "mb_per_second": size / 1e6 / seconds, **found}


def hash_row(rival, folder, size):
    import numpy

    hashes = numpy.fromfile(f"{folder}/sets-{size}.bin", dtype=numpy.uint64)
    pairs = numpy.fromfile(f"{folder}/set-pairs-{size}.bin", dtype=numpy.uint64)
    exact = numpy.fromfile(f"{folder}/set-pairs-{size}-exact.bin", dtype=numpy.float64)
    offsets = lambda count: numpy.arange(0, count + 1, size, dtype=numpy.uint64)
    sketches = rival.sketch_hashes(pairs, offsets(len(pairs)))
    found = errors([rival.estimate(sketches, 2 * i, 2 * i + 1) for i in range(len(exact))], exact.tolist())
    rows = offsets(len(hashes))
    seconds = least_seconds(lambda: rival.sketch_hashes(hashes, rows))
    return {"from": "hashes", "input": size, "hashes": len(hashes), "seconds": seconds, "mhashes_per_second": len(hashes) / 1e6 / seconds, **found}


def print_rows(rivals, folder):
    with open(f"{folder}/inputs.json") as file:
        inputs = json.load(file)
    for rival in rivals:
        about = {"rival": rival.name, "version": importlib.metadata.version(rival.package), "settings": rival.settings}
        rows = [(text_row, name) for name in inputs["texts"]] if rival.sketch_texts else []
        rows += [(hash_row, size) for size in inputs["set_sizes"]] if rival.sketch_hashes else []
        for row, what in rows:
            print(json.dumps({**about, **row(rival, folder, what)}), flush=True)


def main(*rivals):
    print_rows(rivals, sys.argv[1])
