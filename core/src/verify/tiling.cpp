#include "verify/tiling.hpp"

#include <algorithm>
#include <queue>
#include <tuple>

namespace wireprint {
namespace {

using Words = std::span<const std::uint64_t>;
using Seeds = std::span<const Seed>;

constexpr std::size_t kPlacesTried = 8;

struct LongestFirst {
  bool operator()(const AlignedRun& x, const AlignedRun& y) const {
    return std::tuple(x.length, y.a_begin, y.b_begin) < std::tuple(y.length, x.a_begin, x.b_begin);
  }
};

class Tiler {
 public:
  Tiler(Words a, Words b, std::uint32_t least) : a_(a), b_(b), least_(least), offered_a_(a.size(), 0), used_a_(a.size(), 0), used_b_(b.size(), 0) {}

  /// The places in a that are to be offered. Of a run, only the first of them needs to be.
  void will_offer(Seeds places) {
    for (const Seed& a : places) offered_a_[a.place] = 1;
  }

  void offer(std::uint32_t place_a, std::uint32_t place_b) {
    AlignedRun run{place_a, place_b, 0};
    while (run.a_begin > 0 && run.b_begin > 0 && a_[run.a_begin - 1] == b_[run.b_begin - 1]) {
      if (offered_a_[run.a_begin - 1] != 0) return;
      --run.a_begin, --run.b_begin;
    }
    while (run.a_end() < a_.size() && run.b_end() < b_.size() && a_[run.a_end()] == b_[run.b_end()]) ++run.length;
    if (run.length >= least_) queue_.push(run);
  }

  std::vector<AlignedRun> run() {
    while (!queue_.empty()) {
      const AlignedRun longest = queue_.top();
      queue_.pop();
      if (!take_if_free(longest)) offer_free_parts(longest);
    }
    std::ranges::sort(taken_, {}, &AlignedRun::a_begin);
    return std::move(taken_);
  }

 private:
  [[nodiscard]] bool is_free(const AlignedRun& run, std::uint32_t i) const { return used_a_[run.a_begin + i] == 0 && used_b_[run.b_begin + i] == 0; }

  bool take_if_free(const AlignedRun& run) {
    for (std::uint32_t i = 0; i < run.length; ++i) {
      if (!is_free(run, i)) return false;
    }
    std::fill_n(used_a_.begin() + run.a_begin, run.length, std::uint8_t{1});
    std::fill_n(used_b_.begin() + run.b_begin, run.length, std::uint8_t{1});
    taken_.push_back(run);
    return true;
  }

  void offer_free_parts(const AlignedRun& run) {
    std::uint32_t begin = 0;
    for (std::uint32_t i = 0; i <= run.length; ++i) {
      if (i < run.length && is_free(run, i)) continue;
      if (i - begin >= least_) queue_.push({run.a_begin + begin, run.b_begin + begin, i - begin});
      begin = i + 1;
    }
  }

  Words a_;
  Words b_;
  std::uint32_t least_;
  std::vector<std::uint8_t> offered_a_;
  std::vector<std::uint8_t> used_a_;
  std::vector<std::uint8_t> used_b_;
  std::priority_queue<AlignedRun, std::vector<AlignedRun>, LongestFirst> queue_;
  std::vector<AlignedRun> taken_;
};

}  // namespace

std::vector<AlignedRun> tile(Words words_a, Seeds seeds_a, Words words_b, Seeds seeds_b) {
  return tile(words_a, seeds_a, words_b, seeds_b, common_shingles(seeds_a, seeds_b));
}

std::vector<AlignedRun> tile(Words words_a, Seeds seeds_a, Words words_b, Seeds seeds_b, std::span<const CommonShingle> common) {
  if (common.empty()) return {};
  const std::size_t width = std::min(words_a.size() - seeds_a.size(), words_b.size() - seeds_b.size()) + 1;
  Tiler tiler(words_a, words_b, static_cast<std::uint32_t>(width));
  const auto tried = [&](const CommonShingle& shingle) {
    const auto places = places_from(seeds_a, shingle.in_a);
    return places.first(std::min(places.size(), kPlacesTried));
  };
  for (const auto& shingle : common) tiler.will_offer(tried(shingle));
  for (const auto& shingle : common) {
    for (const Seed& b : places_from(seeds_b, shingle.in_b)) {
      for (const Seed& a : tried(shingle)) tiler.offer(a.place, b.place);
    }
  }
  return tiler.run();
}

}  // namespace wireprint
