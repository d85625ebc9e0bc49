#include "wireprint/evaluation/stories.hpp"

#include <map>
#include <numeric>
#include <utility>

namespace wireprint {

std::vector<std::uint32_t> stories_of(std::span<const LabelledPair> pairs) {
  std::vector<std::size_t> parent(pairs.size());
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  const auto find = [&](std::size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> first;  // pair in which an article stands
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    for (const auto* key : {&pairs[i].keys.a, &pairs[i].keys.b}) {
      const auto found = first.emplace(std::pair<std::string_view, std::string_view>(pairs[i].corpus, *key), i).first->second;
      parent[find(i)] = find(found);
    }
  }
  std::map<std::size_t, std::uint32_t> numbers;
  std::vector<std::uint32_t> stories;
  for (std::size_t i = 0; i < pairs.size(); ++i) stories.push_back(numbers.emplace(find(i), static_cast<std::uint32_t>(numbers.size())).first->second);
  return stories;
}

}  // namespace wireprint
