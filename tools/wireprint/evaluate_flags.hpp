// What `wireprint evaluate` was asked for, made into objects.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "input_options.hpp"
#include "wireprint/article/article.hpp"
#include "wireprint/base/result.hpp"
#include "wireprint/evaluation/labels.hpp"

namespace wireprint::command {

struct EvaluateFlags {
  std::vector<std::string> corpora;
  InputFlags input;  ///< how the corpora are read; its inputs are not used
  std::string pairs;
  std::vector<std::string> same_story;
  std::vector<std::string> clusters;
  std::vector<std::string> without;
  std::string scores;
  std::string coefficients;
  std::string recipe;
  std::uint64_t seed = 1;
  int threads = 0;
  bool ablate = false;
  bool quiet = false;
};

/// A corpus with all that is known to be true of it.
struct Corpus {
  std::string name;
  std::string path;
  std::vector<LabelledPair> pairs;
  std::vector<std::pair<std::string, std::vector<KeyPair>>> same_story;     ///< by file
  std::vector<std::pair<std::string, std::vector<KeyCluster>>> clusters;    ///< by file
};

/// A file's name without folders and without the endings .zst, .gz, .jsonl, .ndjson, .json, .csv and .tsv.
[[nodiscard]] std::string corpus_name(const std::string& path);

/// The corpora in the order given. A file of --same-story or --clusters belongs to the corpus whose name and a dot its
/// own begins with, or to the only one.
/// Errors: InvalidArgument for two corpora of one name, for a file that belongs to none, and for labels none of which
/// speak of a corpus that is given; those of reading the files.
[[nodiscard]] Result<std::vector<Corpus>> resolve_corpora(const EvaluateFlags& flags);

/// The names that `--without` knows.
[[nodiscard]] std::vector<std::string> blankable_fields();

/// Empties these fields of an article; null where there are none.
[[nodiscard]] std::function<void(Article&)> blank(const std::vector<std::string>& fields);

}  // namespace wireprint::command
