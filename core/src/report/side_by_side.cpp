#include "report/side_by_side.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "report/columns.hpp"
#include "report/phrases.hpp"

namespace wireprint {
namespace {

constexpr std::string_view kBetween = " │ ";
constexpr std::size_t kHeadLines = 5;  // of a long passage, so much is shown of its beginning
constexpr std::size_t kTailLines = 3;  // and of its end
constexpr int kNarrowest = 20;         // columns a side

std::string_view text_at(const Article& article, TextRange range) {
  const std::string_view body = article.body;
  const std::size_t begin = std::min<std::size_t>(range.begin, body.size());
  return body.substr(begin, std::max(range.begin, range.end) - range.begin);
}

std::vector<std::string> column_of(std::string_view text, std::uint32_t words, int width) {
  std::vector<std::string> lines = wrapped(one_line(text), width);
  if (lines.size() <= kHeadLines + kTailLines + 1) return lines;
  const auto head = lines.begin() + kHeadLines;
  const auto tail = lines.end() - kTailLines;
  *head = fmt::format("[… {} in all …]", counted(words, "word", "words"));
  lines.erase(head + 1, tail);
  return lines;
}

std::string joined(const std::vector<std::string>& left, const std::vector<std::string>& right, int width) {
  std::string text;
  for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
    text += padded(i < left.size() ? left[i] : "", width);
    text += kBetween;
    text += (i < right.size() ? right[i] : "") + "\n";
  }
  return text;
}

}  // namespace

std::string passages_text(const ClusterRun& run, const Match& match, int width) {
  const Article& a = run.articles[match.a].article;
  const Article& b = run.articles[match.b].article;
  const int side = std::max(kNarrowest, (width - display_width(kBetween)) / 2);
  std::string text;
  std::size_t number = 0;
  for (const Passage& passage : match.passages) {
    text += fmt::format("\nPassage {} of {}: {}{}\n", ++number, match.passages.size(),
                        counted(passage.words, "word", "words"), passage.quoted ? ", quoted" : "");
    text += joined({shortened(one_line(a.key.text), side)}, {shortened(one_line(b.key.text), side)}, side);
    text += joined(column_of(text_at(a, passage.a), passage.words, side),
                   column_of(text_at(b, passage.b), passage.words, side), side);
  }
  return text;
}

}  // namespace wireprint
