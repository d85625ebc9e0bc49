#include "wireprint/evaluation/stories.hpp"

#include <catch2/catch.hpp>

namespace wireprint {

TEST_CASE("pairs that share an article, directly or through others, are one story") {
  const std::vector<LabelledPair> pairs{{"n", {"a", "b"}, {}}, {"n", {"c", "d"}, {}}, {"n", {"e", "f"}, {}}, {"n", {"d", "a"}, {}}};
  CHECK(stories_of(pairs) == std::vector<std::uint32_t>{0, 0, 1, 0});
}

TEST_CASE("a key means another article in another corpus") {
  const std::vector<LabelledPair> pairs{{"n", {"a", "b"}, {}}, {"m", {"a", "b"}, {}}};
  CHECK(stories_of(pairs) == std::vector<std::uint32_t>{0, 1});
  CHECK(stories_of({}).empty());
}

}  // namespace wireprint
