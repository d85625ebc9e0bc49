// The loops of the sketches on every instruction set that the machine has, against what their headers say, written plainly.
#include <algorithm>
#include <bit>
#include <catch2/catch.hpp>

#include "sketch/shingle_kernels.hpp"
#include "sketch/slot_filler.hpp"
#include "support/random_sets.hpp"
#include "support/targets.hpp"
#include "wireprint/sketch/fingerprint.hpp"

namespace wireprint {
namespace {

using Values = std::vector<std::uint64_t>;

Values plain_shingles(const Values& tokens, std::size_t width, std::uint64_t salt) {
  Values shingles;
  for (std::size_t i = 0; i + width <= tokens.size(); ++i) {
    std::uint64_t sum = 0;
    for (std::size_t j = 0; j < width; ++j) sum ^= std::rotl(tokens[i + j], static_cast<int>(13 * (width - 1 - j)));
    shingles.push_back(mix64(sum ^ salt));
  }
  return shingles;
}

Values plain_slots(const Values& hashes, std::size_t slots) {
  Values least(slots, kEmptySlot);
  const auto any_empty = [&] { return std::count(least.begin(), least.end(), kEmptySlot) > 0; };
  for (std::size_t round = 0; any_empty(); ++round) {
    Values offered(slots, kEmptySlot);
    for (const std::uint64_t x : hashes) {
      const std::uint64_t value = x * (mix64(round + 1) | 1U);
      const std::size_t slot = round < slots ? value / (~std::uint64_t{0} / slots + 1) : round - slots;
      offered[slot] = std::min(offered[slot], value);
    }
    for (std::size_t i = 0; i < slots; ++i) {
      if (least[i] == kEmptySlot) least[i] = offered[i];
    }
  }
  return least;
}

}  // namespace

TEST_CASE("every instruction set makes the same shingles") {
  test::Random random(31);
  test::for_each_target([&](const std::string& target) {
    for (std::size_t count = 1; count < 70; ++count) {
      const auto tokens = test::random_hashes(count, random);
      for (const std::size_t width : {std::size_t{1}, std::size_t{2}, std::size_t{5}, std::size_t{32}}) {
        if (width > count) continue;
        Values made(count - width + 1);
        roll_shingles(tokens, width, 77, made);
        INFO(target << ", " << count << " tokens by " << width);
        REQUIRE(made == plain_shingles(tokens, width, 77));
      }
    }
  });
}

TEST_CASE("every instruction set fills the same slots") {
  test::Random random(32);
  test::for_each_target([&](const std::string& target) {
    for (const std::size_t slots : {2U, 16U, 64U, 128U, 256U, 1024U}) {
      for (const std::size_t size : {1U, 2U, 7U, 8U, 9U, 60U, 255U, 256U, 257U, 700U, 3000U}) {
        const auto hashes = test::random_hashes(size, random);
        Values made(slots);
        fill_slots(hashes, made);
        INFO(target << ", " << size << " hashes in " << slots << " slots");
        REQUIRE(made == plain_slots(hashes, slots));
      }
    }
  });
}

TEST_CASE("every instruction set copies the same values") {
  test::Random random(33);
  test::for_each_target([&](const std::string& target) {
    for (std::size_t size = 0; size < 100; ++size) {
      const auto values = test::random_hashes(size, random);
      for (const std::uint64_t bound : {std::uint64_t{0}, ~std::uint64_t{0} / 8, std::uint64_t{1} << 63U, ~std::uint64_t{0}}) {
        Values expected, made(size + kCopyRoom);
        std::copy_if(values.begin(), values.end(), std::back_inserter(expected), [&](std::uint64_t v) { return v < bound; });
        made.resize(copy_below(values, bound, made.data()));
        INFO(target << ", " << size << " values");
        REQUIRE(made == expected);
      }
    }
  });
}

TEST_CASE("a fingerprint is the same on every instruction set") {
  test::Random random(34);
  for (const std::size_t size : {3U, 40U, 300U, 5000U}) {
    const auto tokens = test::random_hashes(size, random);
    std::vector<Fingerprint> prints;
    test::for_each_target([&](const std::string&) { prints.push_back(Sketcher(Recipe{}).sketch(tokens)); });
    for (const Fingerprint& print : prints) {
      CHECK((print.minhash == prints[0].minhash && print.samples == prints[0].samples && print.exact == prints[0].exact));
    }
  }
}

}  // namespace wireprint
