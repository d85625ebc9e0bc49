#include <catch2/catch.hpp>

#include "support/shared_data.hpp"
#include "wireprint/article/article_reader.hpp"

namespace wireprint {

TEST_CASE("every record of the real corpora is read, and every date that one has") {
  const auto paths = test::shared_corpora();
  if (paths.empty()) return;
  ArticleReader reader(paths);
  std::vector<std::string> undated;
  while (const auto article = reader.next()) {
    REQUIRE(article->has_value());
    const Article& a = **article;
    if (!a.published_as_read.empty() && !a.published.known()) undated.push_back(a.published_as_read);
  }
  CHECK(reader.counts().records >= 300);
  CHECK(reader.counts().repaired == 0);
  CHECK(undated == std::vector<std::string>{});
  CHECK(reader.progress().done == reader.progress().total);
}

}  // namespace wireprint
