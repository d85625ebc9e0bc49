// What `wireprint cluster` was asked for, and the options of the engine that this means.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cluster_outputs.hpp"
#include "input_options.hpp"
#include "recipe_options.hpp"
#include "wireprint/engine/engine.hpp"
#include "wireprint/report/stats.hpp"

namespace wireprint::command {

inline constexpr const char* kKeyOption = "--key";

/// What is linked.
enum class LinkedBy { Story, Jaccard };

struct RuleFlags {
  LinkedBy rule = LinkedBy::Story;
  std::optional<std::int32_t> window;
  bool across_outlets = false;
  std::optional<double> min_share;
  std::optional<double> threshold;
};

struct SelectionFlags {
  std::optional<Keep> keep;
  std::vector<std::string> prefer;
  std::optional<double> drop_min;
};

struct ClusterFlags {
  InputFlags input;
  RecipeFlags recipe;
  std::vector<std::string> against;
  RuleFlags rules;
  SelectionFlags selection;
  ClusterPaths paths;
  ClusterStyle style;
  std::string coefficients;
  std::string max_bad = "0";
  std::optional<std::uint64_t> memory;
  int threads = 0;
  bool all_matches = false;
  bool quiet = false;
};

void add_cluster_flags(CLI::App* command, ClusterFlags& flags);

/// Errors: InvalidArgument for options that would do nothing beside the others, naming what they need.
[[nodiscard]] Result<void> check_options(const ClusterFlags& flags);

/// Errors: InvalidArgument for files that are an output and something else, for references that are inputs, and for inputs
/// that cannot be read twice where they have to be.
[[nodiscard]] Result<void> check_files(const ClusterFlags& flags);

/// What the flags say of rules and selection; the rest is left as it is.
void set_rules(const ClusterFlags& flags, ClusterOptions& options);

/// The record of the run with these options, its stages and memory still to come.
[[nodiscard]] RunRecord record_of(const ClusterFlags& flags, const ClusterOptions& options);

}  // namespace wireprint::command
