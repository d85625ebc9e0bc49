// Greedy string tiling of runs that seeds propose.
#pragma once

#include <algorithm>
#include <cstdint>
#include <queue>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "verify/common_shingles.hpp"
#include "wireprint/verify/alignment.hpp"

namespace wireprint {

/// `Same` is one of same_words.hpp. Runs shorter than `least` are not taken.
template <class Same>
class Tiler {
 public:
  Tiler(Same same, std::uint32_t least)
      : same_(same), least_(least), offered_a_(same.size_a(), 0), used_a_(same.size_a(), 0), used_b_(same.size_b(), 0) {}

  std::vector<AlignedRun> run(std::span<const Seed> seeds_a, std::span<const Seed> seeds_b, std::span<const CommonShingle> common) {
    const auto tried = [&](const CommonShingle& shingle) {
      const auto places = places_from(seeds_a, shingle.in_a);
      return places.first(std::min(places.size(), kPlacesTried));
    };
    for (const auto& shingle : common) will_offer(tried(shingle));
    for (const auto& shingle : common) {
      for (const Seed& b : places_from(seeds_b, shingle.in_b)) {
        for (const Seed& a : tried(shingle)) offer(a.place, b.place);
      }
    }
    return take_longest_first();
  }

 private:
  static constexpr std::size_t kPlacesTried = 8;

  struct LongestFirst {
    bool operator()(const AlignedRun& x, const AlignedRun& y) const {
      return std::tuple(x.length, y.a_begin, y.b_begin) < std::tuple(y.length, x.a_begin, x.b_begin);
    }
  };

  // The places in a that are to be offered. Of a run, only the first of them needs to be.
  void will_offer(std::span<const Seed> places) {
    for (const Seed& a : places) offered_a_[a.place] = 1;
  }

  void offer(std::uint32_t place_a, std::uint32_t place_b) {
    AlignedRun run{place_a, place_b, 0};
    while (run.a_begin > 0 && run.b_begin > 0 && same_(run.a_begin - 1, run.b_begin - 1)) {
      if (offered_a_[run.a_begin - 1] != 0 && same_.is_seed(run.a_begin - 1, run.b_begin - 1)) return;
      --run.a_begin, --run.b_begin;
    }
    while (run.a_end() < same_.size_a() && run.b_end() < same_.size_b() && same_(run.a_end(), run.b_end())) ++run.length;
    if (run.length >= least_) queue_.push(run);
  }

  std::vector<AlignedRun> take_longest_first() {
    while (!queue_.empty()) {
      const AlignedRun longest = queue_.top();
      queue_.pop();
      if (!take_if_free(longest)) offer_free_parts(longest);
    }
    std::ranges::sort(taken_, {}, &AlignedRun::a_begin);
    return std::move(taken_);
  }

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

  Same same_;
  std::uint32_t least_;
  std::vector<std::uint8_t> offered_a_;
  std::vector<std::uint8_t> used_a_;
  std::vector<std::uint8_t> used_b_;
  std::priority_queue<AlignedRun, std::vector<AlignedRun>, LongestFirst> queue_;
  std::vector<AlignedRun> taken_;
};

}  // namespace wireprint
