#include "support/source_dir.hpp"

namespace wireprint::test {

std::string source_dir() { return WIREPRINT_SOURCE_DIR; }

}  // namespace wireprint::test
