// The hashes of a whole corpus, each with the item that it comes from, shared out by their last bits into parts that fit a cache.
//
// What is to be sorted or looked up is then done part by part, on all threads, and without a table of everything. Where all
// hashes together would take too much memory, the items are gone through several times, for some of the parts each time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "wireprint/base/executor.hpp"

namespace wireprint {

/// Twelve bytes, whatever the alignment of 64-bit numbers is.
class HashedItem {
 public:
  HashedItem() = default;
  HashedItem(std::uint64_t hash, std::uint32_t item) : low_(static_cast<std::uint32_t>(hash)), high_(static_cast<std::uint32_t>(hash >> 32U)), item_(item) {}

  [[nodiscard]] std::uint64_t hash() const { return std::uint64_t{high_} << 32U | low_; }
  [[nodiscard]] std::uint32_t item() const { return item_; }

 private:
  std::uint32_t low_ = 0;
  std::uint32_t high_ = 0;
  std::uint32_t item_ = 0;
};

class HashParts {
 public:
  static constexpr std::size_t kParts = 1024;
  static constexpr int kPartBits = 10;
  static constexpr std::size_t kInMemory = std::size_t{16} << 20U;  ///< hashes; 12 bytes each

  using HashesOf = std::function<void(std::uint32_t item, std::vector<std::uint64_t>& hashes)>;  ///< appends the item's hashes
  using Use = std::function<void(std::size_t part, std::span<const HashedItem> hashed)>;

  /// Calls `use` once for each part with all of its hashes, in the order of the items; hashes of one part have the same last
  /// kPartBits bits. `hashes_of` and `use` are called from several threads. At most `in_memory` hashes and those of one part
  /// are held at a time.
  static void for_each(std::size_t items, const Executor& executor, const HashesOf& hashes_of, const Use& use, std::size_t in_memory = kInMemory);
};

/// Groups the hashes of a part: group_of()[i] is that of the i-th, numbered in the order in which they are first met.
class HashGroups {
 public:
  explicit HashGroups(std::span<const HashedItem> hashed);

  [[nodiscard]] const std::vector<std::uint32_t>& group_of() const { return group_of_; }
  [[nodiscard]] const std::vector<std::uint32_t>& sizes() const { return sizes_; }  ///< by group

 private:
  std::vector<std::uint32_t> group_of_;
  std::vector<std::uint32_t> sizes_;
};

}  // namespace wireprint
