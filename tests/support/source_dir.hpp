// Where the project lies, told by one source, so that all others compile the same in every clone.
#pragma once

#include <string>

namespace wireprint::test {

[[nodiscard]] std::string source_dir();

}  // namespace wireprint::test
