// Where tokens begin and end, until enough are there to be hashed in one go.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/token_hash.hpp"

namespace wireprint {

/// Begins and ends in turn. `text` has to be readable kTokenPiece bytes behind each token.
class TokenEdges {
 public:
  static constexpr std::size_t kMostAtOnce = 80;

  /// Appends to `hashes`, which hold no more than that after finish() only.
  TokenEdges(const char* text, std::vector<std::uint64_t>& hashes) : text_(text), hashes_(hashes), made_(hashes.size()) {}

  /// A whole token, as a sink of WordCutter.
  void operator()(std::size_t begin, std::size_t end) {
    edges_[count_] = static_cast<std::uint32_t>(begin);
    edges_[count_ + 1] = static_cast<std::uint32_t>(end);
    add(2);
  }

  /// Room for kMostAtOnce edges, to be added once they are written.
  [[nodiscard]] std::uint32_t* room() { return edges_.data() + count_; }
  void add(std::size_t count) {
    count_ += count;
    if (count_ >= kFull) hash();
  }

  /// The hashes of tokens of six bytes each that begin at `begins`.
  void add_bigrams(const std::uint32_t* begins, std::size_t tokens) {
    hash();
    std::uint64_t* to = make_room(tokens);
    for (std::size_t i = 0; i < tokens; ++i) to[i] = hash_short_token(load_word(text_ + begins[i]) & kFirstBytes[6][0], 0);
    made_ += tokens;
  }

  /// Takes back the begin of a token that has no end yet.
  [[nodiscard]] std::size_t take_back() { return edges_[--count_]; }

  void finish() {
    hash();
    hashes_.resize(made_);
  }

 private:
  static constexpr std::size_t kFull = 1024;
  static constexpr std::size_t kLongWord = 9;  // bytes with the gap: where the mean is longer, 16 bytes are too often too few to be foretold

  void hash() {
    const std::size_t tokens = count_ / 2;
    std::uint64_t* to = make_room(tokens);
    const bool long_words = tokens > 0 && edges_[2 * tokens - 1] - edges_[0] > kLongWord * tokens;
    if (long_words) hash_all<kTokenPiece>(tokens, to, hash_readable_piece);
    else hash_all<16>(tokens, to, hash_readable_short);
    made_ += tokens;
    if (count_ % 2 != 0) edges_[0] = edges_[count_ - 1];
    count_ %= 2;
  }

  template <std::size_t Most, class Hash>
  void hash_all(std::size_t tokens, std::uint64_t* to, Hash hash_one) const {
    for (std::size_t i = 0; i < tokens; ++i) {
      const char* token = text_ + edges_[2 * i];
      const std::size_t length = edges_[2 * i + 1] - edges_[2 * i];
      if (length <= Most) [[likely]] to[i] = hash_one(token, length);
      else to[i] = length <= kTokenPiece ? hash_readable_piece(token, length) : hash_any_token(token, length);
    }
  }

  std::uint64_t* make_room(std::size_t tokens) {
    if (hashes_.size() < made_ + tokens) hashes_.resize(2 * hashes_.size() + tokens);
    return hashes_.data() + made_;
  }

  const char* text_;
  std::vector<std::uint64_t>& hashes_;
  std::size_t made_;
  std::size_t count_ = 0;
  std::array<std::uint32_t, kFull + 2 * kMostAtOnce> edges_;
};

}  // namespace wireprint
