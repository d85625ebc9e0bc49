// --coefficients FILE: what `wireprint tune` learned, in the place of what wireprint comes with.
#pragma once

#include <string>

#include "command.hpp"
#include "wireprint/verify/judgement.hpp"

namespace wireprint::command {

void add_coefficients(CLI::App* command, std::string& path);

/// The rule with the file's thresholds and weights; without a path the shipped ones.
/// Errors: those of ByteSource and of parse_coefficients().
[[nodiscard]] Result<CopyRule> read_rule(const std::string& path);

}  // namespace wireprint::command
