#include "wireprint/verify/alignment.hpp"

#include <algorithm>
#include <optional>

#include "wireprint/sketch/shingles.hpp"

namespace wireprint {
namespace {

using Words = std::span<const std::uint64_t>;

constexpr std::size_t kPlacesTried = 16;
constexpr std::uint32_t kLeastBehindGap = 2;  // so many equal words behind a gap show that the text goes on

// Where each shingle of a stands: sorted by hash, then place.
class SeedTable {
 public:
  SeedTable(Words a, int k) {
    std::vector<std::uint64_t> shingles;
    hash_shingles(a, k, 0, shingles);
    seeds_.reserve(shingles.size());
    for (std::uint32_t i = 0; i < shingles.size(); ++i) seeds_.push_back({shingles[i], i});
    std::sort(seeds_.begin(), seeds_.end());
  }

  struct Seed {
    std::uint64_t hash;
    std::uint32_t place;
    friend auto operator<=>(const Seed&, const Seed&) = default;
  };

  [[nodiscard]] std::span<const Seed> find(std::uint64_t hash) const {
    const auto begin = std::lower_bound(seeds_.begin(), seeds_.end(), Seed{hash, 0});
    auto end = begin;
    while (end != seeds_.end() && end->hash == hash && static_cast<std::size_t>(end - begin) < kPlacesTried) ++end;
    return {begin, end};
  }

 private:
  std::vector<Seed> seeds_;
};

class Aligner {
 public:
  Aligner(Words a, Words b, int k) : a_(a), b_(b), seeds_(a, k) { hash_shingles(b, k, 0, shingles_of_b_); }

  std::vector<AlignedRun> align() {
    for (std::uint32_t j = 0; j < shingles_of_b_.size();) {
      const auto run = best_run_at(j);
      j = run ? append_with_gaps(*run) : j + 1;
    }
    return std::move(runs_);
  }

 private:
  // The longest run that a seed at b[j] gives; of equal ones that nearest behind the last run.
  [[nodiscard]] std::optional<AlignedRun> best_run_at(std::uint32_t j) const {
    std::optional<AlignedRun> best;
    const std::uint32_t expected = runs_.empty() ? 0 : runs_.back().a_end();
    const auto distance = [&](const AlignedRun& run) { return run.a_begin >= expected ? run.a_begin - expected : expected - run.a_begin; };
    for (const auto& seed : seeds_.find(shingles_of_b_[j])) {
      const AlignedRun run = extended({seed.place, j, 0});
      if (run.length == 0) continue;  // two shingles of one hash
      if (!best || run.length > best->length || (run.length == best->length && distance(run) < distance(*best))) best = run;
    }
    return best;
  }

  // Forwards as far as the words agree, backwards to the end of the last run.
  [[nodiscard]] AlignedRun extended(AlignedRun run) const {
    run = forwards(run);
    const std::uint32_t floor = runs_.empty() ? 0 : runs_.back().b_end();
    while (run.length > 0 && run.a_begin > 0 && run.b_begin > floor && a_[run.a_begin - 1] == b_[run.b_begin - 1]) {
      --run.a_begin, --run.b_begin, ++run.length;
    }
    return run;
  }

  // Returns where to look on in b.
  std::uint32_t append_with_gaps(AlignedRun run) {
    runs_.push_back(run);
    while (const auto next = run_behind_gap(runs_.back())) runs_.push_back(*next);
    return runs_.back().b_end();
  }

  // The smallest gap behind which enough words agree.
  [[nodiscard]] std::optional<AlignedRun> run_behind_gap(const AlignedRun& run) const {
    for (std::uint32_t size = 1; size <= 2 * kLongestGap; ++size) {
      for (std::uint32_t in_a = size > kLongestGap ? size - kLongestGap : 0; in_a <= std::min(size, kLongestGap); ++in_a) {
        const AlignedRun next = forwards({run.a_end() + in_a, run.b_end() + (size - in_a), 0});
        if (next.length >= kLeastBehindGap) return next;
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] AlignedRun forwards(AlignedRun run) const {
    while (run.a_end() < a_.size() && run.b_end() < b_.size() && a_[run.a_end()] == b_[run.b_end()]) ++run.length;
    return run;
  }

  Words a_;
  Words b_;
  SeedTable seeds_;
  std::vector<std::uint64_t> shingles_of_b_;
  std::vector<AlignedRun> runs_;
};

}  // namespace

bool continues(const AlignedRun& run, const AlignedRun& next) {
  return next.a_begin >= run.a_end() && next.a_begin - run.a_end() <= kLongestGap && next.b_begin - run.b_end() <= kLongestGap;
}

std::vector<AlignedRun> align(Words a, Words b, int k) {
  if (a.empty() || b.empty()) return {};
  return Aligner(a, b, k).align();
}

std::uint32_t covered_in_a(std::span<const AlignedRun> runs, std::size_t words) {
  std::vector<bool> covered(words, false);
  for (const auto& run : runs) std::fill(covered.begin() + run.a_begin, covered.begin() + run.a_end(), true);
  return static_cast<std::uint32_t>(std::count(covered.begin(), covered.end(), true));
}

std::uint32_t covered_in_b(std::span<const AlignedRun> runs) {
  std::uint32_t covered = 0;
  for (const auto& run : runs) covered += run.length;
  return covered;
}

}  // namespace wireprint
