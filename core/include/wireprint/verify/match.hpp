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
  IdenticalText,    ///< equal after normalisation
  ContainedWhole,   ///< each contains nearly all of the other before anything is taken off, without conflict
  Reissued,         ///< the same notice under the same headline from another outlet, though its words recur for weeks
  StoryShared,      ///< enough of the shorter story stands in the other
  NumberConflicts,  ///< same words around other figures
  OtherSubject,     ///< same words around another subject: each headline's own word stands in the other's place
  Series,           ///< one outlet's pages of different days that share a frame
  Form,             ///< pages of different days that share a frame with other words in it throughout
  OutletBlock,      ///< one outlet's pages that share a block, but neither the opening nor the headline
  MostlyQuoted,     ///< what is shared stands inside quotation marks
  WithinDigest,     ///< the shorter is a small part of a page many times longer
  BlockShared,      ///< a block of running text is shared, most of each is its own
  LittleShared,     ///< less than the least share of the shorter story
  FewWords,         ///< fewer shared story words than can prove anything
  FurnitureOnly,    ///< what is shared is furniture
  NothingShared,    ///< no run of words in common
  BeyondWindow,     ///< a copy, but farther apart in time than the run links
  WithinOutlet,     ///< a copy, but the run links different outlets only
  JaccardReached    ///< the resemblance of all text reaches the run's threshold
};

[[nodiscard]] std::string_view name_of(Verdict verdict);
[[nodiscard]] std::string_view name_of(Role role);
[[nodiscard]] std::string_view name_of(Reason reason);
[[nodiscard]] std::string_view meaning_of(Reason reason);

/// An unbroken run of so many words is longer than a phrase that two reporters share by chance, and longer than a quotation.
inline constexpr std::uint32_t kSentenceWords = 20;
inline constexpr std::uint32_t kParagraphWords = 40;

/// A shared stretch of running text, from its first story word to its last.
struct Passage {
  TextRange a;              ///< bytes of a's body
  TextRange b;              ///< bytes of b's body
  std::uint32_t words = 0;  ///< shared story words; as many as a shingle, and more
  bool quoted = false;      ///< at least half of them stand inside quotation marks
};

/// Two articles compared on the text. `a` is the earlier one; at a tie, or without dates, that with the smaller key.
struct Match {
  ArticleId a = 0;
  ArticleId b = 0;
  Verdict verdict = Verdict::Different;
  Role role = Role::Rewritten;  ///< of b towards a; meant only for a copy
  std::vector<Reason> reasons;  ///< the one that decided first
  std::optional<double> log_odds;  ///< of a copy, as learned from labelled pairs (see probability_of); none before judge()

  Share copied;                  ///< of b's story words, those that stand in a
  Share kept;                    ///< of a's story words, those that stand in b
  Share jaccard;                 ///< of the distinct story shingles
  Share containment_a_in_b;
  Share containment_b_in_a;
  Share jaccard_all;             ///< of all distinct shingles, furniture included
  Share containment_all_a_in_b;
  Share containment_all_b_in_a;
  Share quoted;                  ///< of the shared story words, those inside quotation marks on either side
  Share copied_unquoted;         ///< of the shorter story's words outside quotation marks, those shared outside them
  Share opening;                 ///< of the first 50 story words of a or of b, those that are shared: the larger share
  Share headlines;               ///< Jaccard resemblance of the words of the headlines

  std::uint32_t words_a = 0;  ///< all tokens
  std::uint32_t words_b = 0;
  std::uint32_t story_words_a = 0;
  std::uint32_t story_words_b = 0;
  std::uint32_t shared_words = 0;       ///< story words of either that are aligned with story words of the other
  std::uint32_t shared_runs = 0;        ///< unbroken runs of shared words
  std::uint32_t longest_run_words = 0;  ///< of story, without a gap
  std::uint32_t words_in_sentences = 0;   ///< shared story words in unbroken runs of kSentenceWords and more
  std::uint32_t words_in_paragraphs = 0;  ///< of kParagraphWords and more
  std::uint32_t aligned_words = 0;      ///< aligned tokens, furniture included
  std::uint32_t number_conflicts = 0;   ///< places in aligned text where both have numbers, and other ones
  std::uint32_t subject_conflicts = 0;  ///< places in aligned text where each has a word of its own headline that the other lacks
  bool all_recurs = false;  ///< nearly identical as a whole, but no word that they share is story as of the horizon
  bool same_outlet = false;
  std::optional<std::int32_t> days_apart;  ///< whole UTC days, not negative; none unless both are dated
  std::vector<Passage> passages;           ///< by place in a
};

}  // namespace wireprint
