#include "wireprint/cluster/original.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <numeric>
#include <tuple>
#include <vector>

namespace wireprint {
namespace {

using Positions = std::vector<std::size_t>;

Positions not_after_another(std::span<const ArticleFacts> members) {
  std::int64_t first_end = std::numeric_limits<std::int64_t>::max();
  for (const auto& m : members) {
    if (m.published.known()) first_end = std::min(first_end, m.published.end());
  }
  Positions left;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (members[i].published.known() && members[i].published.seconds < first_end) left.push_back(i);
  }
  if (!left.empty()) return left;
  left.resize(members.size());
  std::iota(left.begin(), left.end(), std::size_t{0});
  return left;
}

template <class Keep>
Positions only(const Positions& positions, const Keep& keep) {
  Positions kept;
  std::copy_if(positions.begin(), positions.end(), std::back_inserter(kept), keep);
  return kept.empty() ? positions : kept;
}

}  // namespace

bool earlier(const ArticleFacts& a, const ArticleFacts& b) {
  return std::tuple(!a.published.known(), a.published.seconds, a.key) < std::tuple(!b.published.known(), b.published.seconds, b.key);
}

OriginalChoice choose_original(std::span<const ArticleFacts> members) {
  assert(!members.empty() && "a cluster has members");
  auto left = not_after_another(members);
  if (left.size() == 1) return {left.front(), OriginalBy::Time};

  left = only(left, [&](std::size_t i) { return members[i].agency_own; });
  if (left.size() == 1) return {left.front(), OriginalBy::Agency};

  const auto longest = std::max_element(left.begin(), left.end(), [&](std::size_t i, std::size_t j) { return members[i].story_words < members[j].story_words; });
  const auto words = members[*longest].story_words;
  left = only(left, [&](std::size_t i) { return members[i].story_words == words; });
  if (left.size() == 1) return {left.front(), OriginalBy::Length};

  const auto smallest = std::min_element(left.begin(), left.end(), [&](std::size_t i, std::size_t j) { return members[i].key < members[j].key; });
  return {*smallest, OriginalBy::Tie};
}

}  // namespace wireprint
