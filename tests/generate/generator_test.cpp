#include "wireprint/generate/generator.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "support/parse_jsonl.hpp"
#include "wireprint/base/hash.hpp"

namespace wireprint {
namespace {

constexpr int kMany = 60'000;

std::string lines(std::uint64_t seed, int articles) {
  Generator generator(seed);
  std::string all;
  for (int i = 0; i < articles; ++i) all += generator.next().line;
  return all;
}

bool holds(std::string_view text, unsigned char from, unsigned char to) {
  return std::any_of(text.begin(), text.end(), [&](char c) { return static_cast<unsigned char>(c) >= from && static_cast<unsigned char>(c) <= to; });
}

}  // namespace

TEST_CASE("the same seed gives the same bytes, another seed others") {
  CHECK(lines(1, 500) == lines(1, 500));
  CHECK(lines(1, 500) != lines(2, 500));
}

TEST_CASE("the bytes are the same on every machine") { CHECK(hash_bytes(lines(1, 2000)) == 0x6ca7de1a238a595fU); }

TEST_CASE("a longer corpus begins with a shorter one") {
  const std::string longer = lines(3, 800);
  const std::string shorter = lines(3, 300);
  CHECK(longer.substr(0, shorter.size()) == shorter);
}

TEST_CASE("every line is an article that needs no repair") {
  Generator generator(4);
  for (int i = 0; i < 3000; ++i) {
    const auto made = generator.next();
    const auto parsed = test::parse_jsonl(std::string(made.line.substr(0, made.line.size() - 1)), {});
    REQUIRE(parsed);
    CHECK_FALSE(parsed->repaired);
    CHECK(parsed->article.key.text == made.key);
    CHECK(parsed->article.published.known() == !made.traits.undated);
    CHECK(parsed->article.body.empty() == (made.made == MadeAs::Empty));
    CHECK_FALSE(parsed->article.headline.empty());
  }
}

TEST_CASE("every kind of article occurs, and everything that befalls one") {
  Generator generator(5);
  std::map<MadeAs, int> made;
  std::set<std::string_view> desks;
  int undated = 0, late = 0, noisy = 0, quoting = 0, resent = 0, again = 0;
  for (int i = 0; i < kMany; ++i) {
    const auto article = generator.next();
    ++made[article.made];
    desks.insert(article.desk);
    undated += article.traits.undated ? 1 : 0;
    late += article.traits.late ? 1 : 0;
    noisy += article.traits.noisy ? 1 : 0;
    quoting += article.traits.quoting ? 1 : 0;
    resent += article.traits.resent ? 1 : 0;
    again += article.again ? 1 : 0;
  }
  CHECK(made.size() == 10);
  CHECK(desks.size() == Generator::desks().size());
  for (const int count : {undated, late, noisy, quoting, resent, again}) CHECK(count > 0);
}

TEST_CASE("a resend has the key of an article before it, and no other article has") {
  Generator generator(6);
  std::set<std::string> keys;
  for (int i = 0; i < kMany; ++i) {
    const auto article = generator.next();
    CHECK(keys.insert(std::string(article.key)).second == !article.again);
  }
}

TEST_CASE("news comes in Latin, Cyrillic, Arabic and Han letters") {
  Generator generator(7);
  std::map<std::string_view, std::string> text;
  for (int i = 0; i < 2000; ++i) {
    const auto article = generator.next();
    text[article.desk] += article.line;
  }
  CHECK(holds(text["agency-ru"], 0xD0, 0xD1));
  CHECK(holds(text["short-ar"], 0xD8, 0xD9));
  CHECK(holds(text["broadcast-zh"], 0xE4, 0xE9));
  CHECK_FALSE(holds(text["wire-en"], 0xD0, 0xD9));
}

TEST_CASE("truth names the cluster of a key and how the article was made") {
  Generator generator(8);
  const auto article = generator.next();
  const std::string line = article.truth_line();
  CHECK_THAT(line, Catch::StartsWith(std::string(article.key) + "\t" + std::string(article.desk) + "-story-"));
  CHECK_THAT(line, Catch::EndsWith("\n"));
  CHECK(std::count(line.begin(), line.end(), '\t') == std::count(truth_heading().begin(), truth_heading().end(), '\t'));
  CHECK(Traits{.undated = true, .noisy = true}.names() == "undated,noisy");
  CHECK(Traits{}.names() == "-");
}

TEST_CASE("misread articles are valid, differ from what was written, and are else the same") {
  for (const Misreading misreading : {Misreading{.per_mille = 50}, Misreading{.pages = true}}) {
    Generator plain(6);
    Generator scanned(6, misreading);
    int differ = 0;
    for (int i = 0; i < 500; ++i) {
      const auto written = plain.next();
      const auto read = scanned.next();
      REQUIRE(test::parse_jsonl(std::string(read.line.substr(0, read.line.size() - 1)), {}));
      CHECK(read.key == written.key);
      CHECK(read.traits.noisy == (read.made != MadeAs::Empty));
      CHECK(read.line.size() <= written.line.size());
      differ += read.line != written.line ? 1 : 0;
    }
    CHECK(differ > 450);
  }
}

}  // namespace wireprint
