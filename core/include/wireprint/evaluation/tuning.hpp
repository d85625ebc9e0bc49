// Learning from labelled pairs, and how well what is learned does on a corpus that it has not seen.
//
// Pure functions and values; callable from any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "wireprint/evaluation/accuracy.hpp"
#include "wireprint/evaluation/regression.hpp"

namespace wireprint {

/// The thresholds that are tried: the shipped ones first, then the others by how far they lie from those.
[[nodiscard]] const std::vector<Thresholds>& threshold_grid();

/// The labelled pairs of one corpus, without the partial ones.
struct LabelledCorpus {
  std::string name;
  std::vector<Example> examples;
  std::vector<std::uint32_t> stories;     ///< by pair, see stories_of()
  std::vector<std::vector<bool>> joined;  ///< by position in threshold_grid(), then by pair: whether both stand in one cluster
};

/// What one corpus (or fold) says when all was learned from the others.
struct LeftOut {
  std::string name;
  Thresholds thresholds;
  Accuracy accuracy;  ///< by clusters
};

struct Tuning {
  Coefficients learned;            ///< from all pairs
  Accuracy with_learned;           ///< by clusters, on the pairs that it was learned from
  Accuracy with_shipped;
  std::vector<LeftOut> left_out;   ///< one corpus at a time; of one corpus alone, ten parts of its stories
  Accuracy without_own;            ///< all of left_out together
  Intervals without_own_intervals;
  Calibration calibration;         ///< of probabilities learned without the pair's own corpus
  Accuracy by_probability;         ///< pair by pair, were a probability of 0.5 so learned to decide
  Accuracy by_rule;                ///< pair by pair, as the run's rule decided
  bool by_corpus = true;           ///< whether left_out are corpora
};

/// Thresholds are the middle of those that make as few errors by clusters as the best, give or take a standard error. `corpora` hold a copy and a pair that is
/// none even when any one of them is left out (or, of one corpus, any tenth); else an InvalidArgument says so.
[[nodiscard]] Result<Tuning> tune(std::span<const LabelledCorpus> corpora, std::uint64_t seed);

/// For people; ends with a line feed. What evaluate says: the figures with each corpus left out. What tune says: that, the
/// calibration, and the weights in words.
[[nodiscard]] std::string left_out_text(const Tuning& tuning);
[[nodiscard]] std::string tuning_text(const Tuning& tuning);

}  // namespace wireprint
