// Learning the weights of a pair from labelled ones.
//
// Pure functions; callable from any thread.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "wireprint/verify/coefficients.hpp"

namespace wireprint {

/// A labelled pair as the regression sees it.
struct Example {
  Features features{};
  bool copy = false;
};

/// Logistic regression with a ridge penalty on standardised features (le Cessie, van Houwelingen 1992), by iteratively
/// reweighted least squares. What a feature can speak for is known beforehand (FeatureName::sign): one whose weight would
/// have the other sign is left out, the largest first, and the rest is learned again, so that a corpus's oddities do not pass
/// for news. Numbers are rounded to the six decimals of the file. Depends on the order of the examples in the last bits alone.
/// `examples` hold a copy and one that is none.
[[nodiscard]] Coefficients learn_coefficients(std::span<const Example> examples, std::string trained_on, double ridge = 3);

/// How far stated probabilities and what is true agree.
struct CalibrationBin {
  double low = 0;   ///< of the probability; the bin ends where the next one begins
  double stated = 0;  ///< mean probability in the bin
  double found = 0;   ///< share of copies
  std::size_t pairs = 0;
};

struct Stated {
  double probability = 0;
  bool copy = false;
};

struct Calibration {
  std::vector<CalibrationBin> bins;  ///< five of equal width; empty ones too
  double brier = 0;                  ///< mean squared difference (Brier 1950); 0.25 is what no knowledge gives
  double expected_error = 0;         ///< mean difference between stated and found over the bins, weighted by their pairs
};

[[nodiscard]] Calibration calibration_of(std::span<const Stated> stated);

}  // namespace wireprint
