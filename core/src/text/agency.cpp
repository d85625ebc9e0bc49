#include "text/agency.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "text/paragraphs.hpp"

namespace wireprint {
namespace {

using Names = std::unordered_map<std::string_view, std::string_view>;

Names names_of(Proof proof) {
  Names names;
  for (const auto& row : agency_names()) {
    if (row.proof == proof) names.emplace(row.name, row.agency);
  }
  return names;
}

// Longest first, since RE2 takes the first branch that fits: "dpa-AFX" before "dpa".
std::string alternation(std::vector<std::string_view> names) {
  std::ranges::sort(names, [](auto a, auto b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
  std::string pattern;
  for (const auto name : names) {
    if (!pattern.empty()) pattern += '|';
    pattern += re2::RE2::QuoteMeta(re2::StringPiece(name.data(), name.size()));
  }
  return pattern;
}

std::string all_names(bool with_codes) {
  std::vector<std::string_view> names;
  for (const auto& row : agency_names()) {
    if (with_codes || row.proof == Proof::Name) names.push_back(row.name);
  }
  return alternation(std::move(names));
}

// Han is written without spaces, so a Han name ends where it ends; any other has to be a whole word.
std::string bounded(const std::string& names) {
  return R"re((?:^|[^\pL\pN.]|\p{Han}))re"
         "(" + names + ")" R"re((?:$|[^\pL\pN]|\p{Han}))re";
}

std::string_view as_view(re2::StringPiece piece) { return {piece.data(), piece.size()}; }

std::string_view first_of(std::string_view credit, const re2::RE2& finder) {
  re2::StringPiece found;
  const re2::StringPiece text(credit.data(), credit.size());
  return re2::RE2::PartialMatch(text, finder, &found) ? as_view(found) : std::string_view{};
}

std::string_view look_up(const Names& names, std::string_view name) {
  const auto row = names.find(name);
  return row == names.end() ? std::string_view{} : row->second;
}

std::string_view code_as_part(std::string_view field) {
  static const Names codes = names_of(Proof::Code);
  static const re2::RE2 separator(R"re([-–—/,،:;|()\[\]ـ]+)re");
  re2::StringPiece rest(field.data(), field.size());
  while (!rest.empty()) {
    const re2::StringPiece before = rest;
    const bool more = re2::RE2::FindAndConsume(&rest, separator);
    const auto gap = more ? before.size() - rest.size() : before.size();
    auto part = as_view(before).substr(0, gap);
    part = trimmed(part.substr(0, part.find_last_not_of("-/,:;|()[]") + 1));
    if (const auto agency = look_up(codes, part); !agency.empty()) return agency;
    if (!more) break;
  }
  return {};
}

}  // namespace

const std::string& agency_pattern() {
  static const std::string pattern = all_names(true);
  return pattern;
}

std::string_view agency_in(std::string_view credit, Proof least) {
  static const Names names = names_of(Proof::Name);
  static const Names codes = names_of(Proof::Code);
  static const re2::RE2 name_finder(bounded(all_names(false)));
  static const re2::RE2 any_finder(bounded(all_names(true)));
  if (credit.empty()) return {};
  const auto found = first_of(credit, least == Proof::Code ? any_finder : name_finder);
  if (const auto agency = look_up(names, found); !agency.empty()) return agency;
  return least == Proof::Code ? look_up(codes, found) : code_as_part(credit);
}

}  // namespace wireprint
