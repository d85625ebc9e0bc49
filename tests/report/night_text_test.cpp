#include <catch2/catch.hpp>

#include "support/sample_run.hpp"
#include "wireprint/report/night_report.hpp"

namespace wireprint {
namespace {

using Catch::Contains;
using Catch::StartsWith;

// h1 and h2 were there before: they are moved behind what came tonight.
NightReport sample_night() {
  NightReport night{.run = test::sample_run(), .fates = {}, .events = {}};
  ClusterRun& run = night.run;
  const std::vector<ArticleId> order{2, 3, 4, 5, 6, 7, 8, 0, 1};
  std::vector<ArticleId> place(order.size());
  std::vector<JudgedArticle> articles;
  for (const ArticleId id : order) {
    place[id] = static_cast<ArticleId>(articles.size());
    articles.push_back(run.articles[id]);
    articles.back().reference = id < 2;
  }
  run.articles = std::move(articles);
  run.matches.clear();
  for (Cluster& cluster : run.clusters) {
    cluster.original = place[cluster.original];
    for (Member& member : cluster.members) {
      member.article = place[member.article];
      if (member.source) member.source = place[*member.source];
    }
  }
  night.fates = {EventKind::Joined, EventKind::Joined, EventKind::New, EventKind::Joined, EventKind::New, EventKind::New, EventKind::Skipped};
  return night;
}

}  // namespace

TEST_CASE("the report of a night counts what came, and into what it fell") {
  CHECK_THAT(night_text(sample_night()),
             StartsWith("7 records came: 5 new articles, 0 newer versions, 0 known already, 2 without a story or unreadable.\n"
                        "1 story of the archive was printed again by 2 articles; 1 new story was printed more than once, by 2 articles; "
                        "1 article stands alone.\n"));
}

TEST_CASE("of a story of the archive the report shows the original and what tonight brought") {
  const std::string text = night_text(sample_night());
  CHECK_THAT(text, Contains("  2 + 2  Harbour bridge to close for six weeks\n       AP · first in Harbor Ledger") && Contains("extended") && Contains("verbatim"));
  CHECK_THAT(text, !Contains("Coast Courier"));
}

TEST_CASE("an original that was there before tonight is said to be in the archive") {
  CHECK_THAT(night_text(sample_night()), Contains("(in the archive)"));
  NightReport whole{.run = test::sample_run(), .fates = {}, .events = {}};
  whole.fates.assign(whole.run.articles.size(), EventKind::New);
  CHECK_THAT(night_text(whole), !Contains("(in the archive)"));
}

TEST_CASE("a cluster that was split off is told in one line, with the articles that it took along") {
  NightReport night = sample_night();
  const auto moved = [](const char* key, std::string to, std::vector<std::string> from) {
    return Event{.seq = 0, .kind = EventKind::Moved, .key = Key{key, false}, .cluster = std::move(to), .from = std::move(from), .original = {}, .role = {}};
  };
  night.events = {{.seq = 1, .kind = EventKind::Split, .key = {}, .cluster = "s1", .from = {"h1"}, .original = {}, .role = {}},
                  {.seq = 2, .kind = EventKind::Split, .key = {}, .cluster = "s2", .from = {"h1", "h2"}, .original = {}, .role = {}},
                  moved("x1", "s1", {"h1"}), moved("x2", "s2", {"h2"}), moved("x3", "s1", {"h1"}), moved("x4", "s1", {"h7"})};
  CHECK_THAT(night_text(night), Contains("What became of clusters\n\n  cluster s1 was split off from h1 with 2 articles\n"
                                         "  cluster s2 was split off from h1, h2 with 1 article\n  x4 moved from h7 to s1\n"));
}

TEST_CASE("a new story is shown whole, under its own heading") {
  CHECK_THAT(night_text(sample_night()), Contains("\nNew stories that were printed more than once\n\n  2 ×  港口大桥将关闭六周\n"));
}

TEST_CASE("what became of clusters is told, and not that a role is another now") {
  NightReport night = sample_night();
  CHECK_THAT(night_text(night), !Contains("What became of clusters"));
  const Key key{"x1", false};
  night.events = {{.seq = 1, .kind = EventKind::Merged, .key = {}, .cluster = "h1", .from = {"h8", "h9"}, .original = {}, .role = {}},
                  {.seq = 2, .kind = EventKind::Moved, .key = key, .cluster = "h1", .from = {"h1"}, .original = {}, .role = {}},
                  {.seq = 3, .kind = EventKind::Moved, .key = key, .cluster = "h1", .from = {"h2"}, .original = {}, .role = {}},
                  {.seq = 4, .kind = EventKind::Moved, .key = key, .cluster = "", .from = {"h2"}, .original = {}, .role = {}}};
  CHECK_THAT(night_text(night), Contains("What became of clusters\n\n  cluster h1 took in h8, h9\n  x1 moved from h2 to h1\n  x1 left h2 and stands alone\n"));
  CHECK_THAT(night_text(night), !Contains("from h1 to h1"));
}

}  // namespace wireprint
