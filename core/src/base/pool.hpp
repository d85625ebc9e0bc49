// Many small pieces of memory in few large ones, and on disk where those become too many.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/spool.hpp"

namespace wireprint {

/// Items by number, in the order in which they were added. add() is called by one thread at a time, and not while others
/// read; the rest by any number.
class Pool {
 public:
  Pool() = default;

  /// Keeps blocks in memory until they hold `most_bytes`; those that come then go to `spool`.
  Pool(std::shared_ptr<Spool> spool, std::size_t most_bytes) : spool_(std::move(spool)), most_bytes_(most_bytes) {}

  void add(std::span<const std::uint64_t> words);
  void add(std::string_view bytes);

  [[nodiscard]] std::size_t size() const { return items_.size(); }

  /// The item; in `scratch`, if it has to be read. A view lives as long as pool and scratch are left as they are.
  [[nodiscard]] std::span<const std::uint64_t> words(std::size_t item, std::vector<std::uint64_t>& scratch) const;
  [[nodiscard]] std::string_view bytes(std::size_t item, std::vector<std::uint64_t>& scratch) const;

 private:
  struct Item {
    std::uint32_t block;
    std::uint32_t begin;  // in words
    std::uint32_t bytes;
  };
  struct Block {
    std::vector<std::uint64_t> words;
    std::optional<std::uint64_t> on_disk;
  };
  std::uint64_t* make_room(std::size_t bytes);
  void seal();

  std::shared_ptr<Spool> spool_;
  std::size_t most_bytes_ = ~std::size_t{0};
  std::size_t held_bytes_ = 0;
  std::vector<Block> blocks_;
  std::vector<Item> items_;
};

}  // namespace wireprint
