#!/usr/bin/env python3
"""What misread letters cost: generated news as a scanner reads it, clustered by words and with --recipe ocr.

    bench/misread.py WIREPRINT [--articles N] [--seed N] [-o FILE]

A row for each share of misread characters, and one for scanned pages, whose copies resemble each other as those in scanned newspapers do (Silcock et
al. 2023: 0.30, 0.26 and 0.23 on average for 3-, 4- and 5-grams of words): the resemblance of true copies, and precision, recall and F1 over pairs of
articles. The truth is known because the news is made up.
"""

import argparse
import collections
import itertools
import json
import pathlib
import re
import subprocess
import tempfile

GRAMS = (3, 4, 5)
READINGS = ("0", "1", "3", "5", "10", "pages")
RECIPES = {"words": [], "ocr": ["--recipe", "ocr"]}
PAIRWISE = re.compile(r"pairwise +precision ([\d.]+)  recall ([\d.]+)  F1 ([\d.]+)")


def true_copies(truth):
    """Pairs of one story. Chinese is left out, where a word gram is no gram of words."""
    stories = collections.defaultdict(list)
    for line in truth.read_text().splitlines()[1:]:
        key, cluster, *_ = line.split("\t")
        if not key.startswith("broadcast-zh") and not cluster.endswith("notice"):
            stories[cluster].append(key)
    return [pair for keys in stories.values() for pair in itertools.combinations(keys, 2)]


def word_grams(text, words):
    tokens = re.findall(r"\w+", text.lower())
    return {tuple(tokens[at : at + words]) for at in range(max(1, len(tokens) - words + 1))}


def resemblances(news, truth):
    articles = map(json.loads, news.read_text(encoding="utf-8").splitlines())
    bodies = {article["id"]: article["body"] for article in articles}
    pairs = true_copies(truth)
    means = []
    for words in GRAMS:
        sets = {key: word_grams(bodies[key], words) for key in set(itertools.chain(*pairs))}
        means.append(sum(len(sets[a] & sets[b]) / len(sets[a] | sets[b]) for a, b in pairs) / len(pairs))
    return means


def judged(wireprint, news, truth, options):
    text = subprocess.run([wireprint, "evaluate", news, "--clusters", truth, "-q", *options], check=True, capture_output=True, text=True).stdout
    return [float(figure) for figure in PAIRWISE.search(text).groups()]


def row_of(options, reading, folder):
    news, truth = pathlib.Path(folder, "news.jsonl"), pathlib.Path(folder, "news.truth.tsv")
    subprocess.run([options.wireprint, "generate", "--articles", str(options.articles), "--seed", str(options.seed), "--misread", reading, "-o", news,
                    "--truth", truth], check=True)
    row = {"misread": reading, **{f"jaccard_{words}": mean for words, mean in zip(GRAMS, resemblances(news, truth))}}
    for name, recipe in RECIPES.items():
        row.update(zip((f"{name}_precision", f"{name}_recall", f"{name}_f1"), judged(options.wireprint, news, truth, recipe)))
    return {key: round(value, 4) if isinstance(value, float) else value for key, value in row.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wireprint")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("-o", "--output", type=pathlib.Path)
    options = parser.parse_args()
    rows = []
    print(f"{'':<8}{'copies resemble by':<22}{'by words':<26}{'--recipe ocr':<26}")
    print(f"{'misread':<8}{'3':<7}{'4':<7}{'5-grams':<8}" + 2 * f"{'precision':<11}{'recall':<8}{'F1':<7}")
    with tempfile.TemporaryDirectory() as folder:
        for reading in READINGS:
            rows.append(row_of(options, reading, folder))
            print(("{misread:<8}{jaccard_3:<7.3f}{jaccard_4:<7.3f}{jaccard_5:<8.3f}{words_precision:<11.4f}{words_recall:<8.4f}{words_f1:<7.4f}"
                   "{ocr_precision:<11.4f}{ocr_recall:<8.4f}{ocr_f1:<7.4f}").format(**rows[-1]), flush=True)
    if options.output:
        options.output.write_text(json.dumps({"articles": options.articles, "seed": options.seed, "rows": rows}, indent=1) + "\n")


if __name__ == "__main__":
    main()
