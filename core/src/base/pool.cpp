#include "base/pool.hpp"

#include <algorithm>
#include <cstring>

namespace wireprint {
namespace {

constexpr std::size_t kBlockWords = std::size_t{1} << 17U;  // 1 MiB; a longer item has a block of its own

std::size_t words_for(std::size_t bytes) { return (bytes + 7) / 8; }

}  // namespace

void Pool::seal() {
  if (blocks_.empty()) return;
  Block& block = blocks_.back();
  const std::size_t bytes = 8 * block.words.size();
  if (!spool_ || held_bytes_ + bytes <= most_bytes_) {
    held_bytes_ += bytes;
    return;
  }
  block.on_disk = spool_->append(block.words);
  std::vector<std::uint64_t>().swap(block.words);  // an empty list assigned would keep the memory
}

std::uint64_t* Pool::make_room(std::size_t bytes) {
  const std::size_t words = words_for(bytes);
  if (blocks_.empty() || blocks_.back().words.size() + words > kBlockWords) {
    seal();
    blocks_.emplace_back().words.reserve(std::max(words, kBlockWords));
  }
  auto& block = blocks_.back().words;
  const std::size_t begin = block.size();
  block.resize(begin + words);
  items_.push_back({static_cast<std::uint32_t>(blocks_.size() - 1), static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(bytes)});
  return block.data() + begin;
}

void Pool::add(std::span<const std::uint64_t> words) { std::ranges::copy(words, make_room(8 * words.size())); }

void Pool::add(std::string_view bytes) {
  std::uint64_t* to = make_room(bytes.size());
  if (!bytes.empty()) std::memcpy(to, bytes.data(), bytes.size());
}

std::span<const std::uint64_t> Pool::words(std::size_t item, std::vector<std::uint64_t>& scratch) const {
  const Item& place = items_[item];
  const Block& block = blocks_[place.block];
  const std::size_t size = words_for(place.bytes);
  if (!block.on_disk) return std::span(block.words).subspan(place.begin, size);
  scratch.resize(size);
  spool_->read(*block.on_disk + 8 * std::uint64_t{place.begin}, scratch);
  return scratch;
}

std::string_view Pool::bytes(std::size_t item, std::vector<std::uint64_t>& scratch) const {
  const auto held = words(item, scratch);
  return {reinterpret_cast<const char*>(held.data()), items_[item].bytes};
}

}  // namespace wireprint
