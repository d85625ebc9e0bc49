// How much two texts share, from their samples: resemblance, and containment both ways, with bounds.
//
// What counts is the sample of the union of both (see merge_samples): each element of the union is in it as likely as
// any other, so the share of its elements that are in both, or of those in A that are in B too, is unbiased (Beyer,
// Haas, Reinwald, Sismanis, Gemulla 2007). Pure functions; callable from any thread.
#pragma once

#include <cstdint>
#include <span>

namespace wireprint {

/// A share in [0, 1] with the interval in which the true one lies.
struct Estimate {
  double value = 0.0;
  double lower = 0.0;
  double upper = 1.0;

  friend bool operator==(const Estimate&, const Estimate&) = default;
};

/// The share `part / whole` of a random sample, and the bounds between which the true share lies with at least
/// `confidence` in (0, 1) (Clopper, Pearson 1934). Of an empty sample nothing is known: 0, between 0 and 1.
[[nodiscard]] Estimate estimate_share(std::uint64_t part, std::uint64_t whole, double confidence);

struct Overlap {
  Estimate resemblance;  ///< |A and B| / |A or B|
  Estimate a_in_b;       ///< |A and B| / |A|
  Estimate b_in_a;       ///< |A and B| / |B|
  bool exact = false;    ///< the samples hold all of both texts: value, lower and upper are one
};

/// Samples are those of sample_shingles(…, one_in, floor), both taken alike.
[[nodiscard]] Overlap estimate_overlap(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b, int one_in, int floor,
                                       double confidence = 0.95);

}  // namespace wireprint
