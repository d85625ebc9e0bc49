#include "wireprint/verify/conflicts.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace wireprint {
namespace {

// Tokens [begin, end) of one text between two aligned runs.
struct Gap {
  const PreparedText& text;
  std::uint32_t begin;
  std::uint32_t end;
};

// Where ten digits begin: Latin, Arabic, Persian, Devanagari, Bengali, Thai.
constexpr std::array<char32_t, 6> kZeros{U'0', 0x660, 0x6f0, 0x966, 0x9e6, 0xe50};

// '0' to '9'; of another character, nothing.
std::optional<char> digit_of(char32_t point) {
  for (const char32_t zero : kZeros) {
    if (point >= zero && point < zero + 10) return static_cast<char>('0' + (point - zero));
  }
  return std::nullopt;
}

void add_digits(const std::string& token, std::vector<std::string>& groups) {
  bool goes_on = false;
  for (std::size_t at = 0; at < token.size();) {
    const auto decoded = utf8::decode(token, at);
    at += decoded.length;
    const auto digit = digit_of(decoded.point);
    if (digit && !goes_on) groups.emplace_back();
    if (digit) groups.back() += *digit;
    goes_on = digit.has_value();
  }
}

// The runs of digits in the gap. What opens a line numbers a list.
std::vector<std::string> digits_in(const Gap& gap) {
  std::vector<std::string> groups;
  for (std::uint32_t i = gap.begin; i < gap.end; ++i) {
    if ((gap.text.tokens.flags[i] & (kNumber | kParagraphStart)) != kNumber) continue;
    const TextRange range = gap.text.tokens.ranges[i];
    add_digits(normalize(gap.text.body.substr(range.begin, range.end - range.begin)), groups);
  }
  return groups;
}

// "1.250", "1,250", "1 250" and "1250" are one figure; so are "4:40" and "4.40".
std::string joined(const std::vector<std::string>& groups) { return std::accumulate(groups.begin(), groups.end(), std::string()); }

// Dates and scores may change places, and so do the parts of a figure: Arabic desks write 42.3 as "3ر42". "22,000" is 22 thousand.
void settle(std::vector<std::string>& groups) {
  std::erase(groups, "000");
  std::ranges::sort(groups);
}

bool numbers_differ(const Gap& in_a, const Gap& in_b) {
  auto a = digits_in(in_a);
  if (a.empty()) return false;
  auto b = digits_in(in_b);
  if (b.empty() || joined(a) == joined(b)) return false;
  settle(a);
  settle(b);
  return a != b;
}

bool holds(const PreparedText& text, std::uint64_t word) { return std::ranges::find(text.tokens.hashes, word) != text.tokens.hashes.end(); }

// Words of the headline that stand in the text, but neither in the other text nor in its headline.
std::vector<std::uint64_t> own_subject(const PreparedText& text, const PreparedText& other) {
  std::vector<std::uint64_t> own;
  std::ranges::copy_if(text.headline, std::back_inserter(own), [&](std::uint64_t word) {
    return !std::ranges::binary_search(other.headline, word) && holds(text, word) && !holds(other, word);
  });
  return own;
}

bool holds_any(const Gap& gap, const std::vector<std::uint64_t>& words) {
  for (std::uint32_t i = gap.begin; i < gap.end; ++i) {
    if (std::ranges::binary_search(words, gap.text.tokens.hashes[i])) return true;
  }
  return false;
}

// Numbers that stand in both texts as they are.
std::uint32_t equal_numbers(std::span<const AlignedRun> runs, const PreparedText& a, const PreparedText& b) {
  std::uint32_t equal = 0;
  for (const AlignedRun& run : runs) {
    for (std::uint32_t i = 0; i < run.length; ++i) {
      const bool number = (a.tokens.flags[run.a_begin + i] & kNumber) != 0;
      if (number && a.spelling[run.a_begin + i] == b.spelling[run.b_begin + i]) ++equal;
    }
  }
  return equal;
}

}  // namespace

Conflicts count_conflicts(std::span<const AlignedRun> runs, const PreparedText& a, const PreparedText& b) {
  const auto subject_a = own_subject(a, b);
  const auto subject_b = own_subject(b, a);
  Conflicts conflicts;
  for (std::size_t i = 1; i < runs.size(); ++i) {
    if (!continues(runs[i - 1], runs[i])) continue;
    const Gap in_a{a, runs[i - 1].a_end(), runs[i].a_begin};
    const Gap in_b{b, runs[i - 1].b_end(), runs[i].b_begin};
    conflicts.numbers += numbers_differ(in_a, in_b) ? 1U : 0U;
    conflicts.subjects += holds_any(in_a, subject_a) && holds_any(in_b, subject_b) ? 1U : 0U;
  }
  // A scanner misreads some figures; a template has others nearly everywhere.
  if (a.is_spelled() && b.is_spelled() && conflicts.numbers <= equal_numbers(runs, a, b)) conflicts.numbers = 0;
  return conflicts;
}

}  // namespace wireprint
