// hash_tokens() on every instruction set that the machine has, against tokenize(), which knows no vectors.
#include <catch2/catch.hpp>

#include <cstring>
#include <memory>
#include <set>

#include "base/utf8.hpp"
#include "support/random_text.hpp"
#include "support/targets.hpp"
#include "text/unicode_tables.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace wireprint {
namespace {

// The text stands in memory of just its size, so that the address sanitizer sees a read behind it.
bool same_as_slow(std::string_view text) {
  const std::unique_ptr<char[]> exact(new char[text.size()]);
  if (!text.empty()) std::memcpy(exact.get(), text.data(), text.size());
  const std::string_view copy(exact.get(), text.size());
  const TokenStream slow = tokenize(copy);
  std::vector<std::uint64_t> fast;
  return hash_tokens(copy, fast) == slow.repaired && fast == slow.hashes;
}

void require_same(const std::string& text, const std::string& target) {
  if (same_as_slow(text)) return;
  INFO(target << ": " << text);
  FAIL("other tokens");
}

std::string mixture(test::Random& random) {
  std::string text;
  for (auto parts = 1 + random.below(6); parts > 0; --parts) {
    const auto dice = random.below(4);
    if (dice == 0) text += test::random_unicode(random);
    else if (dice < 3) text += test::random_news(random);
    else text += std::string(random.below(70), "a x'1.中"[random.below(9)]);  // also bytes that are no text
  }
  return text;
}

}  // namespace

TEST_CASE("every instruction set finds the tokens that the slow way finds, in any text cut anywhere") {
  const int targets = test::for_each_target([](const std::string& target) {
    test::Random random(21);
    for (int i = 0; i < 4'000; ++i) {
      std::string text = mixture(random);
      if (random.below(2) == 0) text.resize(random.below(static_cast<std::uint32_t>(text.size() + 1)));
      require_same(text, target);
    }
  });
  CHECK(targets >= 1);
}

TEST_CASE("every instruction set finds them wherever they stand in a block of 64 bytes, and wherever the text ends") {
  const std::string piece = GENERATE("don't 3.5 ’s", "Größe “x” – 1,000", "поёт Ёлка, «да»", "أعلن، إلى آخر ـ مُحَمَّد", "中国新闻。东京，中 5月", "Straße\xcc\x88 \xd0", "ガギグ ｶﾞ ไทย");
  const char before = GENERATE('a', ' ', '.');
  test::for_each_target([&](const std::string& target) {
    for (std::size_t at = 0; at < 132; ++at) {
      const std::string text = std::string(at, before) + piece + piece;
      require_same(text + std::string(140, 'b'), target);
      require_same(text + std::string(140, ' ') + piece, target);
      if (at % 4 == 0) for (std::size_t end = at; end <= text.size(); ++end) require_same(text.substr(0, end), target);
    }
  });
}

TEST_CASE("every instruction set finds Han wherever it stands in a block that begins with Han") {
  const std::string han = GENERATE("东", "东京", "东京市", "东。京");
  test::for_each_target([&](const std::string& target) {
    for (std::size_t gap = 0; gap < 70; ++gap) {
      const std::string text = "中" + std::string(gap, ' ') + han;
      for (const std::string behind : {"", " ", "b", "\"中", "מ", "\xcc\x81"}) require_same(text + behind + std::string(140, '.'), target);
    }
  });
}

TEST_CASE("what the fast path takes for itself is what the tables say") {
  using unicode::entry_of;
  for (char32_t c = 0x4e00; c < 0xa000; ++c) {
    const auto entry = entry_of(c);
    REQUIRE((entry.kind() == unicode::Kind::Direct && entry.delta() == 0 && entry.word_class() == unicode::WordClass::Cluster));
  }
  for (const char32_t c : {0x3001, 0x3002}) {
    CHECK((entry_of(c).kind() == unicode::Kind::Direct && entry_of(c).delta() == 0 && entry_of(c).word_class() == unicode::WordClass::Other));
  }
}

TEST_CASE("a token's hash is the same number on every machine") {
  CHECK(hash_token("a") == 0x8952ed585372fb36U);
  CHECK(hash_token("minister's") == 0xbf0bf6bfcb35abfeU);
  CHECK(hash_token("中国") == 0xa9d22cd2864a061dU);
  CHECK(hash_token("donaudampfschifffahrt") == 0xb5bb353d179209ccU);
  CHECK(hash_token(std::string(33, 'x')) == 0xd286019d51773d1aU);
  CHECK(hash_token(std::string(100, 'x')) == 0x0c7c73e3680d98bcU);
}

TEST_CASE("tokens of every length that differ in one byte or in length have other hashes") {
  std::set<std::uint64_t> seen;
  std::size_t made = 0;
  for (std::size_t length = 1; length <= 100; ++length) {
    seen.insert(hash_token(std::string(length, 'e')));
    ++made;
    for (std::size_t at = 0; at < length; ++at, ++made) {
      std::string token(length, 'e');
      token[at] = 'f';
      seen.insert(hash_token(token));
    }
  }
  for (int number = 0; number < 200'000; ++number, ++made) seen.insert(hash_token(std::to_string(number)));
  CHECK(seen.size() == made);
}

TEST_CASE("each bit of a short token's hash is set in half of them") {
  std::vector<int> set(64, 0);
  constexpr int kTokens = 17'576;
  for (int i = 0; i < kTokens; ++i) {
    const char token[] = {static_cast<char>('a' + i % 26), static_cast<char>('a' + i / 26 % 26), static_cast<char>('a' + i / 676)};
    const std::uint64_t hash = hash_token({token, 3});
    for (std::size_t bit = 0; bit < 64; ++bit) set[bit] += static_cast<int>(hash >> bit & 1U);
  }
  for (const int count : set) CHECK(count == Approx(kTokens / 2).margin(5 * 67));  // five standard deviations
}

}  // namespace wireprint
