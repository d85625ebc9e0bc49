// What a pair is weighed by: the figures of a Match as numbers between 0 and 1.
//
// Only sums, products and quotients, each rounded as IEEE 754 says, so that a pair has the same features on every machine.
// Pure functions; callable from any thread.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "wireprint/verify/match.hpp"

namespace wireprint {

inline constexpr std::size_t kFeatures = 19;
using Features = std::array<double, kFeatures>;

/// A feature's code, as it stands in a file of coefficients, which way it can speak, and what it says for people.
struct FeatureName {
  std::string_view code;
  int sign;  ///< 1: the more of it, the likelier a copy; -1: the less likely
  std::string_view meaning;
};

[[nodiscard]] const std::array<FeatureName, kFeatures>& feature_names();

/// In the order of feature_names(). `match` has been judged: the rule's verdict is a feature.
[[nodiscard]] Features features_of(const Match& match);

}  // namespace wireprint
