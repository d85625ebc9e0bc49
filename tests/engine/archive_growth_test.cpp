// Clusters are a function of the set of articles: whatever the batches and the order, an archive holds those of one run.
#include <catch2/catch.hpp>

#include "support/grown_archive.hpp"
#include "support/random_newsroom.hpp"

namespace wireprint {
namespace {

using test::GrownArchive;
using test::Lines;
using test::Random;

void shuffle(Lines& lines, Random& random) {
  for (std::size_t i = lines.size(); i > 1; --i) std::swap(lines[i - 1], lines[random.below(static_cast<std::uint32_t>(i))]);
}

Lines newsroom(std::uint64_t seed, int count) { return test::json_lines(test::RandomNewsroom(seed).articles(count)); }

void add_in_nights(GrownArchive& archive, const Lines& lines, std::size_t size) {
  for (std::size_t i = 0; i < lines.size(); i += size) {
    archive.add(Lines(lines.begin() + static_cast<std::ptrdiff_t>(i), lines.begin() + static_cast<std::ptrdiff_t>(std::min(i + size, lines.size()))));
  }
}

// A recipe that counts few articles a day, so that what is counted changes as a day fills.
Recipe thin() {
  Recipe recipe;
  recipe.spread_rate = 2;
  return recipe;
}

void require_equal(const GrownArchive& archive) {
  const auto difference = archive.account().difference(archive.of_one_run());
  REQUIRE(difference == "");
}

}  // namespace

TEST_CASE("an archive that took everything at once holds the clusters of one run") {
  const auto seed = GENERATE(range(1, 17));
  GrownArchive archive(seed % 2 == 0 ? thin() : Recipe{}, 1 + seed % 3);
  archive.add(newsroom(static_cast<std::uint64_t>(seed), 150));
  require_equal(archive);
  CHECK(archive.account().count("cluster") > 5);
  CHECK(archive.account().count("copy") > 20);
}

TEST_CASE("an archive that grew night by night holds the clusters of one run, after every night") {
  const auto seed = GENERATE(range(20, 32));
  GrownArchive archive(seed % 2 == 0 ? thin() : Recipe{});
  const auto lines = newsroom(static_cast<std::uint64_t>(seed), 150);
  for (std::size_t i = 0; i < lines.size(); i += 15) {
    add_in_nights(archive, Lines(lines.begin() + static_cast<std::ptrdiff_t>(i), lines.begin() + static_cast<std::ptrdiff_t>(i + 15)), 15);
    require_equal(archive);
  }
}

TEST_CASE("an archive that took one article at a time holds the clusters of one run") {
  const auto seed = GENERATE(range(40, 46));
  GrownArchive archive(seed % 2 == 0 ? thin() : Recipe{});
  add_in_nights(archive, newsroom(static_cast<std::uint64_t>(seed), 120), 1);
  require_equal(archive);
}

TEST_CASE("an archive whose articles came in no order holds the clusters of one run") {
  const auto seed = GENERATE(range(60, 90));
  Random random(static_cast<std::uint64_t>(seed));
  GrownArchive archive(seed % 2 == 0 ? thin() : Recipe{});
  auto lines = newsroom(static_cast<std::uint64_t>(seed), 120);
  shuffle(lines, random);
  add_in_nights(archive, lines, seed % 3 == 0 ? 1 : 7);
  require_equal(archive);
}

TEST_CASE("an archive that lost articles, and took late ones, holds the clusters of one run over what is left") {
  const auto seed = GENERATE(range(90, 150));
  Random random(static_cast<std::uint64_t>(seed));
  GrownArchive archive(seed % 2 == 0 ? thin() : Recipe{});
  auto lines = newsroom(static_cast<std::uint64_t>(seed), 120);
  shuffle(lines, random);
  for (std::size_t i = 0; i < lines.size(); i += 6) {
    archive.add(Lines(lines.begin() + static_cast<std::ptrdiff_t>(i), lines.begin() + static_cast<std::ptrdiff_t>(i + 6)));
    std::vector<std::string> gone;
    for (std::uint32_t n = random.below(4); n > 0; --n) gone.push_back("k" + std::to_string(random.below(120)));
    archive.remove(gone);
    if (i % 24 == 0) require_equal(archive);
  }
  require_equal(archive);
}

TEST_CASE("a crowd that shares a paragraph is told apart the same way in any order, and when some of it goes") {
  const auto seed = GENERATE(range(200, 203));
  Random random(static_cast<std::uint64_t>(seed));
  std::vector<test::Record> records;
  for (int i = 0; i < 230; ++i) {  // more than PassageRule::crowd
    const auto n = static_cast<std::uint64_t>(i);
    records.push_back({"k" + std::to_string(i), "Outlet " + std::to_string(i % 50), i % 20 == 0 ? "" : test::iso_day(19'700 + static_cast<Day>(random.below(3))), test::story(n, 6),
                       test::story(77, 60) + test::story(500 + n / 2, 50 + static_cast<int>(random.below(3)) * 20)});
  }
  auto lines = test::json_lines(records);
  shuffle(lines, random);
  GrownArchive archive;
  add_in_nights(archive, lines, 46);
  require_equal(archive);
  std::vector<std::string> gone;
  for (int i = 0; i < 8; ++i) gone.push_back("k" + std::to_string(random.below(230)));
  archive.remove(gone);
  require_equal(archive);
  add_in_nights(archive, Lines(lines.begin(), lines.begin() + 60), 3);  // some of those that went come again
  require_equal(archive);
}

TEST_CASE("a template with more pages than a text meets is told apart the same way in any order") {
  const auto seed = GENERATE(range(220, 232));
  Random random(static_cast<std::uint64_t>(seed));
  std::vector<test::Record> records;
  for (int i = 0; i < 90; ++i) {
    std::string body;
    for (std::uint64_t line = 0; line < 4; ++line) body += test::story(200 + line, 40) + (random.below(3) == 0 ? "closed" : std::to_string(random.below(5))) + " ";
    records.push_back({"k" + std::to_string(i), "Outlet " + std::to_string(random.below(6)), test::iso_day(19'700 + i / 3), random.below(2) == 0 ? "At the close" : test::story(random.below(4), 5), body});
  }
  auto lines = test::json_lines(records);
  if (seed % 2 == 0) shuffle(lines, random);
  GrownArchive archive(seed > 225 ? thin() : Recipe{});
  for (std::size_t i = 0; i < lines.size(); i += 5) {
    archive.add(Lines(lines.begin() + static_cast<std::ptrdiff_t>(i), lines.begin() + static_cast<std::ptrdiff_t>(i + 5)));
    archive.remove({"k" + std::to_string(random.below(90))});
    if (i % 30 == 0) require_equal(archive);
  }
  require_equal(archive);
}

TEST_CASE("the same night again changes nothing") {
  GrownArchive archive;
  const auto lines = newsroom(7, 80);
  archive.add(lines);
  const auto before = archive.account();
  const auto events = archive.view()->events();
  const auto epoch = archive.view()->epoch();
  const auto report = archive.add(lines);
  CHECK(archive.account().difference(before) == "");
  CHECK(archive.view()->events() == events);
  CHECK(archive.view()->epoch() == epoch);
  CHECK(report.counts.at(EventKind::Unchanged) == lines.size());
  CHECK(report.counts.size() == 1);
}

}  // namespace wireprint
