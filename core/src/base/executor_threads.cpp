#include <atomic>
#include <thread>

#include "wireprint/base/executor.hpp"

namespace wireprint {

Executor::Executor(int threads)
    : threads_(threads > 0 ? threads : std::max(1, static_cast<int>(std::thread::hardware_concurrency()))) {}

void Executor::for_each(std::size_t count, const std::function<void(std::size_t)>& body) const {
  std::atomic<std::size_t> next{0};
  const auto drain = [&] {
    for (std::size_t i = next++; i < count; i = next++) body(i);
  };
  std::vector<std::jthread> helpers;
  for (int i = 1; i < threads_; ++i) helpers.emplace_back(drain);
  drain();
}

void Executor::run_slots(std::size_t slots, const Fill& fill, const Use& work, const Use& collect) const {
  for (std::size_t filled = slots; filled == slots;) {
    filled = 0;
    while (filled < slots && fill(filled)) ++filled;
    for_each(filled, work);
    for (std::size_t i = 0; i < filled; ++i) collect(i);
  }
}

}  // namespace wireprint
