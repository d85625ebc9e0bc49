#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>

#include "support/fixture_tables.hpp"
#include "support/invented_story.hpp"
#include "support/records.hpp"

namespace wireprint {
namespace {

using test::Run;
using Lines = std::vector<std::string>;

Lines sample_lines() {
  std::ifstream file(test::sample_path());
  Lines lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

// Stories printed whole, cut and with a new top by several outlets, beside a notice that recurs, versions of one key, and a broken line.
Lines random_newsroom(test::Random& random) {
  Lines lines{"{\"id\": broken"};
  for (int i = 0; i < 150; ++i) {
    const auto which = random.below(25);
    const int words = 60 + static_cast<int>(random.below(4)) * 50;
    std::string body = test::story(which, words);
    if (random.below(3) == 0) body = test::story(1000 + static_cast<std::uint64_t>(i), 40) + body;
    if (random.below(3) == 0) body += test::story(77, 50);  // about us
    const auto day = 19'700 + static_cast<Day>(random.below(40));
    lines.push_back(test::json_line({"k" + std::to_string(i), "Outlet " + std::to_string(random.below(5)), random.below(8) == 0 ? "" : test::iso_day(day),
                                     test::story(which, 6), body}));
  }
  for (int i = 0; i < 10; ++i) {  // their dates tell which is the newest; else the order of reading would
    lines.push_back(test::json_line({"k" + std::to_string(i), "Outlet 0", test::iso_day(19'800), test::story(random.below(25), 6), test::story(random.below(25), 120)}));
  }
  return lines;
}

void shuffle(Lines& lines, test::Random& random) {
  for (std::size_t i = lines.size(); i > 1; --i) std::swap(lines[i - 1], lines[random.below(static_cast<std::uint32_t>(i))]);
}

std::vector<Lines> split(const Lines& lines, std::size_t files) {
  std::vector<Lines> parts(files);
  for (std::size_t i = 0; i < lines.size(); ++i) parts[i * files / lines.size()].push_back(lines[i]);
  return parts;
}

ClusterOptions every_match(int threads) {
  ClusterOptions options = test::on_threads(threads);
  options.keep_refused = true;
  return options;
}

// The first line that only one of two runs wrote; the order counts where there is none.
std::string difference(const std::string& a, const std::string& b) {
  if (a == b) return "";
  const auto lines_of = [](const std::string& text) {
    std::istringstream in(text);
    std::multiset<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.insert(line);
    return lines;
  };
  const auto in_a = lines_of(a), in_b = lines_of(b);
  Lines only;
  std::ranges::set_symmetric_difference(in_a, in_b, std::back_inserter(only));
  return only.empty() ? "the order of lines" : only.front();
}

void check_repeats(const Lines& lines, test::Random& random) {
  const std::string expected = Run({lines}, every_match(1)).all_lines();
  Lines shuffled = lines;
  for (const int threads : {1, 2, 4}) {
    shuffle(shuffled, random);
    REQUIRE(difference(Run(split(shuffled, static_cast<std::size_t>(threads)), every_match(threads)).all_lines(), expected) == "");
  }
}

}  // namespace

TEST_CASE("the sample gives the same bytes in any order, from any number of files, on any number of threads") {
  test::Random random(1);
  check_repeats(sample_lines(), random);
}

TEST_CASE("random newsrooms give the same bytes in any order, from any number of files, on any number of threads") {
  test::Random random(2);
  for (int round = 0; round < 5; ++round) check_repeats(random_newsroom(random), random);
}

TEST_CASE("a second run of one engine gives the same bytes as the first") {
  test::TempDir dir;
  const auto path = dir.write("a.jsonl", test::joined(sample_lines()));
  Engine engine(test::on_threads(2));
  const auto lines_of = [](const ClusterRun& run) {
    std::string lines;
    for (const auto& cluster : run.clusters) lines += cluster_line(run, cluster);
    return lines;
  };
  const std::string first = lines_of(**engine.cluster({path}));
  REQUIRE(engine.cluster({dir.write("b.jsonl", sample_lines().front() + "\n")}));
  CHECK(lines_of(**engine.cluster({path})) == first);
  CHECK_FALSE(first.empty());
}

TEST_CASE("an input given twice changes no cluster") {
  const Lines lines = sample_lines();
  const auto of_clusters = [](const Run& run) {
    std::string text;
    for (const auto& cluster : run->clusters) text += cluster_line(*run, cluster);
    return text;
  };
  const Run twice({lines, lines}, {});
  CHECK(of_clusters(twice) == of_clusters(Run(lines)));
  CHECK(twice->counts.statuses.at(Status::Superseded) == lines.size());
}

}  // namespace wireprint
