#!/usr/bin/env python3
"""Ways from proven copies to clusters, on the same verified graph: which mixes the fewest stories, and which loses the fewest?

    bench/cluster_methods.py WIREPRINT [--data DIR] [--generated N] [-o FILE]

Connected components; components without their weak edges; components without bridges that are weak; Leiden communities of modularity and of the
constant Potts model (igraph, in a virtual environment of its own: it ends the process at an error and serves one thread); and
wireprint's own average linkage. Judged by the labelled pairs of the shared corpora, and by the true clusters of generated news.
The edges are the copies that `cluster --matches` writes, weighed by the share of the shorter story that the other holds.
"""

import argparse
import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import venv

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".build" / "rivals" / "igraph"
CORPORA = ("lexis-en", "press-de", "opinion-en", "saudi-ar")
COPIES = {"verbatim", "trimmed", "updated"}


def enter_environment():
    python = FOLDER / "bin" / "python"
    if pathlib.Path(sys.prefix).resolve() == FOLDER.resolve():
        return
    if not (FOLDER / "ready").exists():
        venv.create(FOLDER, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "igraph==0.11.8"], check=True)
        (FOLDER / "ready").touch()
    os.execv(python, [python, *sys.argv])


class Clustered:
    """What wireprint makes of a corpus: its clusters, and the copies as (a, b, weight)."""

    def __init__(self, wireprint, corpus):
        with tempfile.TemporaryDirectory() as folder:
            clusters, matches = pathlib.Path(folder, "c.jsonl"), pathlib.Path(folder, "m.jsonl")
            subprocess.run([wireprint, "cluster", corpus, "--format", "jsonl", "-o", clusters, "--matches", matches, "-q"], check=False,
                           stdin=subprocess.DEVNULL)
            self.own = {}
            for number, line in enumerate(clusters.open()):
                for member in json.loads(line)["members"]:
                    self.own[str(member["key"])] = number
            self.edges = []
            for line in matches.open():
                match = json.loads(line)
                self.edges.append((str(match["a"]), str(match["b"]), max(match["copied"], match["kept"])))


def components(edges):
    parent = {}

    def find(key):
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key
    for a, b, _ in edges:
        parent[find(a)] = find(b)
    return {key: find(key) for key in list(parent)}


def graph_of(edges):
    import igraph

    keys = sorted({key for a, b, _ in edges for key in (a, b)})
    place = {key: i for i, key in enumerate(keys)}
    graph = igraph.Graph(n=len(keys), edges=[(place[a], place[b]) for a, b, _ in edges])
    graph.es["weight"] = [weight for *_, weight in edges]
    return keys, graph


def without_weak_bridges(edges, least):
    if not edges:
        return {}
    _, graph = graph_of(edges)
    bridges = set(graph.bridges())
    return components([edge for i, edge in enumerate(edges) if i not in bridges or edge[2] >= least])


def leiden(edges, objective, resolution):
    import random

    import igraph

    if not edges:
        return {}
    igraph.set_random_number_generator(random.Random(1))
    keys, graph = graph_of(edges)
    found = graph.community_leiden(objective_function=objective, weights="weight", resolution=resolution, n_iterations=-1)
    return dict(zip(keys, found.membership))


METHODS = {
    "average linkage (wireprint)": lambda c: c.own,
    "components": lambda c: components(c.edges),
    "edges of 0.6 and more": lambda c: components([e for e in c.edges if e[2] >= 0.6]),
    "edges of 0.75 and more": lambda c: components([e for e in c.edges if e[2] >= 0.75]),
    "without bridges below 0.75": lambda c: without_weak_bridges(c.edges, 0.75),
    "Leiden, modularity": lambda c: leiden(c.edges, "modularity", 1.0),
    "Leiden, Potts 0.1": lambda c: leiden(c.edges, "CPM", 0.1),
    "Leiden, Potts 0.25": lambda c: leiden(c.edges, "CPM", 0.25),
    "Leiden, Potts 0.5": lambda c: leiden(c.edges, "CPM", 0.5),
}


def f1(hits, false_alarms, misses):
    return 2 * hits / max(1, 2 * hits + false_alarms + misses)


def judge_pairs(clusters, pairs):
    table = collections.Counter((a in clusters and clusters.get(a) == clusters.get(b), truth) for a, b, truth in pairs)
    return table[True, True], table[True, False], table[False, True]


def judge_truth(clusters, truth):
    pairs = lambda n: n * (n - 1) // 2
    cells, found, true = collections.Counter(), collections.Counter(), collections.Counter()
    for key, cluster in truth.items():
        own = clusters.get(key, "alone " + key)
        cells[own, cluster] += 1
        found[own] += 1
        true[cluster] += 1
    together = sum(map(pairs, cells.values()))
    return together, sum(map(pairs, found.values())) - together, sum(map(pairs, true.values())) - together


def read_pairs(data):
    pairs = collections.defaultdict(list)
    for line in (data / "pairs.tsv").read_text().splitlines()[1:]:
        corpus, a, b, label, *_ = line.split("\t")
        if label != "partial":
            pairs[corpus].append((a, b, label in COPIES))
    return pairs


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wireprint")
    parser.add_argument("--data", type=pathlib.Path, default=pathlib.Path(os.environ.get("WIREPRINT_DATA", ROOT / ".." / "shared" / "data")))
    parser.add_argument("--generated", type=int, default=50_000)
    parser.add_argument("-o", "--output", type=pathlib.Path)
    options = parser.parse_args()
    enter_environment()
    pairs = read_pairs(options.data)
    corpora = {name: Clustered(options.wireprint, options.data / f"{name}.jsonl.zst") for name in CORPORA}
    with tempfile.TemporaryDirectory() as folder:
        articles, truth_file = pathlib.Path(folder, "g.jsonl"), pathlib.Path(folder, "g.tsv")
        subprocess.run([options.wireprint, "generate", "--articles", str(options.generated), "-o", articles, "--truth", truth_file], check=True)
        truth = dict(line.split("\t")[:2] for line in truth_file.read_text().splitlines()[1:])
        generated = Clustered(options.wireprint, articles)
    rows = []
    print(f"{'method':<30}{'precision':>10}{'recall':>8}{'F1':>8}{'largest':>9}{'generated F1':>14}")
    for name, method in METHODS.items():
        sums, largest = collections.Counter(), 0
        for corpus, clustered in corpora.items():
            clusters = method(clustered)
            largest = max(largest, *collections.Counter(clusters.values()).values())
            sums.update(dict(zip(("hits", "false_alarms", "misses"), judge_pairs(clusters, pairs[corpus]))))
        hits, false_alarms, misses = sums["hits"], sums["false_alarms"], sums["misses"]
        row = {"method": name, "precision": hits / max(1, hits + false_alarms), "recall": hits / max(1, hits + misses), "f1": f1(hits, false_alarms, misses),
               "largest": largest, "generated_f1": f1(*judge_truth(method(generated), truth))}
        rows.append({key: round(value, 4) if isinstance(value, float) else value for key, value in row.items()})
        print("{method:<30}{precision:>10.4f}{recall:>8.4f}{f1:>8.4f}{largest:>9}{generated_f1:>14.4f}".format(**row), flush=True)
    if options.output:
        options.output.write_text(json.dumps({"pairs": sum(map(len, pairs.values())), "generated": options.generated, "rows": rows}, indent=1) + "\n")


if __name__ == "__main__":
    main()
