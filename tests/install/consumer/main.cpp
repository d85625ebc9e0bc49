// A program of somebody else: hashes on several threads, so that it needs a library behind wireprint too.
#include <atomic>
#include <cstdio>
#include <string>

#include "wireprint/base/executor.hpp"
#include "wireprint/base/hash.hpp"

int main() {
  std::atomic<int> differ{0};
  wireprint::Executor(2).for_each(8, [&](std::size_t i) {
    if (wireprint::hash_bytes(std::to_string(i)) != wireprint::hash_bytes(std::to_string(i + 1))) ++differ;
  });
  std::printf("%d of 8\n", differ.load());
}
