#include "base/hash_parts.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <mutex>

#include "wireprint/base/hash.hpp"

namespace wireprint {
namespace {

// What each part was called with.
std::map<std::size_t, std::vector<std::pair<std::uint64_t, std::uint32_t>>> parts_of(const std::vector<std::vector<std::uint64_t>>& items, int threads, std::size_t in_memory) {
  std::map<std::size_t, std::vector<std::pair<std::uint64_t, std::uint32_t>>> parts;
  std::mutex mutex;
  HashParts::for_each(
      items.size(), Executor(threads),
      [&](std::uint32_t item, std::vector<std::uint64_t>& hashes) { hashes.insert(hashes.end(), items[item].begin(), items[item].end()); },
      [&](std::size_t part, std::span<const HashedItem> hashed) {
        const std::lock_guard lock(mutex);
        for (const auto& one : hashed) parts[part].emplace_back(one.hash(), one.item());
      },
      in_memory);
  return parts;
}

std::vector<std::vector<std::uint64_t>> random_items() {
  std::vector<std::vector<std::uint64_t>> items(900);
  std::uint64_t state = 5;
  for (auto& item : items) {
    item.resize(mix64(++state) % 20);
    for (auto& hash : item) hash = mix64(mix64(++state) % 3000);
  }
  return items;
}

}  // namespace

TEST_CASE("each hash is in the part of its last bits, in the order of the items, however many are held at a time") {
  const auto items = random_items();
  std::map<std::size_t, std::vector<std::pair<std::uint64_t, std::uint32_t>>> expected;
  for (std::uint32_t item = 0; item < items.size(); ++item) {
    for (const auto hash : items[item]) expected[hash % HashParts::kParts].emplace_back(hash, item);
  }
  for (const std::size_t in_memory : {std::size_t{1}, std::size_t{700}, HashParts::kInMemory}) {
    CAPTURE(in_memory);
    CHECK(parts_of(items, 1, in_memory) == expected);
    CHECK(parts_of(items, 3, in_memory) == expected);
  }
}

TEST_CASE("of nothing every part is empty") { CHECK(parts_of({}, 2, 1).empty()); }

TEST_CASE("equal hashes are one group, numbered as they are first met") {
  const std::vector<std::uint64_t> hashes = {7 << 10, 9 << 10, 7 << 10, 0, 9 << 10, 7 << 10};
  std::vector<HashedItem> hashed;
  for (const auto hash : hashes) hashed.emplace_back(hash, 0);
  const HashGroups groups(hashed);
  CHECK(groups.group_of() == std::vector<std::uint32_t>{0, 1, 0, 2, 1, 0});
  CHECK(groups.sizes() == std::vector<std::uint32_t>{3, 2, 1});
}

}  // namespace wireprint
