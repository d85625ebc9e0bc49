"""text-dedup's MinHash, as its README runs it, with the hash that it calls faster."""

import pathlib
import pickle
import subprocess
import sys

source, folder, processes = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
subprocess.run(
    [sys.executable, "-m", "text_dedup.minhash", "--path", "json", "--data_files", source, "--split", "train", "--column", "body",
     "--cache_dir", folder / "cache", "--output", folder / "kept", "--num_perm", "128", "--ngram", "5", "--threshold", "0.5",
     "--hash_func", "xxh3", "--hash_bits", "32", "--num_proc", processes, "--debug"],
    check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

with open(folder / "kept" / "uf.pkl", "rb") as file:
    found = pickle.load(file)
parents = found.get("parent", found) if isinstance(found, dict) else found.parent
with open(folder / "clusters.tsv", "w") as file:
    for record in parents:
        root = record
        while parents[root] != root:
            root = parents[root]
        print(record, root, sep="\t", file=file)
