"""The same articles give the same bytes, whatever the number of threads and the order of inputs."""

import random
import unittest

from running import SAMPLE, InFolder, run


class TheClusters(InFolder):
    def test_do_not_depend_on_threads(self):
        one = run("cluster", SAMPLE, "--format", "jsonl", "--threads", 1).stdout
        self.assertEqual(run("cluster", SAMPLE, "--format", "jsonl", "--threads", 4).stdout, one)

    def test_do_not_depend_on_the_order_of_articles(self):
        with open(SAMPLE, encoding="utf-8") as sample:
            records = sample.read().splitlines()
        random.Random(7).shuffle(records)
        half = len(records) // 2
        parts = [self.file("b.jsonl", *records[half:]), self.file("a.jsonl", *records[:half])]
        self.assertEqual(run("cluster", *parts, "--format", "jsonl").stdout, run("cluster", SAMPLE, "--format", "jsonl").stdout)


if __name__ == "__main__":
    unittest.main()
