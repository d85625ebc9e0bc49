// The fast path from normalised text to the hashes of its tokens: words are found 64 bytes at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/easy_points.hpp"

namespace wireprint {

inline constexpr std::size_t kCutReach = 96;  ///< bytes behind the text that have to be readable

/// Appends hash_token() of each token that WordCutter finds in the first `size` bytes of `text`, in order.
void append_token_hashes(const unicode::EasyPoints& points, const char* text, std::size_t size, std::vector<std::uint64_t>& hashes);

}  // namespace wireprint
