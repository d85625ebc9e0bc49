// The one place that joins the stages: articles in, proven clusters of copies out.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "wireprint/article/reader_options.hpp"
#include "wireprint/base/progress.hpp"
#include "wireprint/base/result.hpp"
#include "wireprint/engine/certificate.hpp"
#include "wireprint/report/explanation.hpp"
#include "wireprint/report/run.hpp"
#include "wireprint/report/selection.hpp"
#include "wireprint/sketch/recipe_text.hpp"
#include "wireprint/verify/judgement.hpp"

namespace wireprint {

/// Which copies a run links, beside what their texts say. What is not known is not linked.
struct LinkRule {
  std::optional<std::int32_t> window_days = {};  ///< at most so many UTC days apart
  bool across_outlets = false;                   ///< only of different outlets

  [[nodiscard]] bool any() const { return window_days || across_outlets; }
};

/// The conventional rule, in place of CopyRule: all texts whose sets of word shingles (Recipe::shingle_words) have this
/// Jaccard resemblance and more are linked, and linked texts are a cluster. No furniture is taken off, no date asked.
struct JaccardRule {
  double threshold = 0.8;  ///< in (0, 1]
};

struct ClusterOptions {
  Recipe recipe = {};         ///< Recipe::unicode is filled in
  double banding_recall = kBandingRecall;  ///< in (0, 1): of pairs that resemble each other by 0.75, banding groups so many
  CopyRule rule = {};
  LinkRule links = {};                        ///< not with `jaccard`
  std::optional<JaccardRule> jaccard = {};    ///< explain() knows nothing of it
  std::optional<SelectionRule> selection = {};  ///< fills ClusterRun::removals
  ReaderOptions reader = {};
  std::vector<std::string> against = {};  ///< inputs that are only compared with: what they hold is a reference (JudgedArticle)
  bool need_bodies = false;   ///< stop when more than half of the first 1,000 articles, or references, have no body: a field is named wrongly
  int threads = 0;            ///< 0 takes one for each processor

  /// Bytes that the run is to live with, as far as it can: texts and fingerprints that take more than their share of it go
  /// to a temporary file in `spool_folder` (empty: the system's for those), and of the fields only those stay that lines
  /// and reports show. For explain(), leave it empty.
  std::optional<std::uint64_t> memory = {};
  std::string spool_folder = {};
  bool keep_refused = false;  ///< also keep the matches that are not copies
  ProgressSink progress = {};      ///< may be empty
  std::function<void(const Error&)> on_error = {};  ///< each record or file that could not be read; one thread at a time
  std::function<void(Article&)> edit = {};  ///< may be empty: changes each article as it was read; called from several threads
};

/// Reads articles, holds them, and answers. Calls on one engine come from one thread at a time.
class Engine {
 public:
  explicit Engine(ClusterOptions options);
  ~Engine();
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;

  /// Reads all `inputs` ("-" is standard input) and clusters what was read. The same set of articles gives the same
  /// clusters whatever the order of inputs, the thread count and the instruction set; of two versions under one key with
  /// the same dates, the one that was read later is judged. What it gives lives until the next call, or as long as the
  /// engine.
  /// Errors: a recipe that has a fault; those that leave nothing to do (no input could be read, or none of `against`; `need_bodies`, with the
  /// fields that were seen). All others go to `on_error` and are counted.
  [[nodiscard]] Result<const ClusterRun*> cluster(const std::vector<std::string>& inputs);

  /// After cluster(): one of its articles, or a pair of them. Errors: NotFound, naming the key; InvalidArgument for an
  /// article that is not compared with others (its status says why), or for twice the same.
  [[nodiscard]] Result<ArticleExplanation> explain(const std::string& key) const;
  [[nodiscard]] Result<PairExplanation> explain(const std::string& a, const std::string& b) const;

  /// After cluster() with keep_refused: the first article of the story that each would stand in, had the pairs that were
  /// compared been judged by `rule`. By ArticleId; an article that is not compared with others stands alone.
  [[nodiscard]] std::vector<ArticleId> stories_under(const CopyRule& rule) const;

  /// After cluster() with keep_refused: compares `sample` articles, drawn by seed and key, with all others on the text.
  [[nodiscard]] Certificate certify(std::size_t sample, std::uint64_t seed) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace wireprint
