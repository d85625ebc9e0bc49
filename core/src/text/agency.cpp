#include "text/agency.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "text/paragraphs.hpp"

namespace wireprint {
namespace {

// Rows by the first byte of the name, the longest name first: "dpa-AFX" is tried before "dpa".
using Buckets = std::array<std::vector<const AgencyName*>, 256>;

const Buckets& buckets() {
  static const Buckets filled = [] {
    Buckets rows;
    for (const auto& row : agency_names()) rows[static_cast<unsigned char>(row.name.front())].push_back(&row);
    for (auto& bucket : rows) {
      std::ranges::stable_sort(bucket, [](const auto* a, const auto* b) { return a->name.size() > b->name.size(); });
    }
    return rows;
  }();
  return filled;
}

constexpr bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// First character of `text`, roughly decoded: enough to tell the blocks apart.
char32_t first_character(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead < 0x80) return lead;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  char32_t character = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < std::min(length, text.size()); ++i) {
    character = (character << 6) | (static_cast<unsigned char>(text[i]) & 0x3FU);
  }
  return character;
}

char32_t last_character(std::string_view text) {
  std::size_t start = text.size() - 1;
  while (start > 0 && continues(text[start])) --start;
  return first_character(text.substr(start));
}

constexpr bool is_han(char32_t c) { return c >= 0x3400 && c <= 0x9FFF; }

// Blocks instead of properties: between U+00C0 and U+1FFF nearly all is letters, above come punctuation and Han. The
// Arabic tatweel and comma stand for a dash and a comma.
constexpr bool joins_words(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
  return c >= 0xC0 && c < 0x2000 && c != 0x0640 && c != 0x060C && c != 0x061F;
}

// Han is written without spaces, so a Han name ends where it ends; any other has to be a whole word.
bool stands_alone(std::string_view text, std::size_t at, std::string_view name) {
  if (is_han(first_character(name))) return true;
  const auto before = text.substr(0, at);
  const auto after = text.substr(at + name.size());
  if (!before.empty() && joins_words(last_character(before)) && joins_words(first_character(name))) return false;
  return after.empty() || !joins_words(first_character(after)) || !joins_words(last_character(name));
}

const AgencyName* name_at(std::string_view text, std::size_t at, Proof least) {
  for (const auto* row : buckets()[static_cast<unsigned char>(text[at])]) {
    if (row->proof == Proof::Code && least == Proof::Name) continue;
    if (text.substr(at).starts_with(row->name) && stands_alone(text, at, row->name)) return row;
  }
  return nullptr;
}

// Length of the mark at the start of `rest` that parts a field; 0 where there is none.
std::size_t mark_length(std::string_view rest) {
  for (const std::string_view mark : {"-", "/", ",", ":", ";", "|", "(", ")", "[", "]", "–", "—", "ـ", "،"}) {
    if (rest.starts_with(mark)) return mark.size();
  }
  return 0;
}

std::string_view agency_of_code(std::string_view part) {
  const auto names = agency_names();
  const auto row = std::ranges::find_if(
      names, [&](const AgencyName& name) { return name.proof == Proof::Code && name.name == part; });
  return row == names.end() ? std::string_view{} : row->agency;
}

std::string_view code_as_part(std::string_view field) {
  std::size_t part = 0;
  for (std::size_t at = 0; at < field.size(); ++at) {
    const std::size_t mark = mark_length(field.substr(at));
    if (mark == 0) continue;
    if (const auto agency = agency_of_code(trimmed(field.substr(part, at - part))); !agency.empty()) return agency;
    part = at + mark;
  }
  return agency_of_code(trimmed(field.substr(part)));
}

}  // namespace

std::string_view agency_in(std::string_view credit, Proof least) {
  for (std::size_t at = 0; at < credit.size(); ++at) {
    if (continues(credit[at])) continue;
    if (const auto* row = name_at(credit, at, least)) return row->agency;
  }
  return least == Proof::Name ? code_as_part(credit) : std::string_view{};
}

}  // namespace wireprint
