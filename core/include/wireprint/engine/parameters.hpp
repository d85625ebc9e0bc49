// Which parameters suit a corpus: what banding finds and costs there, for each of several sets of them.
//
// True pairs are counted by brute force: a sample of the corpus' texts, drawn by a hash of their keys, against all of
// its texts. One call at a time; it uses several threads.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "wireprint/article/reader_options.hpp"
#include "wireprint/base/ids.hpp"
#include "wireprint/base/progress.hpp"
#include "wireprint/base/result.hpp"
#include "wireprint/evaluation/accuracy.hpp"
#include "wireprint/index/banding.hpp"
#include "wireprint/sketch/recipe.hpp"

namespace wireprint {

struct ParameterOptions {
  std::vector<int> slots{64, 128, 256};
  std::vector<int> shingle_words{3, 5, 7};
  std::vector<double> recalls{0.95, 0.99};
  double threshold = 0.75;     ///< resemblance in (0, 1] at which each recall is asked, as a run does; true pairs reach it
  std::size_t sample = 1000;   ///< texts whose pairs are counted by brute force
  ReaderOptions reader = {};
  bool need_bodies = false;    ///< as in ClusterOptions
  int threads = 0;             ///< 0 takes one for each processor
  ProgressSink progress = {};  ///< may be empty
  std::function<void(const Error&)> on_error = {};  ///< each record or file that could not be read
};

/// One set of parameters, and what it does. Where no cut of the slots reaches the recall, `banding` is none and all that
/// depends on it is 0.
struct ParameterRow {
  int slots = 0;
  int shingle_words = 0;
  double recall = 0;  ///< that was asked
  std::optional<Banding> banding;
  double solved = 0;    ///< of a pair at the threshold
  double expected = 0;  ///< what the solved curve gives for the true pairs, each at its own resemblance
  Share found;          ///< of the true pairs, those that became candidates
  Interval measured;    ///< 95 % interval of that share (Wilson 1927); pairs of one text are taken as independent
  double candidates = 0;         ///< an article
  double bytes = 0;              ///< an article: 2 for each slot, 12 for its entry in each band
  double megabytes_a_second = 0; ///< from text to sketch, one thread
  double queries_a_second = 0;   ///< from sketch to candidates, one thread
};

struct ParameterTable {
  std::uint64_t articles = 0;    ///< read
  std::uint64_t unreadable = 0;  ///< records and files
  std::uint64_t texts = 0;       ///< distinct ones that hold a word; only they are compared
  std::uint64_t sampled = 0;
  double threshold = 0;
  std::vector<ParameterRow> rows;  ///< by words of a shingle, slots, recall
};

/// Errors: InvalidArgument for a parameter out of its range; NotFound when nothing could be read; those of
/// `need_bodies`.
[[nodiscard]] Result<ParameterTable> bench_parameters(const std::vector<std::string>& inputs, const ParameterOptions& options);

/// The row that finds the most within so many bytes an article; of equal ones that with fewer candidates. Nothing where
/// none fits.
[[nodiscard]] std::optional<ParameterRow> best_within(const ParameterTable& table, double bytes);

/// A line of JSON (schema "bench") of a row, without a line feed.
[[nodiscard]] std::string parameter_line(const ParameterTable& table, const ParameterRow& row);

/// All rows as a table for people.
[[nodiscard]] std::string parameter_text(const ParameterTable& table);

/// One row for people, under the heading of parameter_text().
[[nodiscard]] std::string parameter_row_text(const ParameterRow& row);

/// The 95 % score interval of a share (Wilson 1927); of nothing, from 0 to 1.
[[nodiscard]] Interval wilson_interval(Share share);

}  // namespace wireprint
