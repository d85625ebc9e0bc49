#include <catch2/catch.hpp>

#include "support/random_text.hpp"
#include "wireprint/text/furniture.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace wireprint {
namespace {

std::vector<FurnitureKind> marked(std::string_view body, const Furniture& furniture) {
  TokenStream tokens = tokenize(body);
  mark_furniture(furniture, tokens);
  return tokens.kinds;
}

std::vector<FurnitureKind> told_from_hashes(std::string_view body, const Furniture& furniture) {
  std::vector<std::uint64_t> tokens;
  hash_tokens(body, tokens);
  return kinds_of(furniture_tokens(body, furniture, tokens), tokens.size());
}

// Spans that begin and end anywhere, between code points.
Furniture random_furniture(test::Random& random, std::string_view body) {
  const auto before_point = [&](std::uint32_t at) {
    while (at > 0 && at < body.size() && (static_cast<unsigned char>(body[at]) & 0xc0U) == 0x80) --at;
    return at;
  };
  Furniture furniture;
  const auto size = static_cast<std::uint32_t>(body.size());
  for (std::uint32_t at = 0; at < size;) {
    const std::uint32_t begin = before_point(at + random.below(size));
    const std::uint32_t end = before_point(std::min(size, begin + 1 + random.below(size / 3 + 1)));
    if (begin >= size || end <= begin) break;
    furniture.spans.push_back({{begin, end}, FurnitureKind::Promo, "any"});
    at = end;
  }
  return furniture;
}

}  // namespace

TEST_CASE("furniture told from hashes is that told from ranges, wherever its spans begin and end") {
  test::Random random(21);
  std::size_t marked_texts = 0;
  for (int round = 0; round < 3000; ++round) {
    const std::string body = test::random_news(random);
    const Furniture furniture = random_furniture(random, body);
    const auto kinds = marked(body, furniture);
    CAPTURE(round, body);
    REQUIRE(told_from_hashes(body, furniture) == kinds);
    marked_texts += std::ranges::count(kinds, FurnitureKind::Promo) > 0 ? 1 : 0;
  }
  CHECK(marked_texts > 1000);
}

TEST_CASE("a byline and a credit are told from hashes by the pieces at the ends alone") {
  const std::string body = "By Anna Example\n\nThe quay was closed.\n\nNobody was hurt, the port said.\n\n(Reporting by Anna Example)";
  Article article;
  article.body = body;
  const Furniture furniture = find_furniture(article);
  REQUIRE(furniture.spans.size() == 2);
  CHECK(told_from_hashes(body, furniture) == marked(body, furniture));
}

}  // namespace wireprint
