// Pairs for a person to label: drawn evenly over the probability, so that easy ones do not swamp the hard ones.
//
// Pure functions; callable from any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "wireprint/report/run.hpp"

namespace wireprint {

struct Drawn {
  std::size_t match = 0;  ///< position in what was drawn from
  double weight = 1;      ///< matches that it stands for: those of its tenth of the probability, for each one drawn there
};

/// Draws `count` of the matches, or all: as many of each tenth of the probability as it has, by turns; within one, those with the
/// smallest hashes of seed and keys. By position. The weights add up to the number of matches in the tenths that were drawn from.
[[nodiscard]] std::vector<Drawn> draw_evenly(const ClusterRun& run, std::size_t count, std::uint64_t seed);

/// The columns of a sample, and a row of it: what labels have, with an empty label, then what helps to judge. Both end with a line
/// feed. In the texts passages that both share stand between ⟦ and ⟧, and a line break is ¶.
[[nodiscard]] std::string sample_heading();
[[nodiscard]] std::string sample_row(const ClusterRun& run, const std::string& corpus, const Drawn& drawn);

}  // namespace wireprint
