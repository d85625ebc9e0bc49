#include "base/hash_parts.hpp"

#include <array>
#include <bit>

namespace wireprint {
namespace {

constexpr std::size_t kChunks = 64;  // of items, that threads work off one by one

std::size_t part_of(std::uint64_t hash) { return hash % HashParts::kParts; }

using Counts = std::array<std::size_t, HashParts::kParts>;

// One run over the items for the parts [first, last).
class Scatter {
 public:
  Scatter(std::size_t items, const Executor& executor, const HashParts::HashesOf& hashes_of) : items_(items), executor_(executor), hashes_of_(hashes_of) {}

  [[nodiscard]] std::vector<Counts> count() const {
    std::vector<Counts> counts(kChunks);
    executor_.for_each(kChunks, [&](std::size_t chunk) {
      counts[chunk].fill(0);
      for_each_in(chunk, [&](std::uint64_t hash, std::uint32_t) { ++counts[chunk][part_of(hash)]; });
    });
    return counts;
  }

  // `starts` say where each chunk writes what it has of a part.
  void write(std::vector<Counts> starts, std::size_t first, std::size_t last, std::vector<HashedItem>& to) const {
    executor_.for_each(kChunks, [&](std::size_t chunk) {
      for_each_in(chunk, [&](std::uint64_t hash, std::uint32_t item) {
        const std::size_t part = part_of(hash);
        if (part >= first && part < last) to[starts[chunk][part]++] = {hash, item};
      });
    });
  }

 private:
  template <class Take>
  void for_each_in(std::size_t chunk, const Take& take) const {
    std::vector<std::uint64_t> hashes;
    const auto end = static_cast<std::uint32_t>(items_ * (chunk + 1) / kChunks);
    for (auto item = static_cast<std::uint32_t>(items_ * chunk / kChunks); item < end; ++item) {
      hashes.clear();
      hashes_of_(item, hashes);
      for (const std::uint64_t hash : hashes) take(hash, item);
    }
  }

  std::size_t items_;
  const Executor& executor_;
  const HashParts::HashesOf& hashes_of_;
};

// Where each part begins when those from `first` on stand one after the other; the last entry is the end.
std::vector<std::size_t> begins_of(const std::vector<Counts>& counts, std::size_t first, std::size_t last) {
  std::vector<std::size_t> begins{0};
  for (std::size_t part = first; part < last; ++part) {
    std::size_t size = 0;
    for (const Counts& chunk : counts) size += chunk[part];
    begins.push_back(begins.back() + size);
  }
  return begins;
}

std::vector<Counts> starts_of(const std::vector<Counts>& counts, const std::vector<std::size_t>& begins, std::size_t first) {
  std::vector<Counts> starts(counts.size());
  for (std::size_t i = 0; i + 1 < begins.size(); ++i) {
    std::size_t at = begins[i];
    for (std::size_t chunk = 0; chunk < counts.size(); ++chunk) {
      starts[chunk][first + i] = at;
      at += counts[chunk][first + i];
    }
  }
  return starts;
}

// How many parts from `first` on have at most so many hashes together; at least one.
std::size_t last_of_run(const std::vector<std::size_t>& begins, std::size_t first, std::size_t in_memory) {
  std::size_t last = first + 1;
  while (last < HashParts::kParts && begins[last + 1] - begins[first] <= in_memory) ++last;
  return last;
}

}  // namespace

void HashParts::for_each(std::size_t items, const Executor& executor, const HashesOf& hashes_of, const Use& use, std::size_t in_memory) {
  const Scatter scatter(items, executor, hashes_of);
  const auto counts = scatter.count();
  const auto all_begins = begins_of(counts, 0, kParts);
  for (std::size_t first = 0, last = 0; first < kParts; first = last) {
    last = last_of_run(all_begins, first, in_memory);
    const auto begins = begins_of(counts, first, last);
    std::vector<HashedItem> hashed(begins.back());
    scatter.write(starts_of(counts, begins, first), first, last, hashed);
    executor.for_each(last - first, [&](std::size_t i) { use(first + i, std::span<const HashedItem>(hashed).subspan(begins[i], begins[i + 1] - begins[i])); });
  }
}

HashGroups::HashGroups(std::span<const HashedItem> hashed) : group_of_(hashed.size()) {
  constexpr std::uint32_t kFree = ~std::uint32_t{0};
  std::vector<std::uint32_t> slots(std::bit_ceil(2 * hashed.size() + 2), kFree);
  std::vector<std::uint64_t> hashes;  // by group
  const std::size_t mask = slots.size() - 1;
  for (std::size_t i = 0; i < hashed.size(); ++i) {
    const std::uint64_t hash = hashed[i].hash();
    std::size_t slot = hash * 0x9e3779b97f4a7c15U >> 20U & mask;
    while (slots[slot] != kFree && hashes[slots[slot]] != hash) slot = (slot + 1) & mask;
    if (slots[slot] == kFree) {
      slots[slot] = static_cast<std::uint32_t>(hashes.size());
      hashes.push_back(hash);
      sizes_.push_back(0);
    }
    group_of_[i] = slots[slot];
    ++sizes_[slots[slot]];
  }
}

}  // namespace wireprint
