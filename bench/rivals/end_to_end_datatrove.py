"""datatrove's MinHash: signatures, buckets, clusters, with the executor for one machine."""

import pathlib
import struct
import sys

from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.dedup import MinhashDedupBuckets, MinhashDedupCluster, MinhashDedupSignature
from datatrove.pipeline.dedup.minhash import MinhashConfig
from datatrove.pipeline.readers import JsonlReader
from datatrove.utils.hashing import HashConfig

source, folder, processes = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3])
config = MinhashConfig(hash_config=HashConfig(precision=64, hash_fc="xxhash"), num_buckets=16, hashes_per_bucket=8, n_grams=5)


def execute(pipeline, tasks, workers, name):
    LocalPipelineExecutor(pipeline=pipeline, tasks=tasks, workers=workers, logging_dir=str(folder / "logs" / name)).run()


def split(parts):  # a task reads whole files
    (folder / "in").mkdir()
    files = [open(folder / "in" / f"{i}.jsonl", "wb") for i in range(parts)]
    with open(source, "rb") as lines:
        for number, line in enumerate(lines):
            files[number % parts].write(line)
    for file in files:
        file.close()


def main():
    split(processes)
    reader = JsonlReader(str(folder / "in"), text_key="body", id_key="id")
    execute([reader, MinhashDedupSignature(str(folder / "sigs"), config=config)], processes, processes, "1")
    execute([MinhashDedupBuckets(str(folder / "sigs"), str(folder / "buckets"), config=config)], config.num_buckets, processes, "2")
    execute([MinhashDedupCluster(str(folder / "buckets"), str(folder / "removed"), config=config)], 1, 1, "3")
    parents = {}

    def find(x):
        while parents.setdefault(x, x) != x:
            x = parents[x]
        return x

    for path in (folder / "buckets").glob("*.dups"):
        for file_a, doc_a, file_b, doc_b in struct.iter_unpack("<4I", path.read_bytes()):
            a, b = find(doc_a * processes + file_a), find(doc_b * processes + file_b)
            parents[max(a, b)] = min(a, b)
    with open(folder / "clusters.tsv", "w") as file:
        for record in list(parents):
            print(record, find(record), sep="\t", file=file)


if __name__ == "__main__":
    main()
