#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include "wireprint/base/executor.hpp"

namespace wireprint {

Executor::Executor(int threads) : threads_(threads > 0 ? threads : tbb::info::default_concurrency()) {}

void Executor::for_each(std::size_t count, const std::function<void(std::size_t)>& body) const {
  tbb::task_arena(threads_).execute([&] { tbb::parallel_for(std::size_t{0}, count, body); });
}

void Executor::run_slots(std::size_t slots, const Fill& fill, const Use& work, const Use& collect) const {
  // Items leave in the order in which they came, so the live ones are at most `slots` consecutive ones.
  std::size_t count = 0;
  const auto source = tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order, [&](tbb::flow_control& flow) {
    const std::size_t slot = count++ % slots;
    if (!fill(slot)) flow.stop();
    return slot;
  });
  const auto middle = tbb::make_filter<std::size_t, std::size_t>(tbb::filter_mode::parallel, [&](std::size_t slot) {
    work(slot);
    return slot;
  });
  const auto sink = tbb::make_filter<std::size_t, void>(tbb::filter_mode::serial_in_order, [&](std::size_t slot) { collect(slot); });
  tbb::task_arena(threads_).execute([&] { tbb::parallel_pipeline(slots, source & middle & sink); });
}

}  // namespace wireprint
