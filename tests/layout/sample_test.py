"""fixtures/README.md says of every article of the sample what it shows, and of no other."""

import json
import re
import sys
import unittest
from collections import Counter
from pathlib import Path

FIXTURES = Path(sys.argv.pop(1)) / "fixtures"
ARTICLES = {str(article["id"]): article for article in map(json.loads, (FIXTURES / "sample.jsonl").read_text(encoding="utf-8").splitlines())}
TEXT = (FIXTURES / "README.md").read_text(encoding="utf-8")
CLUSTERS = re.findall(r"^\| `([^`]+)` \| `([^`]+)` \| (original|verbatim|trimmed|extended|updated|rewritten) \|", TEXT, re.MULTILINE)
PAIRS = re.findall(r"^\| `([^`]+)` \| `([^`]+)` \| (quote|partial|template) \|", TEXT, re.MULTILINE)
ALONE = re.findall(r"^\| `([^`]+)` \| (ok|empty|no_content|short) \|", TEXT, re.MULTILINE)


class TheSample(unittest.TestCase):
    def test_is_explained_article_by_article(self):
        explained = [key for key, *_ in CLUSTERS + ALONE] + [key for pair in PAIRS for key in pair[:2]]
        self.assertEqual(Counter(explained), Counter(list(ARTICLES)))

    def test_shows_every_role_verdict_and_status(self):
        self.assertEqual({role for _, _, role in CLUSTERS}, {"original", "verbatim", "trimmed", "extended", "updated", "rewritten"})
        self.assertEqual({verdict for _, _, verdict in PAIRS}, {"quote", "partial", "template"})
        self.assertEqual({status for _, status in ALONE}, {"ok", "empty", "no_content", "short"})

    def test_names_originals_that_are_originals(self):
        originals = {key for key, _, role in CLUSTERS if role == "original"}
        self.assertEqual({original for _, original, _ in CLUSTERS}, originals)

    def test_has_an_undated_article_and_dates_of_every_precision(self):
        dates = [article["published"] for article in ARTICLES.values()]
        self.assertEqual({None if date is None else len(re.sub(r"(Z|[+-]\d\d:\d\d)$", "", date)) for date in dates}, {None, 10, 16, 19})


unittest.main()
