"""The real corpora give the same clusters from CSV, from a JSON array and from a folder of texts. Takes minutes; skips where they are not."""

import csv
import io
import json
import os
import subprocess
import unittest
from pathlib import Path

from running import InFolder, lines, run

DATA = Path(os.environ.get("WIREPRINT_DATA", Path(__file__).resolve().parents[2] / ".." / "shared" / "data"))
MOST = int(os.environ.get("WIREPRINT_ARTICLES", "0"))  # of each corpus, from its beginning; 0 for all


def articles_of(path):
    packed = subprocess.run(["zstd", "-dcq", str(path)], stdout=subprocess.PIPE, check=True).stdout
    found = [json.loads(line) for line in packed.decode().splitlines()]
    return found[:MOST] if MOST else found


def clusters(path):
    done = run("cluster", "-q", "--format", "jsonl", path, timeout=1500)
    return sorted((str(c["original"]), sorted((str(m["key"]), m["role"]) for m in c["members"])) for c in lines(done.stdout))


class SharedCorpora(InFolder):
    def setUp(self):
        super().setUp()
        self.corpora = sorted(DATA.glob("*.jsonl.zst"))
        if not self.corpora:
            self.skipTest(f"no corpora in {DATA}; set WIREPRINT_DATA")

    def written(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8", newline="")
        return path

    def test_give_the_same_clusters_from_every_format(self):
        for corpus in self.corpora:
            articles = articles_of(corpus)
            names = list(dict.fromkeys(name for article in articles for name in article))
            rows = io.StringIO()
            writer = csv.writer(rows)
            writer.writerow(names)
            writer.writerows([article.get(name) for name in names] for article in articles)
            expected = clusters(self.written("a.jsonl", "\n".join(map(json.dumps, articles))))
            with self.subTest(corpus=corpus.name):
                self.assertEqual(clusters(self.written("a.json", json.dumps(articles, ensure_ascii=False, indent=1))), expected)
                self.assertEqual(clusters(self.written("a.csv", rows.getvalue())), expected)

    # A text file has a body and no more, so it is held against records that have a key and a body and no more.
    def test_give_the_same_clusters_from_a_folder_of_texts_as_from_bodies_alone(self):
        for corpus in self.corpora:
            articles = articles_of(corpus)
            texts = self.folder / corpus.stem
            texts.mkdir()
            keys = [f"{texts}/{number:06}.txt" for number in range(len(articles))]
            for key, article in zip(keys, articles):
                Path(key).write_text(article.get("body") or "", encoding="utf-8", newline="")
            bodies = self.written("b.jsonl", "\n".join(json.dumps({"id": key, "body": article.get("body")}) for key, article in zip(keys, articles)))
            with self.subTest(corpus=corpus.name):
                self.assertEqual(clusters(texts), clusters(bodies))


if __name__ == "__main__":
    unittest.main()
