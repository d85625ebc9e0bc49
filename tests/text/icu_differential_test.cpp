#include <catch2/catch.hpp>

#include <fmt/format.h>

#include "support/icu_text.hpp"
#include "support/random_text.hpp"
#include "base/utf8.hpp"
#include "wireprint/base/hash.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace wireprint {
namespace {

using Draw = std::string (*)(test::Random&);

bool same_unicode() {
  if (test::icu_unicode_version() == unicode_version()) return true;
  WARN("skipped: ICU knows Unicode " << test::icu_unicode_version() << ", the tables " << unicode_version());
  return false;
}

std::string in_hex(std::string_view text) {
  std::string points;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = utf8::decode(text, at);
    points += c.valid ? fmt::format("{:04x} ", static_cast<unsigned>(c.point)) : "bad ";
    at += c.length;
  }
  return points;
}

std::vector<std::uint64_t> hashes_of(const std::vector<std::string>& tokens) {
  std::vector<std::uint64_t> hashes;
  for (const auto& token : tokens) hashes.push_back(hash_token(token));
  return hashes;
}

void compare(Draw draw, int rounds, std::uint64_t seed) {
  test::Random random(seed);
  std::vector<std::uint64_t> hashes;
  for (int i = 0; i < rounds; ++i) {
    const auto text = draw(random);
    const auto expected = test::icu_normalize(text);
    const auto found = normalize(text);
    INFO(in_hex(text) << "\nexpected " << in_hex(expected) << "\nfound    " << in_hex(found));
    if (expected != found) FAIL("another normalisation");
    hash_tokens(text, hashes);
    if (hashes != hashes_of(test::icu_tokens(expected))) FAIL("other tokens");
  }
  SUCCEED();
}

}  // namespace

TEST_CASE("every code point alone and behind a letter is normalised and cut as ICU does it") {
  if (!same_unicode()) return;
  static char32_t next;  // the planes between are all alike, so a few of each suffice
  next = 0;
  const Draw draw = [](test::Random&) {
    if (next >= 0xd800 && next < 0xe000) next = 0xe000;
    std::string text(4, ' ');
    text.resize(utf8::encode(next, text.data()));
    next += next < 0x32400 || (next >= 0xe0000 && next < 0xe1000) ? 1 : 32;
    return text + " e" + text + "1" + text + "2";
  };
  compare(draw, 0x32400 - 0x800 + (0xe0000 - 0x32400) / 32 + 0x1000 + (0x110000 - 0xe1000) / 32, 1);
  CHECK(next == 0x110000);
}

TEST_CASE("random Unicode is normalised and cut as ICU does it") {
  if (same_unicode()) compare(test::random_unicode, 250'000, 2);
}

TEST_CASE("news in many scripts is normalised and cut as ICU does it") {
  if (same_unicode()) compare(test::random_news, 10'000, 3);
}

}  // namespace wireprint
