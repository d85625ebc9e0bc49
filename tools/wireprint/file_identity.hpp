// Whether two names mean one file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "wireprint/base/result.hpp"

namespace wireprint::command {

/// The open descriptor that a name means: 1 for "-" and "/dev/stdout", 2 for "/dev/stderr", N for "/dev/fd/N" and
/// "/proc/self/fd/N"; opening such a name anew would lose its place in a file.
[[nodiscard]] std::optional<int> descriptor_named_by(const std::string& path);

/// Errors: InvalidArgument where two of the outputs, or an output and an input ("-" is standard input), are one file, or an
/// output lies in a folder that is an input. Devices are shared freely.
[[nodiscard]] Result<void> check_apart(const std::vector<std::string>& outputs, const std::vector<std::string>& inputs);

/// Errors: InvalidArgument where a reference is also an input, or lies in a folder that is one. The other way round is
/// fine: in a folder of references, the files that are inputs are left out.
[[nodiscard]] Result<void> check_references(const std::vector<std::string>& references, const std::vector<std::string>& inputs);

}  // namespace wireprint::command
