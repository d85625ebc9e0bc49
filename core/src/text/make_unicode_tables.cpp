// Writes unicode_tables.cpp from the Unicode data that ICU carries. Not part of the library; run it by
//   cmake --build <build> --target unicode_tables
// when ICU has a newer Unicode, and raise the recipe's normaliser version with it.
//
// For each code point it applies the rules of tokenizer.hpp to that code point alone: NFKC_Casefold, canonical
// decomposition, removal of marks, canonical composition, one quote and one dash. The library may then put a text
// together from these pieces because the steps commute; check_assumptions() holds ICU's data to that.
#include <fmt/format.h>
#include <fmt/os.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "text/unicode_tables.hpp"

namespace wireprint::unicode {
namespace {

constexpr UChar32 kLimit = 0x110000;
using Points = std::u32string;

[[noreturn]] void give_up(const std::string& reason) {
  fmt::print(stderr, "make_unicode_tables: {}\n", reason);
  std::exit(1);
}

void require(bool holds, std::string_view rule, UChar32 c) {
  if (!holds) give_up(fmt::format("U+{:04X} breaks an assumption: {}", static_cast<unsigned>(c), rule));
}

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* found = get(status);
  if (U_FAILURE(status)) give_up(u_errorName(status));
  return *found;
}

const icu::Normalizer2& nfc() { return normalizer(icu::Normalizer2::getNFCInstance); }
const icu::Normalizer2& nfd() { return normalizer(icu::Normalizer2::getNFDInstance); }
const icu::Normalizer2& nfkc_casefold() { return normalizer(icu::Normalizer2::getNFKCCasefoldInstance); }

icu::UnicodeString apply(const icu::Normalizer2& form, const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  auto result = form.normalize(text, status);
  if (U_FAILURE(status)) give_up(u_errorName(status));
  return result;
}

bool is_mark(UChar32 c) { return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }
bool is_letter(UChar32 c) { return (U_GET_GC_MASK(c) & U_GC_L_MASK) != 0; }

bool sheds_marks(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  const auto script = uscript_getScript(c, &status);
  return is_letter(c) && (script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_ARABIC ||
                          script == USCRIPT_HEBREW);
}

bool is_cluster_script(UChar32 c) {
  constexpr std::array scripts{USCRIPT_HAN,  USCRIPT_HIRAGANA, USCRIPT_KATAKANA, USCRIPT_THAI,
                               USCRIPT_LAO, USCRIPT_KHMER,    USCRIPT_MYANMAR};
  return std::any_of(scripts.begin(), scripts.end(), [c](UScriptCode s) { return uscript_hasScript(c, s) != 0; });
}

UChar32 one_quote_one_dash(UChar32 c) {
  static const std::set<UChar32> single{0x27,   0x60,   0x2bb,  0x2bc,  0x2bd,  0x55a,  0x5f3,
                                        0x2018, 0x2019, 0x201a, 0x201b, 0x2032, 0x2039, 0x203a};
  if (single.count(c) != 0) return '\'';
  if (u_hasBinaryProperty(c, UCHAR_QUOTATION_MARK) || c == 0x5f4) return '"';
  if (u_hasBinaryProperty(c, UCHAR_DASH)) return '-';
  return c;
}

icu::UnicodeString without_marks(const icu::UnicodeString& decomposed) {
  icu::UnicodeString kept;
  UChar32 base = 0;
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const auto c = decomposed.char32At(i);
    if (!is_mark(c)) base = c;
    const bool yo = base == 0x435 && c == 0x308;
    const bool shed = u_charType(c) == U_NON_SPACING_MARK && sheds_marks(base);
    if (!yo && !shed) kept.append(c);
  }
  return kept;
}

Points normalized(UChar32 c) {
  const auto stripped = without_marks(apply(nfd(), apply(nfkc_casefold(), icu::UnicodeString(c))));
  const auto composed = apply(nfc(), stripped);
  Points points;
  for (std::int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1))
    points += static_cast<char32_t>(one_quote_one_dash(composed.char32At(i)));
  return points;
}

bool is_itself(UChar32 c) { return normalized(c) == Points(1, static_cast<char32_t>(c)); }

bool composes_back(UChar32 c) { return u_getIntPropertyValue(c, UCHAR_NFC_QUICK_CHECK) != UNORM_YES; }

WordClass word_class(UChar32 c) {
  if (c == '\'') return WordClass::Apostrophe;
  if (c == '.' || c == ',') return WordClass::Separator;
  if (one_quote_one_dash(c) != c) return WordClass::Other;
  const auto cluster_break = u_getIntPropertyValue(c, UCHAR_GRAPHEME_CLUSTER_BREAK);
  if (is_mark(c) && (cluster_break == U_GCB_EXTEND || cluster_break == U_GCB_SPACING_MARK)) return WordClass::Mark;
  if (u_charType(c) == U_DECIMAL_DIGIT_NUMBER) return WordClass::Digit;
  const bool number = (U_GET_GC_MASK(c) & U_GC_N_MASK) != 0;
  const bool word = number || is_mark(c) || is_letter(c);
  if (word && is_cluster_script(c)) return WordClass::Cluster;
  if (number) return WordClass::Digit;
  return word ? WordClass::Letter : WordClass::Other;
}

class Expansions {
 public:
  std::int32_t value_of(const Points& points) {
    auto at = all_.find(points);
    if (at == std::string::npos) at = all_.size(), all_ += points;
    return static_cast<std::int32_t>((at << 5U) | points.size());
  }
  const Points& all() const { return all_; }

 private:
  Points all_;
};

std::int32_t mark_value(UChar32 c) {
  return u_getCombiningClass(c) | (composes_back(c) ? 1 << 8 : 0) |
         (u_charType(c) == U_NON_SPACING_MARK ? 1 << 9 : 0);
}

Entry entry_for(UChar32 c, Expansions& expansions) {
  const auto points = normalized(c);
  const bool upper = (U_GET_GC_MASK(c) & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0;
  const auto make = [&](Kind kind, std::int32_t value) {
    const bool sheds = points.size() == 1 && sheds_marks(static_cast<UChar32>(points[0]));
    return Entry(word_class(c), kind, upper, sheds, value);
  };
  if (points.empty()) return make(Kind::Expand, 0);
  if (is_mark(c) && is_itself(c)) return make(Kind::Mark, mark_value(c));
  const auto head = static_cast<UChar32>(points[0]);
  if (is_mark(head) || composes_back(head)) return make(Kind::Context, expansions.value_of(points));
  if (points.size() == 1) return make(Kind::Direct, head - c);
  return make(Kind::Expand, expansions.value_of(points));
}

bool hides_shedding_letter(UChar32 c) {
  return !sheds_marks(c) && sheds_marks(apply(nfd(), icu::UnicodeString(c)).char32At(0));
}

void check_assumptions(UChar32 c) {
  require(u_getCombiningClass(c) == 0 || is_mark(c), "only marks have a combining class", c);
  const auto points = normalized(c);
  require(points.size() < 32, "expansions fit five bits", c);
  for (const char32_t p : points) {
    require(is_itself(static_cast<UChar32>(p)), "normalised text is made of code points that stay themselves", c);
    require(!hides_shedding_letter(static_cast<UChar32>(p)), "no letter that sheds marks hides in a composite", c);
  }
  if (one_quote_one_dash(c) != c) {
    require(!is_mark(c) && !composes_back(c) && !sheds_marks(c), "quotes and dashes take no part in combining", c);
    icu::UnicodeString raw;
    require(!nfd().getRawDecomposition(c, raw), "quotes and dashes do not decompose", c);
  }
}

std::vector<Composition> compositions() {
  std::vector<Composition> found;
  for (UChar32 c = 0; c < kLimit; ++c) {
    icu::UnicodeString raw;
    if (u_charType(c) == U_SURROGATE || (c >= 0xac00 && c <= 0xd7a3) || !nfd().getRawDecomposition(c, raw)) continue;
    const auto first = raw.char32At(0);
    const auto second = raw.char32At(raw.length() - 1);
    if (raw.countChar32() != 2 || nfc().composePair(first, second) != c || !is_itself(c)) continue;
    require(is_itself(first) && is_itself(second), "parts of a composite stay themselves", c);
    require(one_quote_one_dash(first) == first && first != '"' && first != '-', "quotes and dashes do not compose", c);
    found.push_back({static_cast<char32_t>(first), static_cast<char32_t>(second), static_cast<char32_t>(c)});
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return std::pair(a.first, a.second) < std::pair(b.first, b.second);
  });
  return found;
}

struct Trie {
  std::vector<std::size_t> block_of;
  std::vector<std::uint32_t> entries;
};

Trie build_trie(Expansions& expansions) {
  Trie trie;
  std::map<std::vector<std::uint32_t>, std::size_t> seen;
  for (UChar32 start = 0; start < kLimit; start += 1 << kBlockBits) {
    std::vector<std::uint32_t> block;
    for (UChar32 c = start; c < start + (1 << kBlockBits); ++c) {
      if (u_charType(c) == U_SURROGATE) {
        block.push_back(0);  // never decoded
        continue;
      }
      check_assumptions(c);
      block.push_back(entry_for(c, expansions).bits());
    }
    const auto [found, fresh] = seen.try_emplace(block, seen.size());
    if (fresh) trie.entries.insert(trie.entries.end(), block.begin(), block.end());
    trie.block_of.push_back(found->second);
  }
  return trie;
}

template <class Values, class Format>
void write_array(fmt::ostream& file, std::string_view head, const Values& values, Format format) {
  file.print("\n{} = {{\n", head);
  std::string line;
  for (const auto& value : values) {
    const std::string word = format(value);
    if (line.size() + word.size() > 118) file.print("{}\n", line), line.clear();
    line += word;
  }
  file.print("{}\n}};\n", line);
}

void write_tables(const char* path) {
  Expansions expansions;
  const auto trie = build_trie(expansions);
  const auto pairs = compositions();
  std::vector<std::size_t> by_composite(pairs.size());
  for (std::size_t i = 0; i < pairs.size(); ++i) by_composite[i] = i;
  std::sort(by_composite.begin(), by_composite.end(),
            [&](auto a, auto b) { return pairs[a].composite < pairs[b].composite; });

  auto file = fmt::output_file(path);
  const auto plain = [](auto value) { return fmt::format("{},", static_cast<std::uint32_t>(value)); };
  const auto triple = [](const Composition& p) {
    return fmt::format("{{{:#x},{:#x},{:#x}}},", static_cast<std::uint32_t>(p.first),
                       static_cast<std::uint32_t>(p.second), static_cast<std::uint32_t>(p.composite));
  };
  file.print("// Written by make_unicode_tables.cpp. Do not edit.\n#include \"text/unicode_tables.hpp\"\n\n");
  file.print("// clang-format off\nnamespace wireprint::unicode {{\n\n");
  UVersionInfo version;
  u_getUnicodeVersion(version);
  file.print("const std::string_view kVersion = \"{}.{}\";\n", version[0], version[1]);
  write_array(file, "const std::uint16_t kBlockOf[0x110000 >> kBlockBits]", trie.block_of, plain);
  write_array(file, "const std::uint32_t kEntries[]", trie.entries, plain);
  write_array(file, "const char32_t kExpansions[]", expansions.all(), plain);
  write_array(file, "static constexpr Composition kPairs[]", pairs, triple);
  write_array(file, "static constexpr std::uint16_t kOrder[]", by_composite, plain);
  file.print("\nconst std::span<const Composition> kCompositions = kPairs;\n");
  file.print("const std::span<const std::uint16_t> kByComposite = kOrder;\n\n}}  // namespace wireprint::unicode\n");
}

}  // namespace
}  // namespace wireprint::unicode

int main(int argc, char** argv) {
  if (argc != 2) wireprint::unicode::give_up("usage: make_unicode_tables FILE");
  wireprint::unicode::write_tables(argv[1]);
  return 0;
}
