#include "wireprint/article/body_guard.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "article/ascii.hpp"
#include "wireprint/article/reader_options.hpp"

namespace wireprint {
namespace {

constexpr std::size_t kNamed = 30;  // so many fields are named at most

std::string names_of(const FieldSurvey::Counts& counts) {
  const auto names = by_frequency(counts);
  if (names.empty()) return "no field at all";
  const auto named = std::min(names.size(), kNamed);
  std::string text;
  for (std::size_t i = 0; i < named; ++i) {
    text += i == 0 ? "" : ", ";
    text += names[i].empty() ? R"("")" : names[i];  // a column of a CSV without a name
  }
  return names.size() > named ? fmt::format("{} and {} more", text, names.size() - named) : text;
}

/// The field that the name is a default one of.
std::optional<Field> field_of(std::string_view name) {
  for (const Field field : kFields) {
    if (std::ranges::any_of(default_names(field), [&](std::string_view known) { return is_word(name, known); })) return field;
  }
  return std::nullopt;
}

/// Whether each name that was seen is one of a field, the body's among them.
bool all_understood(const FieldSurvey& survey) {
  bool body = false;
  for (const auto& [name, count] : survey.seen) {
    const auto field = field_of(name);
    const bool taken = std::ranges::any_of(survey.taken, [&](const auto& names) { return names.contains(name); });
    if (!field && !taken) return false;
    body |= field == Field::Body;
  }
  return body;
}

}  // namespace

bool BodyGuard::add(const Article& article) {
  if (articles_ == kSurveyed) return false;
  ++articles_;
  if (article.body.empty()) ++without_body_;
  return articles_ == kSurveyed && 2 * without_body_ > articles_;
}

bool BodyGuard::fails(const FieldSurvey& survey) const { return 2 * without_body_ > articles_ && !all_understood(survey); }

Error BodyGuard::error(const FieldSurvey& survey, std::string_view what) const {
  return {ErrorCode::BadInput,
          fmt::format("{} of the first {} {} have no body. Fields seen: {}. Name the one that holds the body with --body-field, or go on "
                      "with --force",
                      without_body_, articles_, what, names_of(survey.seen))};
}

}  // namespace wireprint
