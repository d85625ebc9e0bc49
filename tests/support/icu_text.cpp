#include "support/icu_text.hpp"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>

#include <memory>
#include <stdexcept>

namespace wireprint::test {
namespace {

using Text = icu::UnicodeString;

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
}

Text normalized(const icu::Normalizer2* (*form)(UErrorCode&), const Text& text) {
  UErrorCode status = U_ZERO_ERROR;
  auto result = form(status)->normalize(text, status);
  check(status);
  return result;
}

icu::UnicodeSet set_of(const char16_t* pattern) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeSet set(pattern, status);
  check(status);
  return set;
}

struct Sets {
  icu::UnicodeSet shedding = set_of(u"[[:L:]&[[:sc=Latn:][:sc=Grek:][:sc=Arab:][:sc=Hebr:]]]");
  icu::UnicodeSet nonspacing = set_of(u"[:Mn:]");
  icu::UnicodeSet mark = set_of(u"[:M:]");
  icu::UnicodeSet single = set_of(u"['`\\u02BB\\u02BC\\u02BD\\u055A\\u05F3\\u2018-\\u201B\\u2032\\u2039\\u203A]");
  icu::UnicodeSet quote = set_of(u"[[:Quotation_Mark:]\\u05F4]");
  icu::UnicodeSet dash = set_of(u"[:Dash:]");
  icu::UnicodeSet word = set_of(u"[[:L:][:N:][:M:]]");
  icu::UnicodeSet extending = set_of(u"[[:M:]&[[:GCB=Extend:][:GCB=SpacingMark:]]]");
  icu::UnicodeSet digit = set_of(u"[:N:]");
  icu::UnicodeSet cluster = set_of(
      u"[[[:L:][:N:][:M:]]&[[:scx=Hani:][:scx=Hira:][:scx=Kana:][:scx=Thai:][:scx=Laoo:][:scx=Khmr:][:scx=Mymr:]]"
      u"-[:Nd:]-[:GCB=Extend:]-[:GCB=SpacingMark:]]");

  Sets() {  // frozen sets answer fast
    for (auto* set : {&shedding, &nonspacing, &mark, &single, &quote, &dash, &word, &extending, &digit, &cluster})
      set->freeze();
  }
};

const Sets& sets() {
  static const Sets all;
  return all;
}

template <class Visit>
void each_point(const Text& text, Visit visit) {
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) visit(text.char32At(i));
}

Text without_marks(const Text& text) {
  Text kept;
  UChar32 base = 0;
  each_point(text, [&](UChar32 c) {
    if (!sets().mark.contains(c)) base = c;
    const bool shed = sets().nonspacing.contains(c) && sets().shedding.contains(base);
    if (!shed && !(base == 0x435 && c == 0x308)) kept.append(c);
  });
  return kept;
}

Text with_one_quote_and_dash(const Text& text) {
  Text result;
  each_point(text, [&](UChar32 c) {
    const auto& s = sets();
    result.append(s.single.contains(c) ? u'\'' : s.quote.contains(c) ? u'"' : s.dash.contains(c) ? u'-' : c);
  });
  return result;
}

std::string utf8(const Text& text) {
  std::string result;
  return text.toUTF8String(result);
}

// a letter, d digit, m mark, c cluster script, ' and . joiners, blank anything else.
char class_of(UChar32 c) {
  const auto& s = sets();
  if (c == '\'') return '\'';
  if (c == '.' || c == ',') return '.';
  if (s.extending.contains(c)) return 'm';
  if (s.cluster.contains(c)) return 'c';
  if (s.digit.contains(c)) return 'd';
  return s.word.contains(c) ? 'a' : ' ';
}

std::string classes_of(const Text& text) {
  std::string classes;
  each_point(text, [&](UChar32 c) { classes += class_of(c); });
  return classes;
}

// What joins becomes part of the word; what does not becomes a gap.
std::string settle_joiners(std::string classes) {
  for (std::size_t i = 0; i < classes.size(); ++i) {
    if (classes[i] != '\'' && classes[i] != '.') continue;
    const char side = classes[i] == '\'' ? 'a' : 'd';
    const auto before = classes.substr(0, i).find_last_not_of('m');
    const bool joins = before != std::string::npos && classes[before] == side && classes.substr(i + 1, 1)[0] == side;
    classes[i] = joins ? 'j' : ' ';
  }
  return classes;
}

bool in_word(char c) { return c == 'a' || c == 'd' || c == 'm' || c == 'j'; }

std::vector<Text> clusters_of(const Text& run) {
  UErrorCode status = U_ZERO_ERROR;
  static const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  check(status);
  breaks->setText(run);
  std::vector<Text> clusters;
  for (std::int32_t from = 0, to = breaks->next(); to != icu::BreakIterator::DONE; from = to, to = breaks->next())
    clusters.push_back(run.tempSubStringBetween(from, to));
  return clusters;
}

void add_bigrams(const std::vector<Text>& clusters, std::vector<std::string>& tokens) {
  if (clusters.size() == 1) tokens.push_back(utf8(clusters[0]));
  for (std::size_t i = 0; i + 1 < clusters.size(); ++i) tokens.push_back(utf8(clusters[i] + clusters[i + 1]));
}

}  // namespace

std::string icu_unicode_version() {
  UVersionInfo version;
  u_getUnicodeVersion(version);
  return std::to_string(version[0]) + "." + std::to_string(version[1]);
}

std::string icu_normalize(std::string_view text) {
  const auto repaired = Text::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  const auto folded = normalized(icu::Normalizer2::getNFKCCasefoldInstance, repaired);
  const auto stripped = without_marks(normalized(icu::Normalizer2::getNFDInstance, folded));
  return utf8(with_one_quote_and_dash(normalized(icu::Normalizer2::getNFCInstance, stripped)));
}

std::vector<std::string> icu_tokens(const std::string& normalized_text) {
  const auto text = Text::fromUTF8(normalized_text);
  const auto classes = settle_joiners(classes_of(text));
  const auto part = [&](std::size_t from, std::size_t to) {
    const auto begin = text.moveIndex32(0, static_cast<std::int32_t>(from));
    return Text(text, begin, text.moveIndex32(begin, static_cast<std::int32_t>(to - from)) - begin);
  };
  std::vector<std::string> tokens;
  for (std::size_t at = 0; at < classes.size();) {
    std::size_t end = at + 1;
    if (in_word(classes[at])) {
      while (end < classes.size() && in_word(classes[end])) ++end;
      tokens.push_back(utf8(part(at, end)));
    } else if (classes[at] == 'c') {
      while (end < classes.size() && (classes[end] == 'c' || classes[end] == 'm')) ++end;
      add_bigrams(clusters_of(part(at, end)), tokens);
    }
    at = end;
  }
  return tokens;
}

}  // namespace wireprint::test
