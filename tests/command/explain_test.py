"""`wireprint explain` says what `wireprint cluster` did."""

import unittest

from running import SAMPLE, InFolder, lines, run


class APair(InFolder):
    def explained(self, a, b):
        done = run("explain", "--key", a, "--key", b, SAMPLE)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.decode()

    def test_that_is_a_copy_starts_with_that(self):
        text = self.explained("ferry-ap", "ferry-wexcombe")
        self.assertTrue(text.startswith("ferry-wexcombe is a copy of ferry-ap, trimmed: "), text)
        sizes = {cluster["cluster"]: cluster["size"] for cluster in lines(run("cluster", SAMPLE, "--format", "jsonl").stdout)}
        self.assertIn(f"Joined: both are in cluster ferry-ap of {sizes['ferry-ap']} articles.", text)
        self.assertIn("Passage 1 of ", text)

    def test_may_be_named_in_any_order(self):
        self.assertEqual(self.explained("ferry-ap", "ferry-wexcombe"), self.explained("ferry-wexcombe", "ferry-ap"))

    def test_of_unlike_texts_is_told_apart(self):
        self.assertIn("are different texts", self.explained("ferry-ap", "library-gazette"))

    def test_fits_a_hundred_columns(self):
        self.assertLessEqual(max(map(len, self.explained("ferry-ap", "ferry-millbrook").splitlines())), 100)


class AnArticle(InFolder):
    def test_shows_what_is_not_story_and_what_is_near(self):
        text = run("explain", SAMPLE, "--key", "ferry-wexcombe").stdout.decode()
        for part in ("Wexcombe Radio News", "Not story, by kind and rule:", "agency_credit", "Nearest", "ferry-ap", "trimmed"):
            self.assertIn(part, text)

    def test_that_is_unknown_is_named(self):
        done = run("explain", SAMPLE, "--key", "nobody")
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn(b"'nobody'", done.stderr)


if __name__ == "__main__":
    unittest.main()
