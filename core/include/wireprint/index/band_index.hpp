// MinHash banding: which texts are nearly the same.
//
// Immutable once built; any number of threads may ask.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "wireprint/base/executor.hpp"
#include "wireprint/base/ids.hpp"
#include "wireprint/index/banding.hpp"
#include "wireprint/sketch/minhash.hpp"

namespace wireprint {

/// The texts that agree in all rows of a band, by id.
using Bucket = std::vector<ArticleId>;

/// Buckets of two and more; an empty sketch is in none. `sketches[id]` is the sketch of text `id`, or null where that
/// one takes no part; each has at least `banding.slots()` slots. A bucket that occurs in several bands is given once. Sorted.
[[nodiscard]] std::vector<Bucket> band_buckets(std::span<const MinHash* const> sketches, const Banding& banding, const Executor& executor);

}  // namespace wireprint
