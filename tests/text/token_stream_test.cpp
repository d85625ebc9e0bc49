#include <catch2/catch.hpp>

#include "support/random_text.hpp"
#include "text/words.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace wireprint {
namespace {

void check_stream(const std::string& text, std::vector<std::uint64_t>& hashes) {
  const auto tokens = tokenize(text);
  REQUIRE(hash_tokens(text, hashes) == tokens.repaired);
  REQUIRE(hashes == tokens.hashes);
  REQUIRE((tokens.ranges.size() == tokens.size() && tokens.flags.size() == tokens.size()));
  REQUIRE(tokens.kinds == std::vector<FurnitureKind>(tokens.size(), FurnitureKind::Story));
  for (const auto range : tokens.ranges) REQUIRE((range.begin < range.end && range.end <= text.size()));
  const auto placed = place_tokens(text);
  REQUIRE((placed.hashes.empty() && placed.ranges == tokens.ranges && placed.flags == tokens.flags && placed.kinds == tokens.kinds));
}

}  // namespace

TEST_CASE("hash_tokens gives the hashes of tokenize, whatever the text") {
  test::Random random(11);
  std::vector<std::uint64_t> hashes;
  for (int i = 0; i < 20'000; ++i) check_stream(test::random_unicode(random), hashes);
  for (int i = 0; i < 2'000; ++i) check_stream(test::random_news(random), hashes);
}

TEST_CASE("ranges of news are in order, and a range read alone is the same token") {
  test::Random random(12);
  for (int i = 0; i < 500; ++i) {
    const auto text = test::random_news(random);
    const auto tokens = tokenize(text);
    for (std::size_t t = 0; t < tokens.size(); ++t) {
      const auto range = tokens.ranges[t];
      const auto alone = tokenize(text.substr(range.begin, range.end - range.begin));
      INFO(text.substr(range.begin, range.end - range.begin));
      REQUIRE(alone.hashes == std::vector{tokens.hashes[t]});
      if (t > 0) REQUIRE(tokens.ranges[t - 1].begin < range.begin);
    }
  }
}

TEST_CASE("normalising twice changes nothing in news") {
  test::Random random(13);
  for (int i = 0; i < 2'000; ++i) {
    const auto once = normalize(test::random_news(random));
    REQUIRE(normalize(once) == once);
  }
}

TEST_CASE("the table of bytes says of ASCII what the table of code points says") {
  for (char32_t c = 0; c < 0x80; ++c) {
    const auto word_class = unicode::entry_of(c).word_class();
    using unicode::WordClass;
    const bool joiner = word_class == WordClass::Apostrophe || word_class == WordClass::Separator;
    const bool word = word_class == WordClass::Letter || word_class == WordClass::Digit;
    CHECK(byte_class(c) == (joiner ? ByteClass::Joiner : word ? ByteClass::Word : ByteClass::Gap));
  }
}

}  // namespace wireprint
