// When a word of one text is the same as a word of another: by place in both.
#pragma once

#include <cstdint>
#include <span>

#include "wireprint/verify/prepared_text.hpp"

namespace wireprint {

struct EqualWords {
  std::span<const std::uint64_t> a;
  std::span<const std::uint64_t> b;

  [[nodiscard]] bool operator()(std::size_t in_a, std::size_t in_b) const { return a[in_a] == b[in_b]; }
  /// Whether two that are the same, and behind whom the same follow, are the begin of a shingle in common.
  static bool is_seed(std::size_t, std::size_t) { return true; }
  [[nodiscard]] std::size_t size_a() const { return a.size(); }
  [[nodiscard]] std::size_t size_b() const { return b.size(); }
};

/// Of texts in which letters were misread.
struct LikeWords {
  const PreparedText& a;
  const PreparedText& b;

  [[nodiscard]] bool operator()(std::size_t in_a, std::size_t in_b) const { return may_be_one_word(a.spelling[in_a], b.spelling[in_b]); }
  [[nodiscard]] bool is_seed(std::size_t in_a, std::size_t in_b) const { return a.tokens.hashes[in_a] == b.tokens.hashes[in_b]; }
  [[nodiscard]] std::size_t size_a() const { return a.tokens.size(); }
  [[nodiscard]] std::size_t size_b() const { return b.tokens.size(); }
};

}  // namespace wireprint
