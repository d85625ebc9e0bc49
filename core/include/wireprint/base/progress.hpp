// How a long call tells what it is doing. The library never prints; the caller decides what to show.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace wireprint {

/// One sign of life.
struct Progress {
  std::string_view stage;   ///< "read", "candidates", "proof", "clusters"; lives as long as the program
  std::uint64_t done = 0;   ///< in the stage's unit: bytes for "read", articles or pairs else
  std::uint64_t total = 0;  ///< 0 when it is not known
};

/// Called from one thread at a time, perhaps hundreds of times a second: who draws limits how often. May be empty.
using ProgressSink = std::function<void(const Progress&)>;

}  // namespace wireprint
