#include "generate/newsroom.hpp"

#include <algorithm>
#include <utility>

namespace wireprint {
namespace {

constexpr std::int64_t kHour = 3600;
constexpr std::int64_t kDay = 24 * kHour;

constexpr std::array<std::uint32_t, 7> kWeek{115, 118, 120, 118, 110, 62, 57};  // per cent of a mean day, from Monday

/// How much happens on a day, per cent: the weekday's part, and twice as much on a wire day.
std::int64_t busyness(std::int64_t day, std::uint32_t wire_days, std::uint64_t standing) {
  Random random(mix64(static_cast<std::uint64_t>(day)) ^ standing);
  const auto weekday = static_cast<std::size_t>(((day + 3) % 7 + 7) % 7);
  const std::int64_t spread = random.between(70, 130);
  const std::int64_t burst = random.chance(wire_days) ? random.between(170, 260) : 100;
  return std::max<std::int64_t>(10, kWeek[weekday] * spread * burst / 10'000);
}

}  // namespace

Newsroom::Newsroom(const Desk& desk, std::uint64_t seed) : desk_(desk), random_(seed), clock_(desk.first_day * kDay * 1000), standing_(mix64(seed)) {}

void Newsroom::advance() {
  const std::int64_t day = clock_ / 1000 / kDay;
  const bool quiet = desk_.quiet_days > 0 && (day - desk_.first_day) % (desk_.busy_days + desk_.quiet_days) >= desk_.busy_days;
  const std::int64_t a_day = quiet ? 1 : desk_.per_day;
  const std::int64_t mean = kDay * 1000 * 100 / (a_day * busyness(day, desk_.wire_days, standing_));
  clock_ += random_.between(0, 2 * mean);
}

Assignment Newsroom::next() {
  advance();
  const std::int64_t now = clock_ / 1000;
  Assignment assignment;
  if (!planned_.empty() && planned_.top().time <= now) {
    const Planned due = planned_.top();
    planned_.pop();
    assignment = print(due);
  } else if (random_.chance(desk_.templates)) {
    assignment = form_story();
  } else if (random_.chance(desk_.notices)) {
    assignment = print_notice();
  } else {
    assignment = break_story();
  }
  finish(assignment);
  return assignment;
}

std::shared_ptr<Story> Newsroom::new_story() {
  auto story = std::make_shared<Story>();
  story->number = stories_++;
  story->headline = random_.next();
  story->town = random_.next();
  story->outlet = static_cast<std::uint32_t>(random_.below(desk_.outlets));
  return story;
}

// A statement is quoted by all who were there; one after the other is forgotten.
void Newsroom::add_statement(Story& story, Traits& traits) {
  auto& statement = statements_[random_.below(statements_.size())];
  if (statement.empty() || random_.chance(300)) {
    statement = make_sentences(random_.between(20, 60), random_);
    for (auto& sentence : statement) sentence.quoted = true;
  }
  const auto place = static_cast<std::ptrdiff_t>(1 + random_.below(story.sentences.size()));
  story.sentences.insert(story.sentences.begin() + place, statement.begin(), statement.end());
  traits.quoting = true;
}

Assignment Newsroom::break_story() {
  auto story = new_story();
  Assignment assignment;
  assignment.time = clock_ / 1000;
  assignment.outlet = story->outlet;
  assignment.story = story;
  if (random_.chance(desk_.empty)) {
    assignment.made = MadeAs::Empty;
    return assignment;
  }
  const bool live = random_.chance(desk_.live);
  const std::int64_t words = live ? random_.between(desk_.live_words / 2, desk_.live_words * 3 / 2) : draw(desk_.words, random_);
  story->sentences = make_sentences(words, random_);
  if (random_.chance(desk_.quoting) && story->sentences.size() > 12) add_statement(*story, assignment.traits);
  assignment.sentences = story->sentences;
  if (live) {
    assignment.made = MadeAs::Live;
    plan({clock_ / 1000 + random_.between(kHour / 2, 4 * kHour), 0, story, MadeAs::Live, static_cast<std::uint32_t>(random_.between(1, 4)), 0, story->outlet, false, false});
  } else {
    plan_prints(story);
  }
  return assignment;
}

// A form comes round, now and then as a whole series of pages, one for each share or each town.
Assignment Newsroom::form_story() {
  const std::uint64_t form = mix64(standing_ ^ (1 + random_.below(desk_.forms)));
  const std::int64_t now = clock_ / 1000;
  for (std::int64_t pages = draw(desk_.pages, random_); pages > 1; --pages) {
    plan({now + random_.between(60, 2 * kDay), 0, nullptr, MadeAs::Template, 0, form, 0, false, false});
  }
  return fill_form(form, now);
}

Assignment Newsroom::fill_form(std::uint64_t form, std::int64_t time) {
  Random fixed(form);
  auto story = new_story();
  story->headline = fixed.next();
  story->outlet = static_cast<std::uint32_t>(fixed.below(desk_.outlets));
  story->sentences = make_sentences(std::max<std::int64_t>(80, draw(desk_.words, fixed) * 4 / 5), fixed);
  for (auto& sentence : story->sentences) sentence.dense = true, sentence.figures = random_.next();
  return {story, story->sentences, MadeAs::Template, {}, time, story->outlet, 0, 0, false};
}

// One page that never changes.
Assignment Newsroom::print_notice() {
  Random fixed(standing_);
  auto story = std::make_shared<Story>();
  story->number = ~std::uint64_t{0};
  story->headline = fixed.next();
  story->outlet = static_cast<std::uint32_t>(fixed.below(desk_.outlets));
  story->sentences = make_sentences(90, fixed);
  return {story, story->sentences, MadeAs::Notice, {}, clock_ / 1000, story->outlet, 0, 0, false};
}

void Newsroom::plan(Planned planned) {
  planned.order = orders_++;
  planned_.push(std::move(planned));
}

MadeAs Newsroom::draw_copy() {
  auto at = static_cast<std::uint32_t>(random_.below(1000));
  for (std::size_t i = 0; i < desk_.copies.size(); ++i) {
    if (at < desk_.copies[i]) return static_cast<MadeAs>(static_cast<std::size_t>(MadeAs::Verbatim) + i);
    at -= desk_.copies[i];
  }
  return MadeAs::Verbatim;
}

void Newsroom::plan_prints(const std::shared_ptr<const Story>& story) {
  const auto prints = draw(desk_.prints, random_);
  const std::uint64_t others = std::max(1U, desk_.outlets - 1);
  const std::uint64_t first = random_.below(others);  // and on from there: none prints it again before all have
  for (std::int64_t i = 1; i < prints; ++i) {
    const std::int64_t lag = draw(desk_.lag, random_) * (prints + 8) / 10;  // what many print, they print for longer
    Planned planned{clock_ / 1000 + lag, 0, story, draw_copy(), 0, 0, 0};
    planned.outlet = static_cast<std::uint32_t>((story->outlet + 1 + (first + static_cast<std::uint64_t>(i)) % others) % desk_.outlets);
    if (planned.made == MadeAs::Updated) planned.outlet = story->outlet;
    planned.late = random_.chance(desk_.late);
    if (planned.late) planned.time += random_.between(4 * kDay, 25 * kDay);
    plan(std::move(planned));
  }
}

Assignment Newsroom::print(const Planned& planned) {
  if (planned.made == MadeAs::Template) return fill_form(planned.number, planned.time);
  Assignment assignment;
  assignment.story = planned.story;
  assignment.made = planned.made;
  assignment.time = planned.time;
  assignment.outlet = planned.outlet;
  assignment.number = planned.number;
  assignment.again = planned.again;
  assignment.traits.late = planned.late;
  assignment.sentences = edit(planned.story->sentences, planned.made, random_);
  if (planned.made == MadeAs::Live && planned.left > 0) {
    auto grown = std::make_shared<Story>(*planned.story);
    grown->sentences = assignment.sentences;
    Planned more = planned;
    more.story = grown;
    more.time += random_.between(kHour / 2, 4 * kHour);
    --more.left;
    plan(std::move(more));
  }
  return assignment;
}

void Newsroom::finish(Assignment& assignment) {
  assignment.dress = random_.next();
  if (!assignment.again) assignment.number = articles_++;
  assignment.traits.undated = random_.chance(desk_.undated);
  assignment.traits.noisy = random_.chance(desk_.noisy) && !assignment.sentences.empty();
  const bool resendable = assignment.made == MadeAs::Original || assignment.made == MadeAs::Verbatim;
  if (assignment.again || !resendable || !random_.chance(desk_.resent)) return;
  assignment.traits.resent = true;
  plan({assignment.time + random_.between(600, 6 * kHour), 0, assignment.story, MadeAs::Verbatim, 0, assignment.number, assignment.outlet, true, false});
}

}  // namespace wireprint
