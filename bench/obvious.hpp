// What one would write without wireprint: MinHash of word 5-grams in a page of C++. The yardstick of the hashing core.
//
// It is frozen: a change here makes every ratio that was ever written down another one. Built with the flags of the
// release preset and none for the machine.
#pragma once

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <string_view>
#include <vector>

namespace wireprint::bench {

/// Classic MinHash with 128 multiply-shift functions (Dietzfelbinger et al. 1997) over XXH3 of each run of five words.
class Obvious {
 public:
  static constexpr std::size_t kFunctions = 128;
  static constexpr std::size_t kWords = 5;
  using Sketch = std::array<std::uint32_t, kFunctions>;

  Obvious() {
    std::mt19937_64 random(1);
    for (auto& a : multipliers_) a = random() | 1U;
    for (auto& b : addends_) b = random();
  }

  /// `words` are those of a text, one space between two. Fewer than five words are one shingle.
  [[nodiscard]] Sketch sketch(std::string_view words) {
    find_starts(words);
    Sketch least;
    least.fill(std::numeric_limits<std::uint32_t>::max());
    const std::size_t count = starts_.size() - 1;  // the last start is where a word behind the end would begin
    const std::size_t width = std::min(count, kWords);
    for (std::size_t i = 0; i + width <= count; ++i) {
      const std::size_t length = starts_[i + width] - 1 - starts_[i];
      add(XXH3_64bits(words.data() + starts_[i], length), least);
    }
    return least;
  }

  [[nodiscard]] static double estimate_resemblance(const Sketch& a, const Sketch& b) {
    std::size_t equal = 0;
    for (std::size_t i = 0; i < kFunctions; ++i) equal += a[i] == b[i] ? 1U : 0U;
    return static_cast<double>(equal) / kFunctions;
  }

 private:
  void find_starts(std::string_view words) {
    starts_.assign(1, 0);
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i] == ' ') starts_.push_back(i + 1);
    }
    starts_.push_back(words.size() + 1);
  }

  void add(std::uint64_t hash, Sketch& least) const {
    for (std::size_t i = 0; i < kFunctions; ++i) {
      least[i] = std::min(least[i], static_cast<std::uint32_t>((multipliers_[i] * hash + addends_[i]) >> 32U));
    }
  }

  std::array<std::uint64_t, kFunctions> multipliers_;
  std::array<std::uint64_t, kFunctions> addends_;
  std::vector<std::size_t> starts_;
};

}  // namespace wireprint::bench
