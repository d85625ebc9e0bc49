// How the slots of a MinHash are cut into bands of rows, and what such a cut finds.
//
// Two articles become candidates when all rows of at least one band agree. At resemblance s that happens with
// probability 1 - (1 - s^rows)^bands (Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, 3.4.2).
// Pure functions; callable from any thread.
#pragma once

#include "wireprint/base/result.hpp"

namespace wireprint {

/// The first `bands * rows` slots of a sketch, cut in order.
struct Banding {
  int bands = 1;
  int rows = 1;

  [[nodiscard]] int slots() const { return bands * rows; }

  /// Probability in [0, 1] that a pair of resemblance `s` in [0, 1] becomes a candidate.
  [[nodiscard]] double recall_at(double s) const;

  friend bool operator==(const Banding&, const Banding&) = default;
};

/// What a cut has to find, and out of how many slots.
struct BandingGoal {
  int slots = 128;         ///< at most so many are used, 1 or more
  double threshold = 0.8;  ///< resemblance in (0, 1] at which `recall` has to hold
  double recall = 0.99;    ///< in (0, 1)
};

/// The cut that meets `goal` at the least cost: the fewest unlike pairs become candidates, measured by the area under
/// the curve from 0 to the threshold; of equal ones that with fewer slots.
/// Errors: InvalidArgument for a goal out of range; Unreachable, with the best recall to be had.
[[nodiscard]] Result<Banding> solve_banding(const BandingGoal& goal);

}  // namespace wireprint
