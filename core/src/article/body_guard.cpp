#include "wireprint/article/body_guard.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "wireprint/article/reader_options.hpp"

namespace wireprint {
namespace {

constexpr std::size_t kNamed = 30;  // so many fields are named at most

std::string names_of(const FieldSurvey::Counts& counts) {
  const auto names = by_frequency(counts);
  if (names.empty()) return "no field at all";
  const auto named = std::min(names.size(), kNamed);
  std::string text;
  for (std::size_t i = 0; i < named; ++i) text += (i == 0 ? "" : ", ") + names[i];
  return names.size() > named ? fmt::format("{} and {} more", text, names.size() - named) : text;
}

}  // namespace

bool BodyGuard::add(const Article& article) {
  if (articles_ == kSurveyed) return false;
  ++articles_;
  if (article.body.empty()) ++without_body_;
  return articles_ == kSurveyed && fails();
}

Error BodyGuard::error(const FieldSurvey& survey) const {
  return {ErrorCode::BadInput,
          fmt::format("{} of the first {} articles have no body. Fields seen: {}. Name the one that holds the body with --body-field, or go on "
                      "with --force",
                      without_body_, articles_, names_of(survey.seen))};
}

}  // namespace wireprint
