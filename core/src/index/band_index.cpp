#include "wireprint/index/band_index.hpp"

#include <algorithm>
#include <cassert>

#include "base/hash_parts.hpp"
#include "wireprint/base/hash.hpp"

namespace wireprint {
namespace {

std::uint64_t hash_band(const MinHash& sketch, int band, int rows) {
  std::uint64_t h = static_cast<std::uint64_t>(band);
  const auto first = static_cast<std::size_t>(band) * static_cast<std::size_t>(rows);
  assert(first + static_cast<std::size_t>(rows) <= sketch.size() && "the cut has more slots than the sketch");
  for (std::size_t i = first; i < first + static_cast<std::size_t>(rows); ++i) h = mix64(h * 0x10001U + sketch[i] + 1U);
  return h;
}

void append_bands(const MinHash& sketch, const Banding& banding, std::vector<std::uint64_t>& hashes) {
  for (int band = 0; band < banding.bands && !sketch.empty(); ++band) hashes.push_back(hash_band(sketch, band, banding.rows));
}

std::vector<Bucket> buckets_of_part(std::span<const HashedItem> entries) {
  const HashGroups groups(entries);
  std::vector<Bucket> buckets;
  std::vector<std::uint32_t> bucket_of(groups.sizes().size());
  for (std::size_t group = 0; group < bucket_of.size(); ++group) {
    if (groups.sizes()[group] < 2) continue;
    bucket_of[group] = static_cast<std::uint32_t>(buckets.size());
    buckets.emplace_back().reserve(groups.sizes()[group]);
  }
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::uint32_t group = groups.group_of()[i];
    if (groups.sizes()[group] >= 2) buckets[bucket_of[group]].push_back(entries[i].item());
  }
  return buckets;
}

std::vector<Bucket> buckets_of(std::size_t texts, const HashParts::HashesOf& bands_of, const Executor& executor, std::size_t hashes_held) {
  std::vector<std::vector<Bucket>> parts(HashParts::kParts);
  HashParts::for_each(
      texts, executor, bands_of, [&](std::size_t part, std::span<const HashedItem> entries) { parts[part] = buckets_of_part(entries); }, hashes_held);
  std::vector<Bucket> all;
  for (auto& buckets : parts) std::move(buckets.begin(), buckets.end(), std::back_inserter(all));
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace

std::vector<std::uint64_t> band_hashes(const MinHash& sketch, const Banding& banding) {
  std::vector<std::uint64_t> hashes;
  append_bands(sketch, banding, hashes);
  return hashes;
}

std::vector<Bucket> band_buckets(std::span<const MinHash* const> sketches, const Banding& banding, const Executor& executor) {
  return buckets_of(
      sketches.size(),
      [&](std::uint32_t id, std::vector<std::uint64_t>& hashes) {
        if (sketches[id] != nullptr) append_bands(*sketches[id], banding, hashes);
      },
      executor, HashParts::kInMemory);
}

std::vector<Bucket> band_buckets(std::size_t texts, const std::function<MinHash(ArticleId)>& sketch_of, const Banding& banding, const Executor& executor,
                                 std::size_t hashes_held) {
  return buckets_of(texts, [&](std::uint32_t id, std::vector<std::uint64_t>& hashes) { append_bands(sketch_of(id), banding, hashes); }, executor, hashes_held);
}

BandIndex::BandIndex(std::span<const MinHash* const> sketches, const Banding& banding, const Executor& executor)
    : buckets_(band_buckets(sketches, banding, executor)), buckets_of_(sketches.size()) {
  for (std::uint32_t bucket = 0; bucket < buckets_.size(); ++bucket) {
    for (const ArticleId id : buckets_[bucket]) buckets_of_[id].push_back(bucket);
  }
}

void BandIndex::candidates_before(ArticleId later, Counter& counter, std::vector<Candidate>& found) const {
  auto& seen = counter.seen_;
  seen.clear();
  for (const std::uint32_t bucket : buckets_of_[later]) {
    const auto& ids = buckets_[bucket];
    seen.insert(seen.end(), ids.begin(), std::lower_bound(ids.begin(), ids.end(), later));
  }
  std::sort(seen.begin(), seen.end());
  for (std::size_t begin = 0, end = 0; begin < seen.size(); begin = end) {
    while (end < seen.size() && seen[end] == seen[begin]) ++end;
    found.push_back({seen[begin], later, static_cast<std::uint32_t>(end - begin)});
  }
}

}  // namespace wireprint
