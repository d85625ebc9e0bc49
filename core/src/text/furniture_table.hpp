// The furniture that is known by its look: a table of patterns.
//
// To teach wireprint a new form, add a row to furniture_table.cpp and a sentence to the tests. Nothing else changes.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "wireprint/text/token_stream.hpp"

namespace wireprint {

/// Where a rule may stand. Bits: a rule may have several places.
enum Place : std::uint8_t {
  kHeadStart = 1,   ///< the start of one of the first paragraphs; what follows is story
  kHeadWhole = 2,   ///< one of the first paragraphs, all of it, and it is short
  kTailEnd = 4,     ///< the end of one of the last paragraphs; what precedes is story
  kTailWhole = 8,   ///< one of the last paragraphs, all of it, and it is short
  kAnyWhole = 16,   ///< any short paragraph, all of it
  kInline = 32,     ///< anywhere in running text, where `key` occurs
};

/// One form of furniture.
///
/// The pattern is RE2 syntax over UTF-8 with the fragments of furniture_fragments() in angle brackets. It is anchored
/// where the place says: at both ends (whole), at the start (head start, inline), at the end (tail end). Its first
/// group, where it has one, is the furniture, and the rest is story that has to be there; without one all of the match is.
///
/// What keeps the scan cheap: a rule without a key has to begin with certain letters, so that one automaton of all such
/// rules gives up after a few bytes of story; any other rule is run only where its key was found. Repeats are left
/// without an upper bound (a bound multiplies the automaton): paragraphs and windows are short.
struct FurnitureRule {
  std::string_view name;      ///< reported as the reason; starts with the language
  FurnitureKind kind;
  std::string_view language;  ///< ISO 639-1 of the newsrooms that write so, empty when all do; every rule runs on every article
  std::uint8_t places;        ///< Place bits
  std::string_view pattern;
  std::string_view key = {};     ///< bytes that every match holds, or alternatives parted by '|'; inline: one, where a
                                 ///< match begins; not for kAnyWhole
  std::string_view unless = {};  ///< RE2; a match in which this is found is none
};

/// A piece of pattern that several rules share; written `<name>` in a pattern.
///
/// `<agency>` is none of the table: in a rule for whole paragraphs it is any name of an agency; in a rule for a part it
/// is anything shaped like a name, and what is taken has to credit an agency (agency.hpp), which is far cheaper.
struct FurnitureFragment {
  std::string_view name;
  std::string_view pattern;
};

[[nodiscard]] std::span<const FurnitureRule> furniture_rules();
[[nodiscard]] std::span<const FurnitureFragment> furniture_fragments();

}  // namespace wireprint
