"""datasketch's MinHashLSH: sketches from a pool of processes, one index, and the connected texts."""

import json
import multiprocessing
import sys

import xxhash
from datasketch import MinHash, MinHashLSH

from rival import SLOTS, shingles


def body(line):
    return json.loads(line).get("body") or ""


def sketches(lines):
    return MinHash.bulk(([s.encode() for s in shingles(body(line))] for line in lines), num_perm=SLOTS, hashfunc=xxhash.xxh32_intdigest)


def chunks(file, size=200):
    lines = []
    for line in file:
        lines.append(line)
        if len(lines) == size:
            yield lines
            lines = []
    if lines:
        yield lines


def main():
    source, folder, processes = sys.argv[1], sys.argv[2], int(sys.argv[3])
    index = MinHashLSH(threshold=0.5, num_perm=SLOTS)
    parents = []

    def find(x):
        while parents[x] != x:
            x = parents[x]
        return x

    with open(source, "rb") as file, multiprocessing.Pool(processes) as pool:
        for batch in pool.imap(sketches, chunks(file)):
            for sketch in batch:
                record = len(parents)
                parents.append(record)
                if sketch.is_empty():
                    continue
                for other in index.query(sketch):
                    a, b = find(other), find(record)
                    parents[max(a, b)] = min(a, b)
                index.insert(record, sketch)
    with open(f"{folder}/clusters.tsv", "w") as file:
        for record in range(len(parents)):
            print(record, find(record), sep="\t", file=file)


if __name__ == "__main__":
    main()
