// The record of a run: what made it, from what, and what it found. It fills the methods paragraph of a paper.
//
// Pure functions; callable from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "wireprint/report/run.hpp"
#include "wireprint/sketch/recipe.hpp"

namespace wireprint {

/// What the run itself does not know.
struct RunRecord {
  using Value = std::variant<std::monostate, std::string, std::int64_t, double, bool>;

  std::string version;
  Recipe recipe;
  std::size_t inputs = 0;  ///< of the files, those of the first so many inputs are the input, the others references
  std::vector<std::pair<std::string, Value>> options = {};
  std::vector<Stage> stages = {};       ///< after the run's own
  std::uint64_t peak_memory_bytes = 0;
};

/// 32 hexadecimal digits that differ when fingerprints may not be compared.
[[nodiscard]] std::string recipe_hash(const Recipe& recipe);

/// One line of wireprint.stats/1, without its line feed. What is dropped are the run's removals, so a selection has to have
/// been asked for.
[[nodiscard]] std::string stats_line(const ClusterRun& run, const RunRecord& record);

}  // namespace wireprint
