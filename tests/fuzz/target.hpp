// What a fuzz target is: a function that any bytes may be given to.
//
// libFuzzer brings its own main; replay.cpp is one that gives saved files again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace wireprint::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) { return {reinterpret_cast<const char*>(data), size}; }

/// An assertion that stays in every build.
inline void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace wireprint::fuzz
