// What people, or a generator, say of articles: the truth that a run is judged by.
//
// Files are tab-separated, plain, gz or zst, with the names of their columns in the first line; columns that are not
// named here may stand beside them, in any order. Functions are callable from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wireprint/base/result.hpp"

namespace wireprint {

/// What a reader of both articles called the pair.
enum class PairLabel : std::uint8_t { Verbatim, Trimmed, Updated, Partial, Quote, Template, Different };

/// "verbatim", "trimmed", "updated", "partial", "quote", "template" or "different".
[[nodiscard]] std::string_view name_of(PairLabel label);

/// Whether a pair with the label belongs into one cluster: the first three do, the last three do not, a partial one is
/// left out.
[[nodiscard]] std::optional<bool> is_copy(PairLabel label);

struct KeyPair {
  std::string a;
  std::string b;
};

struct LabelledPair {
  std::string corpus;
  KeyPair keys;
  PairLabel label = PairLabel::Different;
  double weight = 1;  ///< how many pairs of the corpus it stands for; in a sample drawn evenly over the probability they differ
};

struct KeyCluster {
  std::string key;
  std::string cluster;
};

/// Columns corpus, id_a, id_b, label and, where there is one, weight, a number above 0. A line whose label is empty has not been
/// judged yet and is passed over.
/// Errors of all three: those of ByteSource and LineReader; BadInput, with file and line, for a column that is missing,
/// a line that is too short, a label that is not known.
[[nodiscard]] Result<std::vector<LabelledPair>> read_labelled_pairs(const std::string& path);

/// Columns id_a, id_b.
[[nodiscard]] Result<std::vector<KeyPair>> read_key_pairs(const std::string& path);

/// Columns key, cluster. A key that stands in two lines is BadInput.
[[nodiscard]] Result<std::vector<KeyCluster>> read_clusters(const std::string& path);

}  // namespace wireprint
