#include <catch2/catch.hpp>

#include "support/invented_story.hpp"
#include "support/records.hpp"
#include "wireprint/engine/certificate.hpp"

namespace wireprint {
namespace {

using test::Record;

// Ten stories in three prints each, the third cut to a half, and ten articles of their own.
std::vector<Record> news() {
  std::vector<Record> records;
  for (std::uint64_t i = 0; i < 10; ++i) {
    const auto add = [&](const std::string& kind, const std::string& body) {
      records.push_back({kind + std::to_string(i), "Outlet " + kind, "2024-03-04T10:0" + std::to_string(i) + ":00Z", "Story " + std::to_string(i), body});
    };
    add("a", test::story(i, 120));
    add("b", test::story(i, 120) + "Nobody was hurt.");
    add("c", test::story(i, 60));
    add("own", test::story(100 + i, 120));
  }
  return records;
}

Certificate certified(std::size_t sample, std::uint64_t seed = 1, int threads = 1) {
  const test::TempDir dir;
  std::string text;
  for (const auto& r : news()) text += test::json_line(r) + "\n";
  ClusterOptions options;
  options.keep_refused = true;
  options.threads = threads;
  Engine engine(std::move(options));
  REQUIRE(engine.cluster({dir.write("news.jsonl", text)}));
  return engine.certify(sample, seed);
}

}  // namespace

TEST_CASE("comparing everything with everything counts each pair once and finds all copies") {
  const Certificate all = certified(1000);
  CHECK(all.articles == 40);
  CHECK(all.sampled == 40);
  CHECK(all.comparisons == 40 * 39 / 2);
  CHECK(all.with_copies == 30);
  CHECK(all.proposed == Share{30, 30});
  CHECK(all.joined == Share{30, 30});
}

TEST_CASE("a sample depends on the seed, and nothing on the threads") {
  const Certificate one = certified(5);
  CHECK(one.sampled == 5);
  CHECK(one.comparisons == 5 * 35 + 10);
  CHECK(certified(5, 1, 3).proposed == one.proposed);
  bool differs = false;
  for (std::uint64_t seed = 2; seed < 12; ++seed) differs = differs || certified(5, seed).proposed.whole != one.proposed.whole;
  CHECK(differs);
}

TEST_CASE("Wilson's interval by hand, and nothing is known from nothing") {
  const auto [low, high] = wilson(1.0, 10);
  CHECK(low == Approx(0.7225).margin(0.0005));
  CHECK(high == Approx(1.0));
  CHECK(wilson(0.5, 100).low == Approx(0.4038).margin(0.0005));
  CHECK(wilson(0.5, 0).high == 1.0);
}

TEST_CASE("a certificate without copies says nothing of recall") {
  Certificate none;
  none.articles = none.sampled = 3;
  CHECK_THAT(certificate_text(none), Catch::Contains("nothing can be said of recall"));
  CHECK_THAT(certificate_text(certified(1000)), Catch::Contains("recall of the indexes") && Catch::Contains("30 of 30"));
}

}  // namespace wireprint
