#include <algorithm>

#include "engine/night/night.hpp"

namespace wireprint {
namespace {

constexpr Day kLastDay = kUndated - 1;

void set_standing(Night& night, DocId doc, const auto& change) {
  if (doc == kNoDoc) return;
  Standing row = night.after.standing(doc);
  change(row);
  night.overlay.put_standing(doc, row);
}

// Days whose list of texts changed.
std::set<Day> change_representatives(Night& night) {
  std::set<Hash128> texts;
  for (const DocId doc : night.entered) {
    if (night.documents.day(doc) != kUndated) texts.insert(night.documents.record(doc).exact);
  }
  std::set<Day> days;
  for (const Hash128& text : texts) {
    const DocId old = night.before.representative(text);
    const DocId now = night.after.representative(text);
    if (old == now) continue;
    for (const auto& [doc, stands] : {std::pair(old, false), std::pair(now, true)}) {
      if (doc == kNoDoc) continue;
      const DocRecord& record = night.documents.record(doc);
      night.overlay.put_representative(record.day(), hash_bytes(record.key.text), doc, stands);
      set_standing(night, doc, [&](Standing& row) { row.represents = stands; });
      days.insert(record.day());
    }
  }
  return days;
}

// Shingles that are seen in more or fewer counted articles, each with the first day of these.
std::vector<std::pair<std::uint64_t, Day>> change_counted(Night& night, const std::set<Day>& days) {
  const auto rate = static_cast<std::size_t>(night.rules.recipe.spread_rate);
  std::vector<std::pair<std::uint64_t, Day>> touched;
  const auto see = [&](DocId doc, Day day, bool counted) {
    set_standing(night, doc, [&](Standing& row) { row.counted = counted; });
    for (const std::uint64_t shingle : night.documents.print(doc).samples) {
      touched.emplace_back(shingle, day);
    }
  };
  for (const Day day : days) {
    const auto old = night.overlay.base().representatives(day, rate);
    const auto now = night.overlay.representatives(day, rate);
    for (const Representative& one : old) {
      if (!std::ranges::binary_search(now, one)) see(one.doc, day, false);
    }
    for (const Representative& one : now) {
      if (!std::ranges::binary_search(old, one)) see(one.doc, day, true);
    }
  }
  std::ranges::sort(touched);
  const auto repeated = std::ranges::unique(touched, {}, &std::pair<std::uint64_t, Day>::first);
  touched.erase(repeated.begin(), repeated.end());
  return touched;
}

// Marks the holders of a shingle whose crossing day moved: their pairs with later dates between the two days, less what the
// look-ahead is, are judged otherwise. Of who came all pairs are new.
void mark_holders(Night& night, std::uint64_t shingle, Day old, Day now) {
  const Day first = std::min(old, now);
  const Day last = std::max(old, now);
  const DayRange pairs{first - kLookAheadDays, last == kNever ? kLastDay : last - kLookAheadDays - 1};
  for (const DayRange days : {DayRange{.last = pairs.last}, DayRange{.first = kUndated}}) {
    for (const Posting& posting : night.overlay.postings(PostingKind::Sample, shingle, days)) {
      if (night.before.marks(posting.doc).current && night.after.marks(posting.doc).current) night.stale.add(posting.doc, pairs);
    }
  }
}

struct Move {
  std::uint64_t shingle = 0;
  Day old = kNever;
  Day now = kNever;
};

// Days of the counted articles that hold a shingle, ascending.
std::vector<Day> days_seen(const Night& night, std::uint64_t shingle) {
  std::vector<Day> days;
  for (const Posting& posting : night.overlay.postings(PostingKind::Sample, shingle, {.last = kLastDay})) {
    if (night.overlay.marks(posting.doc).counted) days.push_back(posting.day);
  }
  std::ranges::sort(days);
  const auto repeated = std::ranges::unique(days);
  days.erase(repeated.begin(), repeated.end());
  return days;
}

std::vector<Move> move_crossings(Night& night, const std::vector<std::pair<std::uint64_t, Day>>& touched) {
  std::vector<Move> moves(touched.size());
  night.executor.for_each(touched.size(), [&](std::size_t i) {
    const auto [shingle, day] = touched[i];
    const Day old = night.overlay.base().crossing(shingle);
    moves[i] = {shingle, old, day > old ? old : crossing_day(days_seen(night, shingle))};  // what is seen after the crossing does not move it
  });
  std::erase_if(moves, [](const Move& move) { return move.old == move.now; });
  for (const Move& move : moves) night.overlay.put_crossing(move.shingle, move.now);
  return moves;
}

std::vector<Move> recount(Night& night) { return move_crossings(night, change_counted(night, change_representatives(night))); }

void settle_content(Night& night) {
  const auto crossing = [&](std::uint64_t shingle) { return night.overlay.crossing(shingle); };
  const auto settle = [&](DocId doc) {
    const Standing row = night.after.standing(doc);
    const bool has_content = !row.current || !only_recurs(night.documents.print(doc), night.documents.date(doc), crossing);
    if (has_content != row.has_content) set_standing(night, doc, [&](Standing& changed) { changed.has_content = has_content; });
  };
  for (const DocId doc : night.entered) settle(doc);
  for (const auto& [doc, days] : night.stale.all()) settle(doc);
}

}  // namespace

void Stale::add(DocId doc, DayRange days) {
  const auto [found, is_new] = days_.emplace(doc, days);
  if (is_new) return;
  found->second.first = std::min(found->second.first, days.first);
  found->second.last = std::max(found->second.last, days.last);
}

bool Stale::at(DocId doc, Day later) const {
  const auto found = days_.find(doc);
  return found != days_.end() && found->second.contains(later);
}

bool Stale::touches(DocId a, Day day_a, DocId b, Day day_b) const {
  if (day_a == kUndated && day_b == kUndated) return false;  // judged without spread
  const Day later = day_a == kUndated ? day_b : day_b == kUndated ? day_a : std::max(day_a, day_b);
  return at(a, later) || at(b, later);
}

void count_spread(Night& night) {
  for (const Move& move : recount(night)) mark_holders(night, move.shingle, move.old, move.now);
  settle_content(night);
}

void count_spread_alone(Night& night) {
  static_cast<void>(recount(night));
  settle_content(night);
}

}  // namespace wireprint
