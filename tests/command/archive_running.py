"""What the tests of an archive share: stories, nights, and a follower of its events."""

import random
import subprocess

from running import COMMAND, InFolder, lines, record, run

WORDS = "harbour ferry council budget bridge school storm clinic union museum library orchard tunnel market station bakery theatre canal garden mill".split()


def story(seed, words=120):
    """Running text of invented words: two stories share nothing."""
    dice = random.Random(seed)
    return " ".join(f"{dice.choice(WORDS)}{dice.randrange(10**6)}" for _ in range(words)) + "."


def article(key, body, outlet="Harbor Ledger", day=1, hour=9, **fields):
    return record(key, body=body, outlet=outlet, published=f"2021-03-{day:02}T{hour:02}:00:00Z", headline=f"Story {key}", **fields)


def newsroom(seed, nights=6, stories=8, prints=4):
    """Nights of lines: each story is printed by some outlets, whole, cut or extended, over several nights."""
    dice = random.Random(seed)
    dated = []
    for number in range(stories):
        body, start = story(f"{seed}-{number}"), dice.randrange(1, nights + 1)
        for copy in range(dice.randrange(1, prints + 1)):
            day = min(nights, start + dice.randrange(3))
            words = body.split()
            text = {0: body, 1: " ".join(words[: 90 + dice.randrange(20)]), 2: body + " " + story(f"{seed}-{number}-{copy}", 25)}[dice.randrange(3)]
            dated.append((day, article(f"k{number}-{copy}", text, outlet=f"Outlet {copy}", day=day, hour=dice.randrange(24))))
    dice.shuffle(dated)
    return [[line for day, line in dated if day == night] for night in range(1, nights + 1)]


class Follower:
    """Another database that knows nothing but the events."""

    def __init__(self):
        self.seq, self.cluster_of = 0, {}

    def follow(self, events):
        for event in events:
            assert event["seq"] == self.seq + 1, event
            self.seq = event["seq"]
            if event["event"] == "merged":
                self.cluster_of = {key: event["cluster"] if cluster in event["from"] else cluster for key, cluster in self.cluster_of.items()}
            elif event["event"] == "removed":
                self.cluster_of.pop(event["key"], None)
            elif event["key"] is not None:
                self.cluster_of[event["key"]] = event["cluster"]

    def clusters(self):
        found = {}
        for key, cluster in self.cluster_of.items():
            if cluster is not None:
                found.setdefault(cluster, set()).add(key)
        return found


def members(exported):
    return {cluster["cluster"]: {member["key"] for member in cluster["members"]} for cluster in exported}


class InArchive(InFolder):
    """Each test has an archive of its own that is not there yet, self.archive."""

    def setUp(self):
        super().setUp()
        self.archive = self.folder / "archive"

    def add(self, *arguments, code=0, archive=None, **options):
        done = run("add", "--quiet", "--archive", archive or self.archive, *arguments, **options)
        self.assertEqual(done.returncode, code, done.stderr)
        return done

    def night(self, *records, name="night.jsonl", **options):
        return lines(self.add(self.file(name, *records), **options).stdout)

    def of_archive(self, part, *arguments, code=0, archive=None):
        done = run("archive", part, *arguments, "--archive", archive or self.archive)
        self.assertEqual(done.returncode, code, done.stderr)
        return done.stdout

    def exported(self, archive=None):
        return lines(self.of_archive("export", "clusters", archive=archive))

    def check(self, *records, arguments=(), code=0):
        done = run("check", "--archive", self.archive, self.file("asked.jsonl", *records), *arguments)
        self.assertEqual(done.returncode, code, done.stderr)
        return lines(done.stdout)


class Talk:
    """A command that is held open: a line in, a line out."""

    def __init__(self, *arguments):
        self.process = subprocess.Popen([COMMAND, *map(str, arguments)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def say(self, *texts):
        self.process.stdin.write("".join(text + "\n" for text in texts).encode())
        self.process.stdin.flush()

    def hear(self):
        return lines(self.process.stdout.readline())[0]

    def ask(self, text):
        self.say(text)
        return self.hear()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            pipe.close()
        self.process.wait()

    def end(self):
        self.process.stdin.close()
        rest = self.process.stdout.read()
        return self.process.wait(), lines(rest)
