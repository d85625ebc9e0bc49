// A desk over time: new stories break, others print them, logs grow, forms come round.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <queue>
#include <vector>

#include "generate/story.hpp"

namespace wireprint {

/// One article before it is written.
struct Assignment {
  std::shared_ptr<const Story> story;
  Sentences sentences;
  MadeAs made = MadeAs::Original;
  Traits traits;
  std::int64_t time = 0;     ///< seconds since 1970
  std::uint32_t outlet = 0;
  std::uint64_t number = 0;  ///< of the article in its desk: its key
  std::uint64_t dress = 0;   ///< seed of what the outlet puts around it
  bool again = false;
};

/// Remembers only the stories of which prints are still to come. Not for several threads.
class Newsroom {
 public:
  Newsroom(const Desk& desk, std::uint64_t seed);

  [[nodiscard]] Assignment next();

 private:
  struct Planned {
    std::int64_t time = 0;
    std::uint64_t order = 0;
    std::shared_ptr<const Story> story;
    MadeAs made = MadeAs::Verbatim;
    std::uint32_t left = 0;     ///< versions of a log still to come
    std::uint64_t number = 0;   ///< of a resend: the article's; of a form's page: the form's seed
    std::uint32_t outlet = 0;
    bool again = false;
    bool late = false;

    friend bool operator>(const Planned& a, const Planned& b) { return a.time != b.time ? a.time > b.time : a.order > b.order; }
  };

  void advance();
  [[nodiscard]] std::shared_ptr<Story> new_story();
  [[nodiscard]] Assignment break_story();
  [[nodiscard]] Assignment form_story();
  [[nodiscard]] Assignment fill_form(std::uint64_t form, std::int64_t time);
  [[nodiscard]] Assignment print_notice();
  [[nodiscard]] Assignment print(const Planned& planned);
  void plan_prints(const std::shared_ptr<const Story>& story);
  void plan(Planned planned);
  void add_statement(Story& story, Traits& traits);
  void finish(Assignment& assignment);
  [[nodiscard]] MadeAs draw_copy();

  const Desk& desk_;
  Random random_;
  std::int64_t clock_ = 0;  ///< milliseconds
  std::uint64_t stories_ = 0;
  std::uint64_t articles_ = 0;
  std::uint64_t orders_ = 0;
  std::uint64_t standing_;  ///< seed of what does not change: forms, notices
  std::array<Sentences, 6> statements_;  ///< that may be quoted just now
  std::priority_queue<Planned, std::vector<Planned>, std::greater<>> planned_;
};

}  // namespace wireprint
