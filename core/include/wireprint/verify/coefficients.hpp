// What was learned from labelled pairs: three thresholds of the rule, and the weights that turn the features of a pair into
// the probability that it is a copy.
//
// The weights are a logistic regression (Cox 1958) over standardised features. It speaks beside the rule and decides
// nothing: with one corpus left out, the rule made fewer errors than the regression, or than the two together
// (`tune` prints what the probability alone would do).
// Plain values; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "wireprint/base/result.hpp"
#include "wireprint/verify/features.hpp"

namespace wireprint {

/// Those of the rule's thresholds that are worth learning (see CopyRule).
struct Thresholds {
  double min_share = 0.45;
  double min_share_of_longer = 0.15;
  double whole = 0.85;

  friend bool operator==(const Thresholds&, const Thresholds&) = default;
};

struct Coefficients {
  std::string trained_on;  ///< in words: how many pairs of which corpora
  Thresholds thresholds;
  double intercept = 0;
  Features weight{};       ///< for each standard deviation; 0 for a feature that is not used
  Features mean{};
  Features deviation{};    ///< above 0
};

/// The log-odds of a copy: sums and products in the order of the features, the same on every machine.
[[nodiscard]] double log_odds(const Coefficients& coefficients, const Features& features);

/// In (0, 1). For people and other programs, not for decisions: the exponential's last bit differs between machines.
[[nodiscard]] double probability_of(double log_odds);

/// The probability of a judged pair, to four decimals; none of one that was not judged on its text.
[[nodiscard]] std::optional<Share> probability_of(const Match& match);

/// The log-odds of which probability_of() makes the same probability again.
[[nodiscard]] std::optional<double> log_odds_of(const std::optional<Share>& probability);

/// A file of coefficients: what they were learned from, a line for each number, and a fingerprint of all that. See
/// core/src/verify/coefficients.tsv, which is compiled in.
[[nodiscard]] std::string write_coefficients(const Coefficients& coefficients);

/// Errors: BadInput, with the line, for another version, a line that is missing or not known, a number that is none or out
/// of its range, a fingerprint that does not fit.
[[nodiscard]] Result<Coefficients> parse_coefficients(std::string_view text, const std::string& name);

/// 16 hexadecimal digits: XXH3 of the file without its last line.
[[nodiscard]] std::string fingerprint_of(const Coefficients& coefficients);

/// Those that wireprint comes with.
[[nodiscard]] const Coefficients& shipped_coefficients();

}  // namespace wireprint
