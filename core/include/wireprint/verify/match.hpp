// What the proof says of two articles: how much text they share, where, and what that makes of them.
//
// Plain values; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "wireprint/base/ids.hpp"
#include "wireprint/text/token_stream.hpp"

namespace wireprint {

/// What two articles are to each other. Only Copy joins them.
enum class Verdict : std::uint8_t {
  Copy,
  Partial,   ///< a block of running text shared, most of each its own
  Quote,     ///< only quoted words or standard background
  Template,  ///< same form, other facts
  Different
};

/// What the later article of a copy is towards the earlier one, or a member towards its cluster's original.
enum class Role : std::uint8_t { Original, Verbatim, Trimmed, Extended, Updated, Rewritten };

/// Why a verdict was given; `name_of` is the code in reports, `meaning_of` the sentence for people.
enum class Reason : std::uint8_t {
  IdenticalText,     ///< equal after normalisation
  ContainedWhole,    ///< one contains nearly all of the other before anything is taken off, both ways, without conflict
  StoryShared,       ///< enough of the shorter story stands in the other
  LongRun,           ///< a long unbroken run of story is shared
  NumberConflicts,   ///< same words around other figures
  MostlyQuoted,      ///< what is shared stands inside quotation marks
  BlockShared,       ///< a block is shared, most of each is its own
  LittleShared,      ///< less than the least share of the shorter story
  FewWords,          ///< fewer shared story words than can prove anything
  NoStory,           ///< one of them is nothing but furniture
  FurnitureOnly,     ///< what is shared is furniture
};

[[nodiscard]] std::string_view name_of(Verdict verdict);
[[nodiscard]] std::string_view name_of(Role role);
[[nodiscard]] std::string_view name_of(Reason reason);
[[nodiscard]] std::string_view meaning_of(Reason reason);

/// A shared stretch of running text.
struct Passage {
  TextRange a;              ///< bytes of a's body
  TextRange b;              ///< bytes of b's body
  std::uint32_t words = 0;  ///< shared tokens
  bool quoted = false;      ///< at least half of them stand inside quotation marks
};

/// Two articles compared on the text. `a` is the earlier one; at a tie, or without dates, that with the smaller key.
struct Match {
  ArticleId a = 0;
  ArticleId b = 0;
  Verdict verdict = Verdict::Different;
  Role role = Role::Rewritten;  ///< of b towards a; meant only for a copy
  std::vector<Reason> reasons;  ///< the one that decided first

  Share copied;   ///< of b's story words, those that stand in a
  Share kept;     ///< of a's story words, those that stand in b
  Share jaccard;  ///< of the distinct story shingles
  Share containment_a_in_b;
  Share containment_b_in_a;
  Share jaccard_all;  ///< of all distinct shingles, furniture included
  Share containment_all_a_in_b;
  Share containment_all_b_in_a;
  Share quoted;  ///< of the shared story words, those inside quotation marks on both sides

  std::uint32_t words_a = 0;  ///< all tokens
  std::uint32_t words_b = 0;
  std::uint32_t story_words_a = 0;
  std::uint32_t story_words_b = 0;
  std::uint32_t longest_run_words = 0;  ///< of story, without a gap
  std::uint32_t number_conflicts = 0;
  std::uint32_t aligned_words = 0;  ///< tokens of the shared passages
  std::vector<Passage> passages;    ///< by place in b; empty for identical texts is never the case: then one passage
};

}  // namespace wireprint
