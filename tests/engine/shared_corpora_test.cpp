#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "support/shared_data.hpp"
#include "wireprint/engine/engine.hpp"

namespace wireprint {

TEST_CASE("three outlets' own stories on each of a hundred events give no cluster") {
  if (test::shared_corpora().empty()) return;
  Engine engine({});
  const auto run = engine.cluster({(test::shared_data() / "triplets-en.jsonl.zst").string()});
  REQUIRE(run);
  CHECK((*run)->articles.size() == 300);
  CHECK((*run)->clusters.empty());
}

#ifdef NDEBUG  // takes minutes in a build that is not optimised
namespace {

using Tally = std::map<std::string, int>;

std::map<std::string, std::uint32_t> clusters_by_key(const ClusterRun& run) {
  std::map<std::string, std::uint32_t> clusters;
  for (const auto& cluster : run.clusters) {
    for (const auto& member : cluster.members) clusters[run.articles[member.article].article.key.text] = *run.articles[member.article].cluster;
  }
  return clusters;
}

// Labelled pairs of one corpus: whether the two articles should stand in one cluster, and whether they do.
void judge_corpus(const std::string& corpus, Tally& tally) {
  Engine engine({});
  const auto run = engine.cluster({(test::shared_data() / (corpus + ".jsonl.zst")).string()});
  REQUIRE(run);
  const auto clusters = clusters_by_key(**run);
  std::ifstream file(test::shared_data() / "pairs.tsv");
  for (std::string line; std::getline(file, line);) {
    std::istringstream cells(line);
    std::string of, a, b, label;
    std::getline(cells, of, '\t'), std::getline(cells, a, '\t'), std::getline(cells, b, '\t'), std::getline(cells, label, '\t');
    if (of != corpus || label == "partial") continue;
    const bool is_copy = std::set<std::string>{"verbatim", "trimmed", "updated"}.contains(label);
    const bool joined = clusters.contains(a) && clusters.contains(b) && clusters.at(a) == clusters.at(b);
    ++tally[is_copy ? (joined ? "found" : "missed") : joined ? "false" : "kept apart"];
  }
}

}  // namespace

TEST_CASE("labelled pairs of real news are told apart by their clusters") {
  if (test::shared_corpora().empty()) return;
  Tally tally;
  for (const char* corpus : {"lexis-en", "press-de", "opinion-en", "saudi-ar"}) judge_corpus(corpus, tally);
  REQUIRE(tally["found"] + tally["missed"] > 100);
  CHECK(2.0 * tally["found"] / (2 * tally["found"] + tally["false"] + tally["missed"]) >= 0.90);
}

#endif

}  // namespace wireprint
