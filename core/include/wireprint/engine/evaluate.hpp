// A run held against what is true of its articles.
//
// Functions read the run and the engine only; calls on one engine come from one thread at a time.
#pragma once

#include <span>
#include <vector>

#include "wireprint/engine/engine.hpp"
#include "wireprint/evaluation/agreement.hpp"
#include "wireprint/evaluation/judged_pair.hpp"
#include "wireprint/evaluation/labels.hpp"
#include "wireprint/evaluation/tuning.hpp"

namespace wireprint {

/// What the run of `engine`, made with keep_refused, did with each pair; of all of `pairs`, whatever their corpus.
[[nodiscard]] std::vector<JudgedPair> judge_pairs(const Engine& engine, const ClusterRun& run, std::span<const LabelledPair> pairs);

/// What learning needs of the pairs that judge_pairs() gave: features, truth, and which stand in one cluster under each of
/// threshold_grid(). Partial pairs are left out. A pair that could not be compared shares nothing and is not joined.
[[nodiscard]] LabelledCorpus labelled_corpus(const Engine& engine, std::string name, std::span<const JudgedPair> pairs);

/// How right the run would be about the pairs under another rule; see Engine::stories_under().
[[nodiscard]] Accuracy accuracy_under(const Engine& engine, const CopyRule& rule, std::span<const JudgedPair> pairs);

/// Of the pairs, those of which both stand in one cluster.
[[nodiscard]] Share joined_share(const ClusterRun& run, std::span<const KeyPair> pairs);

/// The run's clusters against the true ones, over the keys of `truth`. An article in no cluster is one of its own, and so
/// is a key that the run does not know; `unknown` says how many of these there are.
struct ClusterComparison {
  Agreement agreement;
  std::uint64_t keys = 0;
  std::uint64_t unknown = 0;
};
[[nodiscard]] ClusterComparison compare_clusters(const ClusterRun& run, std::span<const KeyCluster> truth);

}  // namespace wireprint
