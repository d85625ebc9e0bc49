"""What people have as input is read as it is, whatever its format."""

import csv
import gzip
import io
import json
import unittest

from running import SAMPLE, STORY, InFolder, lines, record, run

ARTICLES = [json.loads(line) for line in open(SAMPLE, encoding="utf-8")]
NAMES = list(dict.fromkeys(name for article in ARTICLES for name in article))


def table(delimiter, articles=ARTICLES, names=NAMES, **style):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, **style)
    writer.writerow(names)
    writer.writerows([article.get(name) for name in names] for article in articles)
    return text.getvalue()


def members(done):
    return sorted(sorted(str(member["key"]) for member in cluster["members"]) for cluster in lines(done.stdout))


class OneSetOfArticles(InFolder):
    def setUp(self):
        super().setUp()
        self.expected = run("cluster", "-q", "--format", "jsonl", SAMPLE).stdout
        self.assertTrue(self.expected)

    def written(self, name, text):
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def assert_same(self, *arguments, **options):
        self.assertEqual(run("cluster", "-q", "--format", "jsonl", *arguments, **options).stdout, self.expected, arguments)

    def test_gives_the_same_lines_from_every_format_told_by_its_content(self):
        forms = {"array": json.dumps(ARTICLES), "pretty": json.dumps(ARTICLES, indent=2, ensure_ascii=False),
                 "stream": "\n".join(json.dumps(article, indent=1) for article in ARTICLES),
                 "comma": table(","), "tab": table("\t"), "semicolon": table(";"), "quoted": table(",", quoting=csv.QUOTE_ALL),
                 "unix": table(",", lineterminator="\n"), "marked": "\ufeff" + table(",")}
        for name, text in forms.items():
            self.assert_same(self.written(name, text))
            self.assert_same(self.written(name + ".gz", gzip.compress(text.encode())))

    def test_gives_the_same_lines_from_standard_input(self):
        for text in (json.dumps(ARTICLES), table(",")):
            with open(self.written("x", text), "rb") as given:
                self.assert_same("-", stdin=given)

    def test_gives_the_same_lines_from_a_folder_of_several_formats(self):
        folder = self.folder / "all"
        (folder / "deep").mkdir(parents=True)
        third = len(ARTICLES) // 3
        self.written("all/a.csv", table(",", ARTICLES[:third]))
        self.written("all/deep/b.json", json.dumps(ARTICLES[third:2 * third]))
        self.written("all/deep/.hidden", "no article at all")
        self.written("all/z", "\n".join(map(json.dumps, ARTICLES[2 * third:])))
        self.assert_same(folder)

    def test_gives_the_same_clusters_from_a_folder_of_texts_as_from_bodies_alone(self):
        bodies = self.written("bodies.jsonl", "\n".join(json.dumps({"id": str(a["id"]), "body": a["body"]}) for a in ARTICLES))
        (self.folder / "texts").mkdir()
        for article in ARTICLES:
            self.written(f"texts/{article['id']}.txt", article["body"] or "")
        found = members(run("cluster", "-q", "--format", "jsonl", self.folder / "texts"))
        expected = members(run("cluster", "-q", "--format", "jsonl", bodies))
        self.assertGreater(len(expected), 3)
        names = [[key.removeprefix(f"{self.folder}/texts/").removesuffix(".txt") for key in keys] for keys in found]
        self.assertEqual(sorted(map(sorted, names)), sorted(map(sorted, expected)))  # a path sorts apart from a key

    def test_in_a_format_that_content_does_not_tell_is_read_as_one_is_told(self):
        unknown = table("\t", [{"nr": 1, "wer": "A", "was": STORY * 2}, {"nr": 2, "wer": "B", "was": STORY * 2}], ["nr", "wer", "was"])
        done = run("cluster", "--from", "tsv", "--id-field", "NR", "--body-field", "was", "--outlet-field", "wer", "--format", "jsonl",
                   self.written("x", unknown))
        self.assertEqual(members(done), [["1", "2"]])


class WithArticles(InFolder):
    def articles(self, *records, arguments=()):
        out = self.folder / "articles.jsonl"
        path = self.folder / "in.jsonl"
        path.write_text("".join(json.dumps(fields) + "\n" for fields in records), encoding="utf-8")
        done = run("cluster", path, "--articles", out, *arguments)
        self.assertIn(done.returncode, (0, 4), done.stderr)
        return lines(out.read_text(encoding="utf-8"))


class Names(WithArticles):
    def test_of_fields_are_known_as_news_tools_write_them_in_any_case(self):
        known = {"key": "id key guid article_id stories_id", "outlet": "outlet source domain publisher media_name source_domain source_id",
                 "published": "published date pub_date publish_date date_publish published_at pubDate timestamp created",
                 "url": "url link", "language": "language lang"}
        for field, names in known.items():
            for name in names.split():
                for written in (name, name.upper()):
                    value = "2021-02-25" if field == "published" else "value"
                    article, = self.articles({"body": STORY, written: value})
                    self.assertEqual(article[field], value, written)
        for name in ("headline", "title", "TITLE"):
            run("cluster", self.file("in.jsonl", json.dumps({"body": STORY, name: "Tide"})), "--format", "jsonl", "--singletons", "-o", self.folder / "clusters")
            self.assertEqual(lines((self.folder / "clusters").read_text())[0]["members"][0]["headline"], "Tide", name)
        for name in "body text content maintext article".split():
            article, = self.articles({name.title(): STORY})
            self.assertEqual(article["words"], len(STORY.split()), name)

    def test_of_fields_can_be_mapped_and_nested_ones_too(self):
        article, = self.articles({"meta": {"id": "k", "where/from": "Ledger"}, "story": {"parts": [{"plain": STORY}]}},
                                 arguments=("--id-field", "/meta/id", "--outlet-field", "/meta/where~1from", "--body-field", "/story/parts/0/plain"))
        self.assertEqual((article["key"], article["outlet"], article["words"]), ("k", "Ledger", len(STORY.split())))

    def test_that_are_wrong_end_with_2(self):
        for arguments in (("--body-field", "/a~2"), ("--key", "outlet,"), ("--timezone", "Mars/Olympus"), ("--from", "xml"), ("--max-record", "many")):
            done = run("cluster", SAMPLE, *arguments)
            self.assertEqual((done.returncode, done.stdout), (2, b""), arguments)

    def test_make_a_key_of_several_fields(self):
        found = self.articles({"id": 7, "domain": "a|b", "body": STORY}, {"id": 7, "domain": "c", "body": STORY}, arguments=("--key", "outlet,id"))
        self.assertEqual([article["key"] for article in found], ["a\\|b|7", "c|7"])
        self.assertEqual([article["status"] for article in found], ["ok", "ok"])

    def test_that_are_missing_make_the_same_key_in_every_format(self):
        article = {"outlet": "Ledger", "published": "2021-02-25", "headline": "Tide", "body": STORY.strip()}
        of_json, = self.articles(article)
        rows = self.folder / "in.csv"
        rows.write_text(table(",", [article], list(article)), encoding="utf-8")
        out = self.folder / "of-csv.jsonl"
        run("cluster", rows, "--articles", out)
        self.assertRegex(of_json["key"], r"^~[0-9a-f]{32}$")
        self.assertEqual(lines(out.read_text())[0]["key"], of_json["key"])

    def test_of_zones_settle_times_that_name_none(self):
        records = [{"id": i, "body": STORY, "date": date} for i, date in enumerate(("2021-07-01 10:00", "2021-07-01 10:00 EST", "2021-07-01"))]
        found = self.articles(*records, arguments=("--timezone", "Europe/Berlin"))
        self.assertEqual([article["published"] for article in found], ["2021-07-01T10:00+02:00", "2021-07-01T10:00-05:00", "2021-07-01"])


class Dates(WithArticles):
    read = {"2021-02-25": ("2021-02-25", "day"), "2021-02-25T10:05": ("2021-02-25T10:05", "minute"), "2021-02-25 10:05:30": ("2021-02-25T10:05:30", "second"),
            "2021-02-25T10:05:30+01:00": ("2021-02-25T10:05:30+01:00", "second"), "Thu, 25 Feb 2021 10:05:00 GMT": ("2021-02-25T10:05:00Z", "second"),
            "20220101": ("2022-01-01", "day"), "01.12.14": ("2014-12-01", "day"), "June 30, 2017 Friday": ("2017-06-30", "day"),
            "June 1, 2017 Thursday 5:00 AM PT": ("2017-06-01T05:00-07:00", "minute"), "June 1, 2017 Thursday 5:00 PM EST": ("2017-06-01T17:00-05:00", "minute"),
            "June 1, 2017 Thursday 12:00 AM EDT": ("2017-06-01T00:00-04:00", "minute"), "June 1, 2017 Thursday 05:00 GMT": ("2017-06-01T05:00Z", "minute"),
            "June 1, 2017 Thursday 5:00 AM XYZT": ("2017-06-01", "day"), 1614247500: ("2021-02-25T10:05:00Z", "second"), "1614247500": ("2021-02-25T10:05:00Z", "second"),
            1614247500999: ("2021-02-25T10:05:00Z", "second"), "1614247500999": ("2021-02-25T10:05:00Z", "second"), 20220101: ("2022-01-01", "day")}
    not_read = ["yesterday", "2021-02-30", "05/06/2014", "0000-00-00", -1614247500]

    def test_are_read_as_they_come_and_with_what_they_say(self):
        found = self.articles(*({"id": i, "body": STORY, "published": date} for i, date in enumerate(self.read)))
        self.assertEqual({date: (a["published"], a["published_precision"]) for date, a in zip(self.read, found, strict=True)}, self.read)

    def test_that_cannot_be_read_are_none_and_counted_with_the_options_that_help(self):
        path = self.file("in.jsonl", *(json.dumps({"id": i, "body": STORY, "date": date}) for i, date in enumerate([*self.not_read, None, "2021-02-25"])))
        done = run("cluster", path, "--articles", self.folder / "articles")
        self.assertEqual([(a["published"], a["published_precision"]) for a in lines((self.folder / "articles").read_text())], [(None, "none")] * 6 + [("2021-02-25", "day")])
        self.assertEqual(done.returncode, 0)
        for part in (b"6 undated, 5 of them by a date that could not be read", b"--dry-run", b"--published-field"):
            self.assertIn(part, done.stderr)

    def test_of_an_outlet_that_are_all_midnight_are_days(self):
        for count, precision in ((19, "second"), (20, "day")):
            dates = [f"2021-02-{day:02}T00:00:00Z" for day in range(1, count + 1)]
            found = self.articles(*({"id": i, "outlet": "Ledger", "body": STORY, "date": date} for i, date in enumerate(dates)),
                                  {"id": "x", "outlet": "Post", "body": STORY, "date": "2021-02-03T00:00:00Z"})
            self.assertEqual([a["published_precision"] for a in found], [precision] * count + ["second"])


class Keys(WithArticles):
    def statuses(self, *records):
        return [article["status"] for article in self.articles(*({"body": STORY, **fields} for fields in records))]

    def test_that_come_again_leave_the_newest(self):
        self.assertEqual(self.statuses({"id": 1, "updated": "2021-02-26", "date": "2021-01-01"}, {"id": 1, "updated": "2021-02-25", "date": "2021-03-01"}),
                         ["ok", "superseded"])
        self.assertEqual(self.statuses({"id": 1, "date": "2021-02-26"}, {"id": "1", "date": "2021-02-25"}), ["ok", "superseded"])
        self.assertEqual(self.statuses({"id": 1}, {"id": 1}, {"id": 1}), ["superseded", "superseded", "ok"])
        self.assertEqual(self.statuses({"id": 1, "date": "1965-01-01"}, {"id": 1}), ["ok", "superseded"])

    def test_that_outlets_share_are_said_with_the_way_out(self):
        path = self.file("in.jsonl", record(1, outlet="A"), record(1, outlet="B"), record(2), record(2))
        self.assertIn(b"1 article was set aside for a newer one of another outlet under the same key; '--key outlet,id'", run("cluster", "-q", path).stderr)
        self.assertEqual(run("cluster", "-q", "--key", "outlet,id", path).stderr, b"")


class DryRun(InFolder):
    def test_says_what_was_understood_and_writes_nothing(self):
        path = self.file("in.jsonl", record("a", published="the day of the flood", language="en", section="sport"), record("b", body="<p>Tide &amp; wind.</p>"))
        said = run("cluster", "--dry-run", "-o", self.folder / "out", path)
        self.assertEqual((said.returncode, self.names()), (0, ["in.jsonl"]))
        for part in ("1 jsonl", "body       body (2)", "updated    nothing; --updated-field names it", "not used   section (1)", "1 of 2 (50.0 %) readable",
                     "1 not understood", "the day of the flood", "en (1)", "Harbor Ledger (2)", "taken off 1 of 2", "The harbour bridge will close"):
            self.assertIn(part, said.stdout.decode())

    def test_says_what_was_understood_of_references_too(self):
        old = self.file("old.jsonl", record("o", outlet="Archive", published="2021-02-25T09:00"))
        said = run("cluster", "--dry-run", self.file("in.jsonl", record("a")), "--against", old)
        self.assertEqual(said.returncode, 0)
        of_input, of_references = said.stdout.decode().split("\nreferences\n")
        self.assertIn("Harbor Ledger (1)", of_input)
        for part in ("Archive (1)", "1 name a time without a zone; --timezone"):
            self.assertIn(part, of_references)
            self.assertNotIn(part, of_input)

    def test_ends_as_the_run_would(self):
        unmapped = self.file("old.jsonl", json.dumps({"id": 1, "plain": STORY}))
        self.assertEqual(run("cluster", "--dry-run", self.file("a", record("a")), "--against", unmapped).returncode, 2)
        self.assertEqual(run("cluster", "--dry-run", self.folder / "absent").returncode, 2)
        self.assertEqual(run("cluster", "--dry-run", self.file("a", record("a"), "{")).returncode, 4)
        self.assertEqual(run("cluster", "--dry-run", "--max-bad", "1", self.file("a", record("a"), "{")).returncode, 0)
        self.assertEqual(run("explain", "--key", "a", "--dry-run", self.file("a", record("a"))).returncode, 0)


class Bodies(InFolder):
    def unmapped(self, count=3):
        return self.file("in.jsonl", *(json.dumps({"id": i, "full": {"plain": STORY}, "kind": "news"}) for i in range(count)))

    def test_that_are_not_found_stop_the_run_before_anything_is_written(self):
        for count in (1, 3, 2500):
            done = run("cluster", self.unmapped(count), "-o", self.folder / "out", "--articles", self.folder / "articles")
            self.assertEqual((done.returncode, done.stdout, self.names()), (2, b"", ["in.jsonl"]))
            for part in (b"have no body", b"full, /full/plain", b"kind", b"--body-field", b"--force"):
                self.assertIn(part, done.stderr.replace(b"/full/plain, full", b"full, /full/plain"))

    def test_that_are_not_found_in_references_stop_the_run_too(self):
        new = self.file("new.jsonl", *(record(i) for i in range(2000)))
        for count in (1, 2500):
            done = run("cluster", new, "--against", self.unmapped(count), "-o", self.folder / "out")
            self.assertEqual((done.returncode, self.names()), (2, ["in.jsonl", "new.jsonl"]))
            for part in (b"references have no body", b"/full/plain", b"--body-field", b"--force"):
                self.assertIn(part, done.stderr)
        self.assertEqual(run("cluster", new, "--against", self.unmapped(), "--force").returncode, 0)

    def test_that_are_not_found_stop_every_command_that_reads_articles(self):
        path, pairs = self.unmapped(4), self.file("pairs.tsv", "corpus\tid_a\tid_b\tlabel", "in\t0\t1\tverbatim", "in\t2\t3\tdifferent")
        for arguments in (["evaluate", path, "--pairs", pairs], ["sample", path, "-o", self.folder / "out"], ["tune", path, "--pairs", pairs, "-o", self.folder / "out"],
                          ["certify", path], ["explain", "--key", "0", path], ["fingerprint", path, "-o", self.folder / "out"], ["bench", path]):
            done = run(*arguments)
            self.assertEqual((done.returncode, done.stdout, self.names()), (2, b"", ["in.jsonl", "pairs.tsv"]), arguments)
            self.assertIn(b"--body-field", done.stderr, arguments)
        self.assertEqual(run("evaluate", path, "--pairs", pairs, "--force").returncode, 0)

    def test_that_are_not_found_name_a_column_that_has_no_name(self):
        done = run("cluster", "--from", "csv", self.file("in.csv", ",,", "a,b,c"))
        self.assertEqual(done.returncode, 2)
        self.assertIn(b'Fields seen: "".', done.stderr)

    def test_that_are_not_found_are_no_reason_to_stop_by_force_or_when_mapped(self):
        self.assertEqual(run("cluster", "--force", self.unmapped()).returncode, 0)
        self.assertEqual(run("cluster", "--body-field", "/full/plain", self.unmapped()).returncode, 0)

    def test_that_are_there_but_empty_are_no_reason_to_stop_where_no_other_field_could_hold_them(self):
        for empty in ('{"id":1,"body":""}', '[{"id":1,"body":"","Title":"Ferry"}]', "id,body\n1,\n"):
            path = self.folder / "in"
            path.write_text(empty, encoding="utf-8")
            done = run("cluster", path, "--articles", self.folder / "articles.jsonl")
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual([a["status"] for a in lines((self.folder / "articles.jsonl").read_bytes())], ["empty"])
        path.write_text('{"id":1,"body":"","full":"The ferry is late again."}', encoding="utf-8")
        self.assertEqual(run("cluster", path).returncode, 2)

    def test_that_half_of_the_articles_lack_are_no_reason_to_stop(self):
        self.assertEqual(run("cluster", self.file("in.jsonl", record("a"), record("b", body=None))).returncode, 0)


class MarkUp(InFolder):
    def test_is_taken_off_and_passages_count_in_the_field_as_it_came(self):
        said = [f"The keeper of light {n} counted 1{n} ships at dawn and wrote their names in a book that nobody reads" for n in range(12)]
        plain = ". ".join(said) + "."
        marked = "<div>🌉 <b>Note</b></div>\n" + "".join(f"<p>{line.replace('counted', '<i>count</i>ed')}&period;</p>\n" for line in said)
        path = self.file("in.jsonl", record("a", body=plain, published="2021-02-25T09:00:00Z"), record("b", outlet="X", body=marked, published="2021-02-25T10:00:00Z"))
        matches = self.folder / "matches"
        for unit, part in (("codepoints", lambda text, b, e: text[b:e]), ("bytes", lambda text, b, e: text.encode()[b:e].decode()),
                           ("utf16", lambda text, b, e: text.encode("utf-16-le")[2 * b:2 * e].decode("utf-16-le"))):
            run("cluster", path, "--matches", matches, "--offsets", unit)
            match, = lines(matches.read_text())
            self.assertTrue(match["passages"])
            for passage in match["passages"]:
                shown = part(marked, *passage["b"])
                self.assertTrue(shown.startswith("The keeper") and shown.endswith("reads"), (unit, shown))
                self.assertEqual(" ".join(shown.replace("<i>", "").replace("</i>", "").replace("</p>\n<p>", " ").replace("&period;", ".").split()).rstrip("."),
                                 part(plain, *passage["a"]).rstrip("."), unit)

    def test_that_is_none_stays(self):
        path = self.file("in.jsonl", record("a", body="Apple <AAPL.O> fell, " + STORY), record("b", body="Apple <AAPL.O> fell, " + STORY))
        out = self.folder / "articles"
        run("cluster", path, "--articles", out)
        self.assertEqual([article["words"] for article in lines(out.read_text())], [len(STORY.split()) + 4] * 2)


if __name__ == "__main__":
    unittest.main()
