#include "wireprint/engine/evaluate.hpp"

#include <optional>
#include <string_view>
#include <unordered_map>

#include "wireprint/evaluation/stories.hpp"

namespace wireprint {
namespace {

/// Where the article that stands for each key is clustered.
class ClusterOfKey {
 public:
  explicit ClusterOfKey(const ClusterRun& run) {
    for (const auto& judged : run.articles) {
      if (judged.status == Status::Error || judged.status == Status::Superseded) continue;
      clusters_.emplace(judged.article.key.text, judged.cluster);
    }
  }

  [[nodiscard]] bool knows(std::string_view key) const { return clusters_.contains(key); }

  [[nodiscard]] std::optional<std::uint32_t> of(std::string_view key) const {
    const auto found = clusters_.find(key);
    return found == clusters_.end() ? std::nullopt : found->second;
  }

  [[nodiscard]] bool together(const KeyPair& pair) const {
    const auto cluster = of(pair.a);
    return cluster && cluster == of(pair.b);
  }

 private:
  std::unordered_map<std::string_view, std::optional<std::uint32_t>> clusters_;
};

}  // namespace

std::vector<JudgedPair> judge_pairs(const Engine& engine, const ClusterRun& run, std::span<const LabelledPair> pairs) {
  const ClusterOfKey clusters(run);
  std::vector<JudgedPair> judged;
  for (const auto& pair : pairs) {
    JudgedPair& result = judged.emplace_back(JudgedPair{pair, clusters.together(pair.keys), {}, {}});
    auto explanation = engine.explain(pair.keys.a, pair.keys.b);
    if (explanation) {
      result.explanation = std::move(*explanation);
    } else {
      result.unusable = explanation.error().message;
    }
  }
  return judged;
}

LabelledCorpus labelled_corpus(const Engine& engine, std::string name, std::span<const JudgedPair> pairs) {
  LabelledCorpus corpus;
  corpus.name = std::move(name);
  std::vector<const JudgedPair*> kept;
  std::vector<LabelledPair> labels;
  for (const auto& judged : pairs) {
    const auto copy = is_copy(judged.pair.label);
    if (!copy) continue;
    kept.push_back(&judged);
    labels.push_back(judged.pair);
    corpus.examples.push_back({judged.explanation ? features_of(judged.explanation->match) : Features{}, *copy});
  }
  corpus.stories = stories_of(labels);
  for (const auto& thresholds : threshold_grid()) {
    Coefficients coefficients = shipped_coefficients();
    coefficients.thresholds = thresholds;
    const auto stories = engine.stories_under(rule_of(coefficients));
    std::vector<bool> joined;
    for (const auto* judged : kept) {
      const auto& explanation = judged->explanation;
      joined.push_back(explanation && stories[explanation->match.a] == stories[explanation->match.b]);
    }
    corpus.joined.push_back(std::move(joined));
  }
  return corpus;
}

Accuracy accuracy_under(const Engine& engine, const CopyRule& rule, std::span<const JudgedPair> pairs) {
  const auto stories = engine.stories_under(rule);
  std::vector<Answer> answers;
  for (const auto& judged : pairs) {
    const auto copy = is_copy(judged.pair.label);
    const auto& explanation = judged.explanation;
    if (copy) answers.push_back({*copy, explanation && stories[explanation->match.a] == stories[explanation->match.b]});
  }
  return accuracy_of(answers);
}

Share joined_share(const ClusterRun& run, std::span<const KeyPair> pairs) {
  const ClusterOfKey clusters(run);
  Share share{0, pairs.size()};
  for (const auto& pair : pairs) share.part += clusters.together(pair) ? 1 : 0;
  return share;
}

ClusterComparison compare_clusters(const ClusterRun& run, std::span<const KeyCluster> truth) {
  const ClusterOfKey clusters(run);
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  std::vector<std::uint32_t> true_ones;
  std::vector<std::uint32_t> found;
  ClusterComparison comparison;
  auto alone = static_cast<std::uint32_t>(run.clusters.size());
  for (const auto& [key, cluster] : truth) {
    true_ones.push_back(numbers.emplace(cluster, static_cast<std::uint32_t>(numbers.size())).first->second);
    const auto stands_in = clusters.of(key);
    found.push_back(stands_in ? *stands_in : alone++);
    comparison.unknown += clusters.knows(key) ? 0 : 1;
  }
  comparison.keys = truth.size();
  comparison.agreement = agreement_of(true_ones, found);
  return comparison;
}

}  // namespace wireprint
