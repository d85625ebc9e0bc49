// Which SimHashes are within a Hamming distance d of each other.
//
// Their bits are cut into d + 1 blocks. Two that differ in at most d bits agree in at least one whole block (the
// pigeonhole principle; Manku, Jain, Das Sarma: Detecting Near-Duplicates for Web Crawling, WWW 2007), so it is enough
// to look at those that share a block. What it finds is exact. Immutable once built; any number of threads may ask.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "wireprint/base/result.hpp"
#include "wireprint/index/candidates.hpp"
#include "wireprint/sketch/simhash.hpp"

namespace wireprint {

/// An index of candidates (see candidates.hpp); what a pair shares are bits. `Bits` is 64 or 128.
template <int Bits>
class HammingIndex {
 public:
  using Sketch = SimHash<Bits>;

  /// Scratch memory for one thread.
  class Counter {
   public:
    explicit Counter(const HammingIndex&) {}

   private:
    friend class HammingIndex;
    std::vector<ArticleId> seen_;
  };

  /// `sketches[id]` is the sketch of text `id`; one without takes no part. Errors: InvalidArgument for a distance that is
  /// not in 0 to 31.
  [[nodiscard]] static Result<HammingIndex> build(std::vector<std::optional<Sketch>> sketches, int max_distance);

  /// The texts within the distance of `sketch`, ascending.
  [[nodiscard]] std::vector<ArticleId> within(const Sketch& sketch) const;

  [[nodiscard]] std::size_t size() const { return sketches_.size(); }
  void candidates_before(ArticleId later, Counter& counter, std::vector<Candidate>& found) const;

 private:
  using Entry = std::pair<std::uint64_t, ArticleId>;  // value of the block, text
  struct Block {
    int begin = 0;  // bits
    int end = 0;
    std::vector<Entry> entries;  // sorted
  };
  HammingIndex(std::vector<std::optional<Sketch>> sketches, int max_distance);
  void collect(const Sketch& sketch, ArticleId end, std::vector<ArticleId>& ids) const;

  std::vector<std::optional<Sketch>> sketches_;
  int max_distance_;
  std::vector<Block> blocks_;
};

extern template class HammingIndex<64>;
extern template class HammingIndex<128>;

}  // namespace wireprint
