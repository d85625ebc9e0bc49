#include "wireprint/verify/alignment.hpp"

#include <catch2/catch.hpp>
#include <numeric>

#include "support/print_runs.hpp"

namespace wireprint {
namespace {

using Words = std::vector<std::uint64_t>;

// `count` words from `first` on that occur nowhere else.
Words block(std::uint64_t first, std::size_t count) {
  Words words(count);
  std::iota(words.begin(), words.end(), first);
  return words;
}

Words operator+(Words a, const Words& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

std::vector<AlignedRun> aligned(const Words& a, const Words& b) { return align(a, seeds_of(a, {}), b, seeds_of(b, {})); }

const Words kTop = block(100, 20);
const Words kMiddle = block(200, 10);
const Words kEnd = block(300, 30);

}  // namespace

TEST_CASE("equal texts are one run") { CHECK(aligned(kTop, kTop) == std::vector<AlignedRun>{{0, 0, 20}}); }

TEST_CASE("texts that share fewer words than a shingle in a row have no run") {
  CHECK(aligned(block(1, 4) + kTop, kMiddle + block(1, 4)).empty());
  CHECK(aligned(kTop, {}).empty());
}

TEST_CASE("texts shorter than a shingle are aligned whole or not at all") {
  CHECK(aligned(block(1, 3), block(1, 3)) == std::vector<AlignedRun>{{0, 0, 3}});
  CHECK(aligned(block(1, 3), block(1, 2)).empty());
}

TEST_CASE("paragraphs that changed places are both found") {
  CHECK(aligned(kTop + kMiddle, kMiddle + kTop) == std::vector<AlignedRun>{{0, 10, 20}, {20, 0, 10}});
}

TEST_CASE("of two copies of a passage the longer takes the words") {
  CHECK(aligned(kTop, block(100, 8) + kEnd + kTop) == std::vector<AlignedRun>{{0, 38, 20}});
}

TEST_CASE("a word put in breaks a run and is left out of it") {
  CHECK(aligned(kTop + kEnd, kTop + Words{7} + kEnd) == std::vector<AlignedRun>{{0, 0, 20}, {20, 21, 30}});
}

TEST_CASE("words between two runs are aligned one by one where every other one was changed") {
  const Words a = kTop + Words{1, 2, 3, 4, 5} + kEnd;
  const Words b = kTop + Words{1, 9, 3, 8, 5} + kEnd;
  CHECK(aligned(a, b) == std::vector<AlignedRun>{{0, 0, 21}, {22, 22, 1, false}, {24, 24, 31}});
}

TEST_CASE("a gap is filled up to forty words and no further") {
  const auto with_gap = [](std::size_t words, std::uint64_t lonely) { return kTop + block(1000 + lonely * 100, words) + Words{7} + block(5000 + lonely * 100, words) + kEnd; };
  CHECK(aligned(with_gap(19, 0), with_gap(19, 1)).size() == 3);
  CHECK(aligned(with_gap(20, 0), with_gap(20, 1)).size() == 2);
}

TEST_CASE("a gap that holds another passage's copy is not filled with its words again") {
  const Words a = kTop + Words{9, 200, 9, 202, 9} + kEnd + Words{8} + kMiddle;
  const Words b = kTop + kMiddle + kEnd;
  CHECK(aligned(a, b) == std::vector<AlignedRun>{{0, 0, 20}, {25, 30, 30}, {56, 20, 10}});
}

TEST_CASE("a passage is found though it opens with words that stand often before it") {
  const Words phrase = block(10, 5);
  Words a;
  for (std::uint64_t i = 0; i < 9; ++i) a = std::move(a) + phrase + Words{1000 + i};
  const auto opened = static_cast<std::uint32_t>(a.size());
  a = std::move(a) + phrase + kEnd;
  CHECK(aligned(a, phrase + kEnd) == std::vector<AlignedRun>{{opened, 0, 35}});
}

TEST_CASE("runs go on across three words on either side, not across four") {
  const AlignedRun run{0, 0, 10};
  CHECK(continues(run, {13, 12, 5}));
  CHECK_FALSE(continues(run, {14, 10, 5}));
  CHECK_FALSE(continues(run, {10, 14, 5}));
  CHECK_FALSE(continues({0, 20, 10}, {10, 5, 5}));
}

}  // namespace wireprint
