// Random texts, the same on every machine for a seed.
#pragma once

#include <cstdint>
#include <string>

#include "wireprint/base/hash.hpp"

namespace wireprint::test {

/// SplitMix64.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() { return mix64(state_ += 0x9e3779b97f4a7c15U); }
  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(next() % bound); }

 private:
  std::uint64_t state_;
};

/// A few dozen code points of one or two scripts, spiced with combining marks, jamo, presentation forms, quotes,
/// joiners, any code point at all, and invalid bytes.
[[nodiscard]] std::string random_unicode(Random& random);

/// Sentences as news has them, in several scripts, with curly quotes, dashes, figures and line breaks.
[[nodiscard]] std::string random_news(Random& random);

}  // namespace wireprint::test
