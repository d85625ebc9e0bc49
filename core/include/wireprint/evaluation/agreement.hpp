// How far two clusterings of the same things agree: the measures that the field reports.
//
// Pure functions; callable from any thread.
#pragma once

#include <cstdint>
#include <span>

#include "wireprint/base/ids.hpp"

namespace wireprint {

/// Every figure is 1 for equal clusterings. Where there is nothing to be wrong about (no pair was joined, no entropy to
/// explain), the figure is 1 too.
struct Agreement {
  Share pair_precision;  ///< of the pairs that stand together in `found`, those that do in `truth`
  Share pair_recall;     ///< of the pairs that stand together in `truth`, those that do in `found`
  double adjusted_rand = 1;      ///< at most 1; 0 is what chance gives (Hubert, Arabie 1985)
  double b_cubed_precision = 1;  ///< mean over the things of the share of its found cluster that is truly with it (Bagga, Baldwin 1998)
  double b_cubed_recall = 1;
  double homogeneity = 1;   ///< 1 - H(truth | found) / H(truth) (Rosenberg, Hirschberg 2007)
  double completeness = 1;  ///< 1 - H(found | truth) / H(found)

  [[nodiscard]] double pair_f1() const;
  [[nodiscard]] double b_cubed_f1() const;
  [[nodiscard]] double v_measure() const;  ///< harmonic mean of homogeneity and completeness
};

/// `truth[i]` and `found[i]` are the clusters of thing i: any numbers, equal for things that stand together. Of equal size.
[[nodiscard]] Agreement agreement_of(std::span<const std::uint32_t> truth, std::span<const std::uint32_t> found);

}  // namespace wireprint
