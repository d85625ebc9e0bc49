// The instruction sets that this machine has, one after the other.
#pragma once

#include <hwy/targets.h>

#include <cstdint>
#include <string>

namespace wireprint::test {

/// Calls `body(name)` while the vectorised loops use one instruction set, for each: "AVX3" is AVX-512. Returns how many.
template <class Body>
int for_each_target(const Body& body) {
  const auto use = [](std::int64_t targets) {
    hwy::SetSupportedTargetsForTest(targets);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
  };
  int count = 0;
  for (std::int64_t left = hwy::SupportedTargets() & HWY_TARGETS; left != 0; left &= left - 1, ++count) {
    const std::int64_t one = left & -left;
    use(one);
    body(std::string(hwy::TargetName(one)));
    use(0);
  }
  return count;
}

}  // namespace wireprint::test
