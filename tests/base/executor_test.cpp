#include "wireprint/base/executor.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <numeric>
#include <thread>

#include "support/captured_stderr.hpp"

namespace wireprint {

TEST_CASE("every index is visited once, on any number of threads") {
  const int threads = GENERATE(1, 2, 5);
  std::vector<std::atomic<int>> visits(1000);
  Executor(threads).for_each(visits.size(), [&](std::size_t i) { ++visits[i]; });
  for (const auto& v : visits) REQUIRE(v == 1);
}

TEST_CASE("an ordered run collects in the order of reading") {
  const int threads = GENERATE(1, 2, 5);
  int read = 0;
  std::vector<int> collected;
  Executor(threads).ordered<int>([&]() -> std::optional<int> { return read < 1000 ? std::optional(read++) : std::nullopt; },
                                 [](int& i) { i *= 2; }, [&](int&& i) { collected.push_back(i); });
  std::vector<int> expected(1000);
  for (int i = 0; i < 1000; ++i) expected[static_cast<std::size_t>(i)] = 2 * i;
  CHECK(collected == expected);
}

TEST_CASE("more threads than processors are no reason to print") {
  const int threads = 8 + 2 * static_cast<int>(std::thread::hardware_concurrency());
  test::CapturedStderr captured;
  std::atomic<int> visits{0};
  Executor(threads).for_each(1000, [&](std::size_t) { ++visits; });
  int left = 100;
  Executor(threads + 1).ordered<int>([&]() -> std::optional<int> { return left-- > 0 ? std::optional(1) : std::nullopt; }, [](int&) {},
                                     [&](int&& i) { visits += i; });
  CHECK(captured.text() == "");
  CHECK(visits == 1100);
}

}  // namespace wireprint
