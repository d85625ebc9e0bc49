#include "wireprint/article/field_survey.hpp"

#include <algorithm>

namespace wireprint {

std::vector<std::string> by_frequency(const FieldSurvey::Counts& counts) {
  std::vector<std::string> names;
  for (const auto& [name, count] : counts) names.push_back(name);
  std::stable_sort(names.begin(), names.end(), [&](const auto& a, const auto& b) { return counts.at(a) > counts.at(b); });
  return names;
}

}  // namespace wireprint
