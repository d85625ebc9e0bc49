#include "engine/night/surroundings.hpp"

#include <algorithm>

namespace wireprint {
namespace {

constexpr Day kLastDay = kUndated - 1;

}  // namespace

Surroundings::Surroundings(Night& night, std::span<const DocId> docs) : night_(night), parts_(kParts) {
  std::vector<std::vector<std::uint64_t>> of_use(docs.size());
  night_.executor.for_each(docs.size(), [&](std::size_t i) {
    const Day own = night_.documents.day(docs[i]);
    std::ranges::copy_if(night_.documents.print(docs[i]).samples, std::back_inserter(of_use[i]), [&](std::uint64_t shingle) { return is_of_use(shingle, own); });
  });
  for (const auto& shingles : of_use) {
    for (const std::uint64_t shingle : shingles) parts_[part_of(shingle)].shingles.push_back(shingle);
  }
  night_.executor.for_each(parts_.size(), [&](std::size_t i) { read(parts_[i]); });
}

// The last day of a pair for which a shingle is story, or was.
Day Surroundings::last_as_story(std::uint64_t shingle) const {
  const Day crossing = std::max(night_.overlay.base().crossing(shingle), night_.overlay.crossing(shingle));
  return crossing == kNever ? kLastDay : crossing - kLookAheadDays - 1;
}

bool Surroundings::is_of_use(std::uint64_t shingle, Day day) const { return day == kUndated || day <= last_as_story(shingle); }

bool Surroundings::comes_before(const Posting& a, const Posting& b) const {
  return a.day != b.day ? a.day < b.day : night_.documents.earlier(a.doc, b.doc);
}

void Surroundings::read(Part& part) const {
  std::ranges::sort(part.shingles, {}, [](std::uint64_t shingle) { return std::pair(order_of(shingle), shingle); });
  const auto repeated = std::ranges::unique(part.shingles);
  part.shingles.erase(repeated.begin(), repeated.end());
  part.lists.reserve(part.shingles.size());
  for (const std::uint64_t shingle : part.shingles) {
    const auto holders = night_.overlay.postings(PostingKind::Sample, shingle, {});
    const auto begin = static_cast<std::ptrdiff_t>(part.leaders.size());
    std::ranges::copy_if(holders, std::back_inserter(part.leaders), [&](const Posting& posting) { return night_.after.leads(posting.doc); });
    std::sort(part.leaders.begin() + begin, part.leaders.end(), [&](const Posting& a, const Posting& b) { return comes_before(a, b); });
    part.lists[shingle] = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(part.leaders.size()), static_cast<std::uint32_t>(holders.size())};
  }
  part.shingles = {};
}

// Of the leaders before a text those that it is compared with.
void Surroundings::add_before(std::span<const Posting> before, std::uint64_t shingle, Day own, std::vector<DocId>& found) const {
  if (own != kUndated && !night_.after.is_story(shingle, own)) return;
  std::vector<Posting> seen_with_undated;
  if (own == kUndated) {
    std::ranges::copy_if(before, std::back_inserter(seen_with_undated), [&](const Posting& posting) { return night_.after.is_story(shingle, posting.day); });
    before = seen_with_undated;
  }
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (is_visible(night_.rules.passage, i, before.size())) found.push_back(before[i].doc);
  }
}

Around Surroundings::around(DocId doc) const {
  Around around;
  const Posting self{doc, night_.documents.day(doc)};
  for (const std::uint64_t shingle : night_.documents.print(doc).samples) {
    if (!is_of_use(shingle, self.day)) continue;
    const Part& part = parts_[part_of(shingle)];
    const List& list = *part.lists.find(shingle);
    const std::span<const Posting> leaders(part.leaders.data() + list.begin, list.end - list.begin);
    const auto place = std::ranges::lower_bound(leaders, self, [&](const Posting& a, const Posting& b) { return comes_before(a, b); });
    add_before({leaders.begin(), place}, shingle, self.day, around.before);
    const std::size_t met = around.after.size();
    const Day last = last_as_story(shingle);
    for (auto later = place; later != leaders.end(); ++later) {
      if (later->doc != doc && (later->day == kUndated || later->day <= last)) around.after.push_back(later->doc);
    }
    const std::size_t holders = list.holders + night_.overlay.removed().size();
    if (around.after.size() > met && holders > static_cast<std::size_t>(night_.rules.passage.crowd)) around.crowds.push_back(shingle);
  }
  around.before = night_.after.with_enough(std::move(around.before), doc);
  around.after = night_.after.with_enough(std::move(around.after), doc);
  return around;
}

std::vector<DocId> Surroundings::partners_after(DocId doc, DayRange days) const {
  const Posting self{doc, night_.documents.day(doc)};
  if (self.day == kUndated) return {};  // two undated ones are judged without spread
  std::vector<DocId> met;
  for (const std::uint64_t shingle : night_.documents.print(doc).samples) {
    if (!is_of_use(shingle, self.day)) continue;
    const Part& part = parts_[part_of(shingle)];
    const List& list = *part.lists.find(shingle);
    const std::span<const Posting> leaders(part.leaders.data() + list.begin, list.end - list.begin);
    const DayRange wanted{std::max(self.day, days.first), std::min(last_as_story(shingle), days.last)};
    const auto first = std::ranges::lower_bound(leaders, wanted.first, {}, &Posting::day);
    for (auto later = first; later != leaders.end(); ++later) {
      const bool touched = later->day == kUndated ? days.contains(self.day) : wanted.contains(later->day);
      if (touched && comes_before(self, *later)) met.push_back(later->doc);
    }
  }
  return night_.after.with_enough(std::move(met), doc);
}

}  // namespace wireprint
