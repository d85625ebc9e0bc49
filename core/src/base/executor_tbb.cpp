#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>

#include "wireprint/base/executor.hpp"

namespace wireprint {
namespace {

// oneTBB prints a warning when an arena asks for more threads than it allows, by default one for each processor. So the
// limit is raised for as long as the work lasts, and where the program has set a lower one, no more is asked for.
class Threads {
 public:
  explicit Threads(int wanted)
      : limit_(tbb::global_control::max_allowed_parallelism, std::max(static_cast<std::size_t>(wanted), allowed())),
        arena_(static_cast<int>(std::min(static_cast<std::size_t>(wanted), allowed()))) {}

  template <class Work>
  void run(const Work& work) {
    arena_.execute(work);
  }

 private:
  static std::size_t allowed() { return tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism); }

  tbb::global_control limit_;
  tbb::task_arena arena_;
};

}  // namespace

Executor::Executor(int threads) : threads_(threads > 0 ? threads : tbb::info::default_concurrency()) {}

void Executor::for_each(std::size_t count, const std::function<void(std::size_t)>& body) const {
  Threads(threads_).run([&] { tbb::parallel_for(std::size_t{0}, count, body); });
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
  Threads(threads_).run([&] { tbb::parallel_pipeline(slots, source & middle & sink); });
}

}  // namespace wireprint
