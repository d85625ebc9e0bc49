// Everything that a ByteSource gives.
#pragma once

#include <catch2/catch.hpp>
#include <optional>
#include <string>

#include "wireprint/article/byte_source.hpp"

namespace wireprint::test {

struct ReadAll {
  std::string bytes;
  std::optional<Error> error;  ///< what came instead of the end
};

inline ReadAll read_all(const std::string& path) {
  auto source = ByteSource::open(path);
  REQUIRE(source);
  ReadAll read;
  for (;;) {
    const auto bytes = source->next();
    if (!bytes) read.error = bytes.error();
    if (!bytes || bytes->empty()) return read;
    read.bytes += *bytes;
  }
}

}  // namespace wireprint::test
