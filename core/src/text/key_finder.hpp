// Which of many short strings occur in a text.
//
// Immutable once built; callable from any thread.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wireprint {

/// One pass over the text for all keys, since a search for each costs as much as all patterns together.
class KeyFinder {
 public:
  static constexpr std::size_t kMaxOwners = 256;
  using Owners = std::bitset<kMaxOwners>;

  /// `key` of one byte or more stays the caller's; an owner, a number below kMaxOwners, may have several keys.
  void add(std::string_view key, std::size_t owner);

  /// The owners of which a key occurs in `text`.
  [[nodiscard]] Owners owners_in(std::string_view text) const;

 private:
  struct Entry {
    std::string_view key;
    std::size_t owner;
  };

  std::bitset<65536> pairs_;  // first two bytes of a key: eight kilobytes that stay in the nearest cache
  std::unordered_map<std::uint16_t, std::vector<Entry>> entries_;
};

}  // namespace wireprint
