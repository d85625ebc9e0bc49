#include "wireprint/verify/match.hpp"

#include <cassert>

namespace wireprint {

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::Copy: return "copy";
    case Verdict::Partial: return "partial";
    case Verdict::Quote: return "quote";
    case Verdict::Template: return "template";
    case Verdict::Different: return "different";
  }
  assert(false && "a verdict outside its enumeration");
  return {};
}

std::string_view name_of(Role role) {
  switch (role) {
    case Role::Original: return "original";
    case Role::Verbatim: return "verbatim";
    case Role::Trimmed: return "trimmed";
    case Role::Extended: return "extended";
    case Role::Updated: return "updated";
    case Role::Rewritten: return "rewritten";
  }
  assert(false && "a role outside its enumeration");
  return {};
}

std::string_view name_of(Reason reason) {
  switch (reason) {
    case Reason::IdenticalText: return "identical_text";
    case Reason::ContainedWhole: return "contained_whole";
    case Reason::Reissued: return "reissued";
    case Reason::StoryShared: return "story_shared";
    case Reason::NumberConflicts: return "number_conflicts";
    case Reason::OtherSubject: return "other_subject";
    case Reason::Series: return "series";
    case Reason::Form: return "form";
    case Reason::OutletBlock: return "outlet_block";
    case Reason::MostlyQuoted: return "mostly_quoted";
    case Reason::WithinDigest: return "within_digest";
    case Reason::BlockShared: return "block_shared";
    case Reason::LittleShared: return "little_shared";
    case Reason::FewWords: return "few_words";
    case Reason::FurnitureOnly: return "furniture_only";
    case Reason::NothingShared: return "nothing_shared";
    case Reason::BeyondWindow: return "beyond_window";
    case Reason::WithinOutlet: return "within_outlet";
    case Reason::JaccardReached: return "jaccard_reached";
  }
  assert(false && "a reason outside its enumeration");
  return {};
}

std::string_view meaning_of(Reason reason) {
  switch (reason) {
    case Reason::IdenticalText: return "the two texts are equal after normalisation";
    case Reason::ContainedWhole: return "each contains nearly all of the other before anything is taken off, without conflict";
    case Reason::Reissued: return "the same notice stands under the same headline at another outlet, though its words recur for weeks";
    case Reason::StoryShared: return "enough of the shorter story stands in the other";
    case Reason::NumberConflicts: return "the same words stand around other figures";
    case Reason::OtherSubject: return "the same words stand around another subject: each has its own headline's word in the other's place";
    case Reason::Series: return "one outlet's pages of different days share a frame";
    case Reason::Form: return "days apart, the same frame stands around other words throughout";
    case Reason::OutletBlock: return "two pages of one outlet share a block, but neither the opening nor the headline";
    case Reason::MostlyQuoted: return "what is shared stands inside quotation marks";
    case Reason::WithinDigest: return "the shorter is a small part of a page many times longer";
    case Reason::BlockShared: return "a block is shared, and most of each is its own";
    case Reason::LittleShared: return "less of the shorter story is shared than a copy needs";
    case Reason::FewWords: return "too few story words are shared to prove anything";
    case Reason::FurnitureOnly: return "what is shared is furniture, or too little to be looked at";
    case Reason::NothingShared: return "no run of words stands in both";
    case Reason::BeyondWindow: return "a copy, but not known to be so near in time as --window asks for";
    case Reason::WithinOutlet: return "a copy, but not known to be of different outlets, as --across-outlets asks for";
    case Reason::JaccardReached: return "the Jaccard resemblance of the whole texts reaches --threshold";
  }
  assert(false && "a reason outside its enumeration");
  return {};
}

}  // namespace wireprint
