// What an article is known by once it was read: words, status, credit, fingerprint.
//
// Pure functions; callable from any thread.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "wireprint/article/article.hpp"
#include "wireprint/report/run.hpp"
#include "wireprint/sketch/fingerprint.hpp"
#include "wireprint/text/furniture.hpp"

namespace wireprint {

struct ReadArticle {
  JudgedArticle judged;
  Fingerprint print;
  bool agency_own = false;  ///< the outlet is an agency
  std::vector<FurnitureTokens> furniture;  ///< of the body, by pattern
};

[[nodiscard]] ReadArticle read_article(Article article, const Recipe& recipe);

/// The fingerprint alone.
[[nodiscard]] Fingerprint fingerprint_of(const Article& article, const Recipe& recipe);

/// Whether articles with this status are compared with others.
[[nodiscard]] inline bool is_judged(Status status) { return status == Status::Ok || status == Status::Short; }

/// Dates by which two versions under one key are ordered. What is not known is older than what is.
struct VersionDates {
  std::optional<std::int64_t> updated;
  std::optional<std::int64_t> published;

  friend auto operator<=>(const VersionDates&, const VersionDates&) = default;
};
[[nodiscard]] VersionDates version_dates(const Timestamp& updated, const Timestamp& published);

/// So many dates of an outlet, all of them midnight, tell that it gives no time of day.
inline constexpr std::size_t kDatesThatTell = 20;
[[nodiscard]] bool is_midnight(const Timestamp& published);

}  // namespace wireprint
