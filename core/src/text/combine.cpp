#include "text/combine.hpp"

#include <algorithm>
#include <optional>

#include "text/unicode_tables.hpp"

namespace wireprint::unicode {
namespace {

// Hangul syllables are composed by arithmetic (The Unicode Standard, 3.12).
constexpr char32_t kSyllables = 0xac00, kLeads = 0x1100, kVowels = 0x1161, kTails = 0x11a7;
constexpr char32_t kLeadCount = 19, kVowelCount = 21, kTailCount = 28;
constexpr char32_t kSyllableCount = kLeadCount * kVowelCount * kTailCount;

constexpr char32_t kCyrillicIe = 0x435, kDiaeresis = 0x308;

unsigned combining_class(char32_t c) {
  const Entry entry = entry_of(c);
  return entry.kind() == Kind::Mark ? entry.combining_class() : 0;
}

bool is_mark(char32_t c) { return entry_of(c).kind() == Kind::Mark; }

// A letter's marks are all those up to the next code point that is no mark, in any order and of any class: so it
// does not matter whether they are taken off before or after ordering.
bool is_shed(char32_t base, char32_t mark) {
  if (base == kCyrillicIe) return mark == kDiaeresis;
  return entry_of(mark).nonspacing() && entry_of(base).sheds_marks();
}

std::optional<char32_t> compose_hangul(char32_t first, char32_t second) {
  if (first - kLeads < kLeadCount && second - kVowels < kVowelCount)
    return kSyllables + ((first - kLeads) * kVowelCount + (second - kVowels)) * kTailCount;
  const bool open = first - kSyllables < kSyllableCount && (first - kSyllables) % kTailCount == 0;
  if (open && second > kTails && second < kTails + kTailCount) return first + (second - kTails);
  return std::nullopt;
}

std::optional<char32_t> compose(char32_t first, char32_t second) {
  if (const auto syllable = compose_hangul(first, second)) return syllable;
  const auto at = std::lower_bound(
      kCompositions.begin(), kCompositions.end(), std::pair(first, second),
      [](const Composition& c, const auto& pair) { return std::pair(c.first, c.second) < pair; });
  if (at == kCompositions.end() || at->first != first || at->second != second) return std::nullopt;
  return at->composite;
}

void decompose_hangul(Element element, std::vector<Element>& to) {
  const char32_t index = element.point - kSyllables;
  const char32_t tail = index % kTailCount;
  to.push_back({kLeads + index / kTailCount / kVowelCount, element.range});
  to.push_back({kVowels + index / kTailCount % kVowelCount, element.range});
  if (tail != 0) to.push_back({kTails + tail, element.range});
}

void decompose(Element element, std::vector<Element>& to) {
  if (element.point - kSyllables < kSyllableCount) return decompose_hangul(element, to);
  const auto at = std::lower_bound(kByComposite.begin(), kByComposite.end(), element.point,
                                   [](auto i, char32_t c) { return kCompositions[i].composite < c; });
  if (at == kByComposite.end() || kCompositions[*at].composite != element.point) return to.push_back(element);
  decompose({kCompositions[*at].first, element.range}, to);
  decompose({kCompositions[*at].second, element.range}, to);
}

void widen(TextRange& range, TextRange with) {
  range = {std::min(range.begin, with.begin), std::max(range.end, with.end)};
}

std::vector<Element> decomposed(const std::vector<Element>& elements) {
  std::vector<Element> parts;
  parts.reserve(2 * elements.size());
  for (const Element& element : elements) decompose(element, parts);
  return parts;
}

void shed_marks(std::vector<Element>& elements) {
  std::size_t kept = 0;
  std::optional<std::size_t> base;
  for (const Element& element : elements) {
    const bool mark = is_mark(element.point);
    if (mark && base && is_shed(elements[*base].point, element.point)) {
      widen(elements[*base].range, element.range);
      continue;
    }
    if (!mark) base = kept;
    elements[kept++] = element;
  }
  elements.resize(kept);
}

void order_marks(std::vector<Element>& elements) {
  const auto starts = [](const Element& e) { return combining_class(e.point) == 0; };
  auto from = elements.begin();
  while (from != elements.end()) {
    from = std::find_if_not(from, elements.end(), starts);
    const auto to = std::find_if(from, elements.end(), starts);
    std::stable_sort(from, to, [](const Element& a, const Element& b) {
      return combining_class(a.point) < combining_class(b.point);
    });
    from = to;
  }
}

// A mark joins the last starter unless something of its own class or higher stands between them.
void compose_all(std::vector<Element>& elements) {
  std::size_t kept = 0;
  std::optional<std::size_t> starter;
  for (const Element& element : elements) {
    const unsigned own = combining_class(element.point);
    if (starter) {
      const bool adjacent = *starter + 1 == kept;
      const bool open = adjacent || (own != 0 && combining_class(elements[kept - 1].point) < own);
      const auto composite = open ? compose(elements[*starter].point, element.point) : std::nullopt;
      if (composite) {
        elements[*starter].point = *composite;
        widen(elements[*starter].range, element.range);
        continue;
      }
    }
    if (own == 0) starter = kept;
    elements[kept++] = element;
  }
  elements.resize(kept);
}

void align_ranges(std::vector<Element>& elements) {
  for (std::size_t i = 1; i < elements.size(); ++i)
    elements[i].range.end = std::max(elements[i].range.end, elements[i - 1].range.end);
  for (std::size_t i = elements.size(); i-- > 1;)
    elements[i - 1].range.begin = std::min(elements[i].range.begin, elements[i - 1].range.begin);
}

}  // namespace

void append_normalized(char32_t point, TextRange range, std::vector<Element>& elements) {
  const Entry entry = entry_of(point);
  switch (entry.kind()) {
    case Kind::Mark: return elements.push_back({point, range});
    case Kind::Direct: return elements.push_back({point + static_cast<char32_t>(entry.delta()), range});
    case Kind::Expand:
    case Kind::Context:
      for (const char32_t part : expansion_of(entry)) elements.push_back({part, range});
  }
}

void combine(std::vector<Element>& elements) {
  elements = decomposed(elements);
  shed_marks(elements);
  order_marks(elements);
  compose_all(elements);
  align_ranges(elements);
}

}  // namespace wireprint::unicode
