#include "text/key_finder.hpp"

#include <cassert>

namespace wireprint {
namespace {

constexpr std::uint16_t pair_of(char first, char second) {
  return static_cast<std::uint16_t>(static_cast<unsigned char>(first) << 8 | static_cast<unsigned char>(second));
}

}  // namespace

void KeyFinder::add(std::string_view key, std::size_t owner) {
  assert(!key.empty() && owner < kMaxOwners);
  // A key of one byte goes with every byte after it, the end of the text being a zero.
  for (int second = 0; second < 256; ++second) {
    if (key.size() > 1 && static_cast<char>(second) != key[1]) continue;
    const auto pair = pair_of(key[0], static_cast<char>(second));
    pairs_.set(pair);
    entries_[pair].push_back({key, owner});
  }
}

KeyFinder::Owners KeyFinder::owners_in(std::string_view text) const {
  Owners found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto pair = pair_of(text[at], at + 1 < text.size() ? text[at + 1] : '\0');
    if (!pairs_[pair]) continue;
    for (const auto& entry : entries_.find(pair)->second) {
      if (text.substr(at).starts_with(entry.key)) found.set(entry.owner);
    }
  }
  return found;
}

}  // namespace wireprint
