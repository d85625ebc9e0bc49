#include <catch2/catch.hpp>

#include "text/furniture_support.hpp"

namespace wireprint {
namespace {

TokenStream stream_of(std::vector<TextRange> ranges) {
  TokenStream tokens;
  tokens.hashes.resize(ranges.size());
  tokens.flags.resize(ranges.size());
  tokens.kinds.resize(ranges.size(), FurnitureKind::Story);
  tokens.ranges = std::move(ranges);
  return tokens;
}

}  // namespace

TEST_CASE("tokens inside a span get its kind, all others stay story") {
  Furniture furniture;
  furniture.spans = {{{0, 11}, FurnitureKind::Byline, "a"}, {{40, 50}, FurnitureKind::Promo, "b"}};
  TokenStream tokens = stream_of({{0, 2}, {3, 7}, {8, 11}, {13, 20}, {30, 40}, {40, 44}, {45, 50}, {51, 60}});
  mark_furniture(furniture, tokens);
  using enum FurnitureKind;
  CHECK(tokens.kinds == std::vector{Byline, Byline, Byline, Story, Story, Promo, Promo, Story});
}

TEST_CASE("a token that only reaches into a span is story") {
  Furniture furniture;
  furniture.spans = {{{10, 20}, FurnitureKind::Promo, "a"}};
  TokenStream tokens = stream_of({{5, 12}, {12, 18}, {18, 25}});
  mark_furniture(furniture, tokens);
  using enum FurnitureKind;
  CHECK(tokens.kinds == std::vector{Story, Promo, Story});
}

TEST_CASE("no spans or no tokens change nothing") {
  TokenStream none;
  mark_furniture({{{{0, 5}, FurnitureKind::Stray, "a"}}, ""}, none);
  CHECK(none.size() == 0);
  TokenStream tokens = stream_of({{0, 5}});
  mark_furniture({}, tokens);
  CHECK(tokens.kinds == std::vector{FurnitureKind::Story});
}

TEST_CASE("each kind has a name") {
  CHECK(name_of(FurnitureKind::Story) == "story");
  CHECK(name_of(FurnitureKind::AgencyCredit) == "agency_credit");
  CHECK(name_of(FurnitureKind::RelatedLinks) == "related_links");
  CHECK(name_of(FurnitureKind::Stray) == "stray");
}

}  // namespace wireprint
