// What an archive keeps: articles with their fingerprints, what they are to each other, and what happened to them.
//
// Plain values; any thread. An archive stores them and judges nothing.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wireprint/article/article.hpp"
#include "wireprint/article/status.hpp"
#include "wireprint/cluster/cluster.hpp"
#include "wireprint/sketch/fingerprint.hpp"
#include "wireprint/spread/crossing_days.hpp"
#include "wireprint/text/furniture.hpp"

namespace wireprint {

/// One version of an article: a number from 0, dense, in the order of arrival, never used again.
using DocId = std::uint32_t;
inline constexpr DocId kNoDoc = std::numeric_limits<DocId>::max();

/// From 1, dense, in the order of creation; never used again. 0 is no cluster.
using ClusterNumber = std::uint32_t;

/// The day of what has no date: behind every other, as undated articles are in the order of time.
inline constexpr Day kUndated = kNever;

/// What is known of a version beside its text and its fingerprint. It stays as it was added; only `published` may lose its
/// time of day, when it is settled that the outlet tells none.
struct DocRecord {
  Key key;
  std::uint32_t version = 1;  ///< of those under its key, from 1, in the order of arrival
  Timestamp published;
  Timestamp updated;
  std::string outlet;
  std::string agency;        ///< that the article itself credits; else empty
  bool agency_own = false;   ///< the outlet is an agency
  std::uint32_t words = 0;
  std::uint32_t story_words = 0;  ///< those that the pattern table leaves
  std::vector<FurnitureTokens> furniture;  ///< what it takes off
  Status status = Status::Ok;     ///< as it was read: Ok, Short, Empty or NoContent
  Hash128 exact;                  ///< of its tokens, as in its fingerprint
  std::uint64_t content = 0;      ///< hash of all its fields: equal for a version under its key that was sent twice

  [[nodiscard]] Day day() const { return published.known() ? static_cast<Day>(published.day()) : kUndated; }
};

/// What the set of all articles makes of a version.
struct Standing {
  bool current = false;      ///< the newest of its key, and judged (Ok or Short)
  bool has_content = true;   ///< false for a page that holds nothing but what recurs
  bool represents = false;   ///< the earliest dated one of its text: it stands in its day's list
  bool counted = false;      ///< for the spread in time: among the first of that list
  DocId identical = kNoDoc;  ///< the earliest with the same text that has content; itself where it is that one, or has none
  DocId leader = kNoDoc;     ///< the earliest of the nearly identical texts that it belongs to
  ClusterNumber cluster = 0;

  friend bool operator==(const Standing&, const Standing&) = default;
};

/// What is asked of a standing for every version that a list names.
struct Marks {
  bool takes_part : 1 = false;  ///< current, with content
  bool counted : 1 = false;
  bool first : 1 = false;       ///< takes part, and is the first with its text
  bool leads : 1 = false;       ///< takes part, and is the first of the nearly identical ones
  bool current : 1 = false;

  friend bool operator==(const Marks&, const Marks&) = default;
};

[[nodiscard]] inline Marks marks_of(const Standing& row, DocId doc) {
  const bool takes_part = row.current && row.has_content;
  return {.takes_part = takes_part, .counted = row.counted, .first = takes_part && row.identical == doc, .leads = takes_part && row.leader == doc, .current = row.current};
}

/// The versions under one key, by arrival, and the one that is judged.
struct KeyRecord {
  std::vector<DocId> versions;  ///< not empty
  DocId newest = kNoDoc;
};

/// A pair on which the proof said: a copy.
struct CopyRecord {
  DocId a = kNoDoc;  ///< the earlier one: by time, then key
  DocId b = kNoDoc;
  Role role = Role::Rewritten;  ///< of b towards a
  Share copied;                 ///< of b's story words, those that stand in a
  Share kept;
  Share nearness;               ///< see nearness_of()
  std::optional<Share> probability = {};  ///< that it is one, see probability_of(); none of what was told by fingerprints

  friend bool operator==(const CopyRecord&, const CopyRecord&) = default;
};

struct MemberRecord {
  DocId doc = kNoDoc;
  Role role = Role::Original;
  Share copied;
  Share kept;
  DocId source = kNoDoc;  ///< none for the original
  std::optional<Share> probability = {};  ///< that it is a copy of the original

  friend bool operator==(const MemberRecord&, const MemberRecord&) = default;
};

/// What happened to a cluster: one line of its history.
struct ClusterTurn {
  enum class Kind : std::uint8_t { Created, Absorbed, MergedInto, SplitFrom, SplitOff, Dissolved };
  Kind kind = Kind::Created;
  std::uint64_t seq = 0;  ///< of the first event of the batch that told it
  std::string other;      ///< id of the other cluster; empty for Created and Dissolved

  friend bool operator==(const ClusterTurn&, const ClusterTurn&) = default;
};

/// A cluster that is, or was. One that was merged, or has lost its members, is kept for its history.
struct ClusterRecord {
  std::string id;
  std::vector<MemberRecord> members;  ///< by time, then key; empty for one that was
  DocId original = kNoDoc;
  OriginalBy original_by = OriginalBy::Time;
  Share weakest;
  std::vector<std::string> aliases;   ///< ids of the clusters that it absorbed, sorted
  std::vector<ClusterTurn> history;   ///< by seq

  friend bool operator==(const ClusterRecord&, const ClusterRecord&) = default;
};

/// What is known of an outlet's dates. It is settled once, when it has twenty, and kept.
struct OutletRecord {
  std::optional<bool> day_only;    ///< settled: it tells no time of day
  std::vector<DocId> dated;        ///< until then: its newest versions that have a date
};

enum class EventKind : std::uint8_t { New, Joined, Merged, Split, Moved, Version, Unchanged, Removed, Skipped };

/// "new", "joined", ...
[[nodiscard]] std::string_view name_of(EventKind kind);

/// One line of what happened (see wireprint.event/1).
struct Event {
  std::uint64_t seq = 0;  ///< from 1, without a gap
  EventKind kind = EventKind::New;
  std::optional<Key> key;
  std::string cluster;            ///< id after the event; empty for none
  std::vector<std::string> from;  ///< ids before it
  std::optional<Key> original;    ///< of `cluster`
  std::optional<Role> role;       ///< of the article towards it
};

}  // namespace wireprint
