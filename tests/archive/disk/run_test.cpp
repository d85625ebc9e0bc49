#include "archive/disk/run.hpp"

#include <catch2/catch.hpp>
#include <map>

#include "archive/disk/run_merge.hpp"
#include "archive/disk/run_set.hpp"
#include "archive/disk/run_support.hpp"

namespace wireprint {
namespace {

using test::all_entries;
using test::list_of;
using test::open_run;
using test::Random;
using test::random_entries;
using test::run_bytes;

std::string merged_bytes(const std::vector<const Run*>& runs, const KeepDoc& keep = {}) {
  std::string bytes;
  const auto footer = merge_runs(runs, keep, [&](std::string_view part) -> std::optional<Error> {
    bytes += part;
    return std::nullopt;
  });
  REQUIRE(footer);
  return bytes;
}

}  // namespace

TEST_CASE("a run of any size gives back the postings and the days that it was made of") {
  Random random(1);
  for (const std::size_t count : {0, 1, 2, 3, 40, 41, 1000, 30000}) {
    const auto entries = random_entries(count, 7, 500, random);
    const auto run = open_run(run_bytes(entries, 7, 500));
    REQUIRE(run);
    CHECK(all_entries(*run) == entries);
    CHECK(run->footer().postings() == entries.size());
    CHECK(run->day(7) == test::day_of(7));
    CHECK(run->day(506) == test::day_of(506));
    CHECK_FALSE(run->day(507));
    CHECK_FALSE(run->day(6));
    CHECK_FALSE(run->verify());
  }
}

TEST_CASE("a look-up in a run finds what a map of all postings finds") {
  Random random(2);
  const auto entries = random_entries(20000, 0, 3000, random);
  const auto run = open_run(run_bytes(entries, 0, 3000));
  REQUIRE(run);
  std::map<std::pair<std::uint32_t, std::uint64_t>, std::vector<DocId>> lists;
  for (const auto& entry : entries) lists[{entry.part, entry.hash}].push_back(entry.doc);
  for (const auto& [key, docs] : lists) REQUIRE(list_of(*run, key.first, key.second) == docs);
  for (int i = 0; i < 20000; ++i) {
    const std::uint64_t hash = shortened(random());
    if (!lists.contains({2, hash})) REQUIRE(list_of(*run, 2, hash)->empty());
  }
  for (const std::uint64_t edge : {std::uint64_t{0}, kLastHash}) REQUIRE(list_of(*run, 0, edge)->empty());
}

TEST_CASE("the extreme hashes and versions stand in a run as any other") {
  const std::uint64_t last = kLastHash;
  const std::vector<RunEntry> entries{{0, 0, 5}, {0, 0, 9}, {last, 0, 5}, {last, 1, 9}, {0, 2, 5}, {last - 1, 2, 6}, {last, 2, 9}};
  const auto run = open_run(run_bytes(entries, 5, 5));
  REQUIRE(run);
  CHECK(all_entries(*run) == entries);
  CHECK(list_of(*run, 0, 0) == std::vector<DocId>{5, 9});
  CHECK(list_of(*run, 2, last) == std::vector<DocId>{9});
}

TEST_CASE("runs that are merged are the run that all their postings would have made") {
  Random random(3);
  const auto early = random_entries(5000, 0, 900, random);
  const auto late = random_entries(800, 900, 100, random);
  auto all = early;
  all.insert(all.end(), late.begin(), late.end());
  std::sort(all.begin(), all.end());
  const auto a = open_run(run_bytes(early, 0, 900));
  const auto b = open_run(run_bytes(late, 900, 100));
  CHECK(merged_bytes({&*a, &*b}) == run_bytes(all, 0, 1000));
  CHECK(merged_bytes({&*a}) == run_bytes(early, 0, 900));
}

TEST_CASE("runs whose versions do not follow each other are not merged") {
  Random random(3);
  const auto a = open_run(run_bytes(random_entries(50, 0, 9, random), 0, 9));
  const auto b = open_run(run_bytes(random_entries(50, 10, 9, random), 10, 9));
  const std::vector<const Run*> runs{&*a, &*b};
  const auto merged = merge_runs(runs, {}, [](std::string_view) { return std::nullopt; });
  REQUIRE_FALSE(merged);
  CHECK(merged.error().code == ErrorCode::Damaged);
}

TEST_CASE("a merge leaves out the versions that it is told to, and keeps all others") {
  Random random(4);
  const auto entries = random_entries(5000, 0, 50, random);
  const auto run = open_run(run_bytes(entries, 0, 50));
  auto left = entries;
  std::erase_if(left, [](const RunEntry& entry) { return entry.doc % 7 == 3; });
  const auto merged = open_run(merged_bytes({&*run}, [](DocId doc) { return doc % 7 != 3; }));
  REQUIRE(merged);
  CHECK(all_entries(*merged) == left);
  CHECK_FALSE(merged->verify());
}

TEST_CASE("postings at random take few more bits than their numbers have") {
  Random random(5);
  std::vector<RunEntry> entries;
  for (int i = 0; i < 400000; ++i) entries.push_back({shortened(random()), 2, static_cast<DocId>(random.below(1U << 17U))});
  std::sort(entries.begin(), entries.end());
  const double bits = 17 + kHashBits - 18.6 + 1.44;  // the version, and the gap between 400,000 of 2^36: log2(e * gap)
  const double days = 32.0 * (1U << 17U) / 400000;
  CHECK(8.0 * static_cast<double>(run_bytes(entries, 0, 1U << 17U).size()) / 400000 < bits + days + 3);
}

TEST_CASE("many small batches leave few runs, and write each posting few times") {
  std::vector<std::uint64_t> sizes;
  std::uint64_t written = 0;
  for (int batch = 0; batch < 1000; ++batch) {
    const std::size_t first = merged_from(sizes, 1);
    std::uint64_t size = 1;
    for (std::size_t i = first; i < sizes.size(); ++i) size += sizes[i];
    sizes.resize(first);
    sizes.push_back(size);
    written += size;
    REQUIRE(sizes.size() <= 10);
  }
  CHECK(written < 1000 * 10);
}

}  // namespace wireprint
