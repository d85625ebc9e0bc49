#include "engine/certifier.hpp"

#include <algorithm>

#include "wireprint/base/hash.hpp"

namespace wireprint {

std::vector<Rank> Certifier::draw(std::size_t sample, std::uint64_t seed) const {
  std::vector<std::pair<std::uint64_t, Rank>> order;
  for (Rank rank = 0; rank < judging_.ranking().size(); ++rank) {
    if (judging_.has_content(rank)) order.emplace_back(hash_bytes(judging_.ranking().facts(rank).key, seed), rank);
  }
  std::ranges::sort(order);
  order.resize(std::min(order.size(), sample));
  std::vector<Rank> drawn;
  for (const auto& [hash, rank] : order) drawn.push_back(rank);
  std::ranges::sort(drawn);
  return drawn;
}

bool Certifier::together(Rank a, Rank b) const {
  const auto& cluster = run_.articles[judging_.ranking().article(a)].cluster;
  return cluster && cluster == run_.articles[judging_.ranking().article(b)].cluster;
}

Certifier::Found Certifier::compare_with(Rank other, const std::vector<Rank>& sampled) const {
  Found found;
  if (!judging_.has_content(other)) return found;
  const bool other_sampled = std::ranges::binary_search(sampled, other);
  for (const Rank rank : sampled) {
    if (rank == other || (other_sampled && rank > other)) continue;  // a pair of two sampled ones is met once
    ++found.comparisons;
    if (judging_.proofs().compare(std::min(rank, other), std::max(rank, other)).verdict != Verdict::Copy) continue;
    found.copied_by.push_back(rank);
    if (other_sampled) found.copied_by.push_back(other);
    ++found.proposed.whole;
    ++found.joined.whole;
    found.proposed.part += judging_.is_candidate(rank, other) ? 1 : 0;
    found.joined.part += together(rank, other) ? 1 : 0;
  }
  return found;
}

Certificate Certifier::run(std::size_t sample, std::uint64_t seed) const {
  const auto sampled = draw(sample, seed);
  std::vector<Found> found(judging_.ranking().size());
  executor_.for_each(found.size(), [&](std::size_t i) { found[i] = compare_with(static_cast<Rank>(i), sampled); });

  Certificate certificate;
  certificate.sampled = sampled.size();
  std::vector<Rank> copied;
  for (std::size_t rank = 0; rank < found.size(); ++rank) {
    certificate.articles += judging_.has_content(static_cast<Rank>(rank)) ? 1 : 0;
    certificate.comparisons += found[rank].comparisons;
    certificate.proposed = {certificate.proposed.part + found[rank].proposed.part, certificate.proposed.whole + found[rank].proposed.whole};
    certificate.joined = {certificate.joined.part + found[rank].joined.part, certificate.joined.whole + found[rank].joined.whole};
    copied.insert(copied.end(), found[rank].copied_by.begin(), found[rank].copied_by.end());
  }
  std::ranges::sort(copied);
  certificate.with_copies = static_cast<std::uint64_t>(std::ranges::unique(copied).begin() - copied.begin());
  return certificate;
}

}  // namespace wireprint
