// One article as a site prints it: headline, teaser, byline, a promo line in the middle, a stray mark at the end.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "support/source_dir.hpp"
#include "text/furniture_support.hpp"

namespace wireprint {
namespace {

std::string seed_article() {
  const char* folder = std::getenv("WIREPRINT_DATA");
  const std::string data = folder != nullptr ? folder : test::source_dir() + "/../shared/data";
  std::ifstream file(data + "/seed-article.txt", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string without(const std::string& body, const std::vector<FurnitureSpan>& spans) {
  std::string left = body;
  for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
    left.erase(span->range.begin, span->range.end - span->range.begin);
  }
  return left;
}

}  // namespace

TEST_CASE("of an invented article as a site prints it the story is left") {
  const std::string body = "Storm closes the harbour\n\nThe eastern quay will stay closed for a week.\n\n"
                           "By Jane Doe, Harbour Gazette\n\n" + test::story() +
                           "\n\nRead  Council’s plan for the quay draws harsh criticism\n\n" + test::story() + "\n\n>";
  CHECK(test::found_in(body) == std::vector<std::string>{"byline: By Jane Doe, Harbour Gazette",
                                                         "promo: Read  Council’s plan for the quay draws harsh criticism",
                                                         "stray: >"});
}

TEST_CASE("of the seed article byline, promo and mark are known and everything else is story") {
  const std::string body = seed_article();
  if (body.empty()) {
    WARN("skipped: no seed-article.txt in WIREPRINT_DATA or ../shared/data");
    return;
  }
  const auto spans = find_furniture(test::article_of(body)).spans;
  REQUIRE(spans.size() == 3);
  CHECK(spans[0].kind == FurnitureKind::Byline);
  CHECK(spans[1].kind == FurnitureKind::Promo);
  CHECK(spans[2].kind == FurnitureKind::Stray);
  const std::size_t taken = body.size() - without(body, spans).size();
  CHECK(taken < body.size() / 10);
}

}  // namespace wireprint
