// What `check` says of one article: whether the archive has it, how much of it, and where it stands there.
//
// Plain values and pure functions; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "wireprint/article/article.hpp"
#include "wireprint/report/lines.hpp"
#include "wireprint/report/run.hpp"
#include "wireprint/sketch/overlap.hpp"
#include "wireprint/verify/match.hpp"

namespace wireprint {

/// An archived article that the one in question shares text with.
struct ArchivedMatch {
  Article article;            ///< as archived; body and body_source are needed for passages only
  std::uint32_t version = 1;  ///< which of the versions under its key, from 1
  std::string cluster;        ///< id; empty for none
  Match match;                ///< `a` is the archived article and `b` the one in question, whatever their dates: see turned()
  /// Of an archive without text: copied and kept are estimates from fingerprints, and lie within these.
  std::optional<Estimate> copied_estimate = {};
  std::optional<Estimate> kept_estimate = {};
};

/// Articles of a cluster that were not compared one by one.
struct ClusterCount {
  std::string cluster;  ///< id
  std::uint64_t articles = 0;

  friend bool operator==(const ClusterCount&, const ClusterCount&) = default;
};

struct CheckAnswer {
  std::uint64_t line = 0;     ///< of the input, from 1
  Article article = {};       ///< as read; empty where it could not be read
  Status status = Status::Ok;
  std::optional<Error> error = {};         ///< why it could not be read
  std::string agency = {};                 ///< that it credits
  std::optional<Share> known_share = {};   ///< of its story words, those in any archived article; none where it has no story
  std::string cluster = {};                ///< that it belongs to; empty for none
  Key original = {};                       ///< of that cluster
  std::vector<ArchivedMatch> matches = {}; ///< the best first
  std::vector<ClusterCount> others = {};   ///< of the clusters of copies among `matches`, in that order: their further members, if any
};

/// Of its matches the verdict that says most (copy, partial, quote, template, different); none for an article that is
/// compared with none.
[[nodiscard]] std::optional<Verdict> verdict_of(const CheckAnswer& answer);

/// The same match seen from the other side: a and b, and all that speaks of them, change places.
[[nodiscard]] Match turned(Match match);

/// wireprint.check/1, without its line feed.
[[nodiscard]] std::string check_line(const CheckAnswer& answer, OffsetUnit unit = OffsetUnit::CodePoints);

/// wireprint.match/1 of one of its matches: `a` is the earlier one here, as in the line of any match, and at a tie that with
/// the smaller key.
[[nodiscard]] std::string match_line(const CheckAnswer& answer, const ArchivedMatch& match, OffsetUnit unit = OffsetUnit::CodePoints);

}  // namespace wireprint
