// MinHash banding: which texts are nearly the same.
//
// Immutable once built; any number of threads may ask.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "wireprint/base/executor.hpp"
#include "wireprint/base/ids.hpp"
#include "wireprint/index/banding.hpp"
#include "wireprint/index/candidates.hpp"
#include "wireprint/sketch/minhash.hpp"

namespace wireprint {

/// One hash for each band; of an empty sketch none. Two texts share a bucket where they share a hash.
[[nodiscard]] std::vector<std::uint64_t> band_hashes(const MinHash& sketch, const Banding& banding);

/// The texts that agree in all rows of a band, by id.
using Bucket = std::vector<ArticleId>;

/// Buckets of two and more; an empty sketch is in none. `sketches[id]` is the sketch of text `id`, or null where that
/// one takes no part; each has at least `banding.slots()` slots. A bucket that occurs in several bands is given once. Sorted.
[[nodiscard]] std::vector<Bucket> band_buckets(std::span<const MinHash* const> sketches, const Banding& banding, const Executor& executor);

/// As that, of `texts` sketches that are kept elsewhere: `sketch_of` gives that of a text, an empty one where it takes no
/// part, and is called from several threads. At most `hashes_held` hashes of bands are held at a time.
[[nodiscard]] std::vector<Bucket> band_buckets(std::size_t texts, const std::function<MinHash(ArticleId)>& sketch_of, const Banding& banding,
                                               const Executor& executor, std::size_t hashes_held);

/// The buckets as an index of candidates (see candidates.hpp); what a pair shares are buckets. A bucket of n texts
/// proposes n(n-1)/2 pairs, so whoever expects thousands of prints of one text groups by buckets instead.
class BandIndex {
 public:
  /// Scratch memory for one thread.
  class Counter {
   public:
    explicit Counter(const BandIndex&) {}

   private:
    friend class BandIndex;
    std::vector<ArticleId> seen_;
  };

  BandIndex(std::span<const MinHash* const> sketches, const Banding& banding, const Executor& executor);

  [[nodiscard]] std::size_t size() const { return buckets_of_.size(); }
  void candidates_before(ArticleId later, Counter& counter, std::vector<Candidate>& found) const;

 private:
  std::vector<Bucket> buckets_;
  std::vector<std::vector<std::uint32_t>> buckets_of_;  // by text
};

}  // namespace wireprint
