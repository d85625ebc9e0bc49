#include "wireprint/report/selection.hpp"

#include <catch2/catch.hpp>

#include <map>

#include "support/sample_run.hpp"

namespace wireprint {
namespace {

// Which article goes, and for which; of pairs that the run knows nothing of, `known` tells the share in hundredths.
std::map<ArticleId, ArticleId> removed(const ClusterRun& run, const SelectionRule& rule = {}, std::map<std::pair<ArticleId, ArticleId>, std::uint64_t> known = {}) {
  std::vector<Hash128> texts(run.articles.size());
  for (ArticleId id = 0; id < texts.size(); ++id) texts[id] = {1, run.articles[id].article.body == "same" ? 0 : id + 1};
  const auto stands_in = [&](ArticleId article, ArticleId other) { return StandsIn{{known[{article, other}], 100}, Role::Trimmed}; };
  std::map<ArticleId, ArticleId> found;
  for (const Removal& removal : find_removals(run, rule, {texts, stands_in}, Executor(1))) found[removal.article] = removal.kept;
  return found;
}

}  // namespace

using Gone = std::map<ArticleId, ArticleId>;

TEST_CASE("of a cluster the article with the most words is kept, and members of which nine tenths stand in it go") {
  CHECK(removed(test::sample_run(), {}, {{{1, 2}, 95}, {{3, 2}, 89}}) == Gone{{0, 2}, {1, 2}, {5, 4}});
  CHECK(removed(test::sample_run(), {.drop_min = 0.89}, {{{1, 2}, 95}, {{3, 2}, 89}}) == Gone{{0, 2}, {1, 2}, {3, 2}, {5, 4}});
}

TEST_CASE("a member goes for any other that is kept") { CHECK(removed(test::sample_run(), {}, {{{1, 3}, 90}}) == Gone{{0, 2}, {1, 3}, {5, 4}}); }

TEST_CASE("of the longest the one with the smallest key is kept") {
  ClusterRun run = test::sample_run();
  for (const ArticleId id : {0U, 1U, 2U, 3U}) run.articles[id].words = 500;
  CHECK(removed(run).contains(0));  // for key 7
  run.articles[2].article.key.text = "z";
  CHECK_FALSE(removed(run).contains(0));  // h1
}

TEST_CASE("what to keep can be the original, the latest or the first, undated ones last") {
  const std::map<std::pair<ArticleId, ArticleId>, std::uint64_t> all{{{1, 2}, 95}, {{3, 2}, 95}, {{3, 1}, 95}, {{2, 1}, 95}};
  CHECK(removed(test::sample_run(), {.keep = Keep::Original}) == Gone{{1, 0}, {3, 0}, {5, 4}});  // 586 of 700
  CHECK(removed(test::sample_run(), {.keep = Keep::Latest}, all) == Gone{{0, 2}, {1, 2}, {3, 2}, {5, 4}});
  CHECK(removed(test::sample_run(), {.keep = Keep::First}, all) == Gone{{1, 0}, {3, 0}, {5, 4}});
}

TEST_CASE("preferred outlets come first, in their order") {
  const SelectionRule rule{.prefer = {"Hill Gazette", "Coast Courier"}};
  CHECK(removed(test::sample_run(), rule) == Gone{{0, 2}});  // of 4, 95 of 120 words stand in 5; of 0, 186 of 600 in 1
}

TEST_CASE("identical bodies are reduced to one, whatever their cluster or status") {
  ClusterRun run = test::sample_run();
  for (const ArticleId id : {1U, 6U, 7U, 8U}) run.articles[id].article.body = "same";
  run.articles[7].status = Status::NoContent;
  run.articles[7].words = 5;
  CHECK(removed(run, {.drop_min = 1}) == Gone{{1, 6}, {7, 6}});  // 8 could not be read, 6 has the most words
}

TEST_CASE("what would stand in an article's place and goes itself is followed to what is kept") {
  ClusterRun run = test::sample_run();
  run.articles[0].article.body = run.articles[6].article.body = "same";
  CHECK(removed(run)[6] == 2);  // the same as 0, which goes for 2
}

TEST_CASE("references are preferred and never go") {
  ClusterRun run = test::sample_run();
  run.articles[1].reference = true;
  run.articles[0].reference = true;
  CHECK(removed(run, {}, {{{2, 1}, 99}}) == Gone{{3, 0}, {2, 1}, {5, 4}});
}

TEST_CASE("an older version goes when enough of it stands in the newer one") {
  ClusterRun run = test::sample_run();
  run.articles[6].status = Status::Superseded;
  run.articles[6].article.key.text = "d1";
  CHECK(removed(run, {}, {{{6, 4}, 89}}) == Gone{{0, 2}, {5, 4}});
  CHECK(removed(run, {}, {{{6, 4}, 90}}) == Gone{{0, 2}, {5, 4}, {6, 4}});
}

TEST_CASE("articles without a word and records that could not be read never go") {
  const Gone gone = removed(test::sample_run());
  CHECK_FALSE(gone.contains(7));
  CHECK_FALSE(gone.contains(8));
}

}  // namespace wireprint
