// How a failed test shows aligned runs.
#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "wireprint/verify/alignment.hpp"

namespace Catch {

template <>
struct StringMaker<wireprint::AlignedRun> {
  static std::string convert(const wireprint::AlignedRun& run) {
    return "a" + std::to_string(run.a_begin) + " b" + std::to_string(run.b_begin) + " x" + std::to_string(run.length) + (run.seeded ? "" : " fill");
  }
};

}  // namespace Catch
