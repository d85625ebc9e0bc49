// The kinds of newsrooms: what is set so that generated news is as large and as repetitive as real news is.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "generate/random.hpp"

namespace wireprint {

enum class Script : std::uint8_t { English, German, Russian, Arabic, Chinese };

enum class DateForm : std::uint8_t { Iso, IsoDay, Compact, Long };  ///< 2015-07-21T02:51:40, 2014-08-17, 20220101, June 30, 2017 Friday

inline constexpr QuantilePoint kOnePage[]{{0, 1}, {1000, 1}};

/// Per mille unless it says otherwise.
struct Desk {
  std::string_view name;
  std::string_view language;
  Script script = Script::English;
  DateForm date_form = DateForm::Iso;
  std::uint32_t weight = 0;      ///< articles among those of all desks
  std::uint32_t per_day = 0;     ///< articles on an ordinary day
  std::int32_t first_day = 0;    ///< since 1970-01-01
  std::int32_t busy_days = 0;    ///< so many ordinary days, then
  std::int32_t quiet_days = 0;   ///< so many on which one article comes out, and so on; 0 for none
  std::uint32_t wire_days = 48;  ///< of the days: on which twice as much happens
  std::uint32_t outlets = 0;
  std::span<const QuantilePoint> words;   ///< of an original, CJK characters
  std::span<const QuantilePoint> prints;  ///< articles of a story, the original counted
  std::span<const QuantilePoint> lag;     ///< seconds from the original to a copy
  std::array<std::uint32_t, 5> copies{};  ///< of the prints: verbatim, trimmed, extended, updated, rewritten
  std::uint32_t phrases = 0;          ///< of the words: where a stock phrase begins
  std::uint32_t phrase_first = 4;     ///< the more, the less is even the most frequent phrase: phrases of ranks 2^first to 2^octaves
  std::uint32_t phrase_octaves = 18;
  std::uint32_t phrase_words = 6;       ///< of the shortest
  std::uint32_t phrase_more = 6;        ///< lengths of phrases
  std::uint32_t vocabulary = 13;      ///< 2^n words are known: few enough to stay in a cache
  std::uint32_t boilerplate = 0;      ///< of the articles: end with their outlet's or their firm's standing text
  std::uint32_t boilerplate_lines = 0;  ///< sentences
  std::uint32_t firms = 1;            ///< standing texts an outlet; 0: the texts are the firms', of which 2^octaves are known
  std::uint32_t firm_octaves = 6;
  std::uint32_t copyrights = 250;     ///< of the articles: end with a line that names their outlet
  std::uint32_t templates = 0;        ///< of new stories
  std::uint32_t forms = 1;            ///< different templates
  std::span<const QuantilePoint> pages = kOnePage;  ///< of a template at a time, within two days
  std::uint32_t live = 0;             ///< of new stories
  std::uint32_t live_words = 500;     ///< of a log when it begins, on average
  std::uint32_t notices = 0;          ///< of new stories
  std::uint32_t quoting = 0;          ///< of new stories
  std::uint32_t late = 0;             ///< of copies
  std::uint32_t undated = 0;
  std::uint32_t resent = 0;
  std::uint32_t noisy = 0;
  std::uint32_t empty = 0;
};

[[nodiscard]] std::span<const Desk> all_desks();

}  // namespace wireprint
