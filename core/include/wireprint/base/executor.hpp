// Work on several threads, with results that do not depend on how many there are.
//
// Behind it stands oneTBB, or plain threads in builds for the thread sanitizer, which cannot see into oneTBB.
// An Executor may be used by one thread at a time; bodies run on several and must not throw.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace wireprint {

class Executor {
 public:
  /// `threads` 0 takes one for each processor that the process may use.
  explicit Executor(int threads = 0);

  [[nodiscard]] int threads() const { return threads_; }

  /// Calls `body(i)` once for each i in [0, count), in no particular order; returns when all are done.
  void for_each(std::size_t count, const std::function<void(std::size_t)>& body) const;

  /// Reads, works and collects at once: `next` and `collect` are called by one thread at a time and in order,
  /// `work` by many. Ends when `next` gives nothing. At most a few items a thread are alive.
  template <class Item>
  void ordered(const std::function<std::optional<Item>()>& next, const std::function<void(Item&)>& work,
               const std::function<void(Item&&)>& collect) const {
    std::vector<Item> slots(4 * static_cast<std::size_t>(threads_));
    run_slots(
        slots.size(),
        [&](std::size_t i) {
          auto item = next();
          if (item) slots[i] = std::move(*item);
          return item.has_value();
        },
        [&](std::size_t i) { work(slots[i]); }, [&](std::size_t i) { collect(std::move(slots[i])); });
  }

 private:
  using Fill = std::function<bool(std::size_t)>;
  using Use = std::function<void(std::size_t)>;
  void run_slots(std::size_t slots, const Fill& fill, const Use& work, const Use& collect) const;

  int threads_;
};

}  // namespace wireprint
