#include "wireprint/evaluation/sampling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "wireprint/base/hash.hpp"
#include "wireprint/verify/coefficients.hpp"

namespace wireprint {
namespace {

constexpr std::size_t kTenths = 10;

const std::string& key_of(const ClusterRun& run, ArticleId id) { return run.articles[id].article.key.text; }

std::array<std::vector<std::size_t>, kTenths> by_tenth(const ClusterRun& run, std::uint64_t seed) {
  std::array<std::vector<std::pair<std::uint64_t, std::size_t>>, kTenths> ordered;
  for (std::size_t i = 0; i < run.matches.size(); ++i) {
    const Match& match = run.matches[i];
    const auto tenth = static_cast<std::size_t>(probability_of(match.log_odds.value_or(0)) * static_cast<double>(kTenths));
    const auto hash = hash_bytes(key_of(run, match.a) + '\t' + key_of(run, match.b), seed);
    ordered[std::min(tenth, kTenths - 1)].emplace_back(hash, i);
  }
  std::array<std::vector<std::size_t>, kTenths> tenths;
  for (std::size_t t = 0; t < kTenths; ++t) {
    std::ranges::sort(ordered[t]);
    for (const auto& [hash, i] : ordered[t]) tenths[t].push_back(i);
  }
  return tenths;
}

// Tabs and line breaks would end a cell.
void append_plain(std::string& cell, std::string_view text) {
  for (const char c : text) {
    if (c == '\n') cell += " ¶ ";
    else if (c == '\t' || c == '\r') cell += ' ';
    else cell += c;
  }
}

std::string plain(std::string_view text) {
  std::string cell;
  append_plain(cell, text);
  return cell;
}

std::string marked(const std::string& body, std::vector<TextRange> shared) {
  std::ranges::sort(shared, {}, &TextRange::begin);
  std::string cell;
  std::size_t at = 0;
  for (const auto& range : shared) {
    if (range.begin < at) continue;  // passages may cross; the first is shown
    append_plain(cell, std::string_view(body).substr(at, range.begin - at));
    cell += "⟦";
    append_plain(cell, std::string_view(body).substr(range.begin, range.end - range.begin));
    cell += "⟧";
    at = range.end;
  }
  append_plain(cell, std::string_view(body).substr(at));
  return cell;
}

std::string facts_of(const Article& article) {
  return fmt::format("{}\t{}\t{}", plain(article.outlet), article.published.iso8601(), plain(article.headline));
}

}  // namespace

std::vector<Drawn> draw_evenly(const ClusterRun& run, std::size_t count, std::uint64_t seed) {
  const auto tenths = by_tenth(run, seed);
  std::array<std::size_t, kTenths> taken{};
  std::size_t left = std::min(count, run.matches.size());
  while (left > 0) {
    for (std::size_t t = 0; t < kTenths && left > 0; ++t) {
      if (taken[t] < tenths[t].size()) ++taken[t], --left;
    }
  }
  std::vector<Drawn> drawn;
  for (std::size_t t = 0; t < kTenths; ++t) {
    for (std::size_t i = 0; i < taken[t]; ++i) drawn.push_back({tenths[t][i], static_cast<double>(tenths[t].size()) / static_cast<double>(taken[t])});
  }
  std::ranges::sort(drawn, {}, &Drawn::match);
  return drawn;
}

std::string sample_heading() {
  return "corpus\tid_a\tid_b\tlabel\tnote\tweight\tprobability\tverdict\tcopied\tkept\toutlet_a\tpublished_a\theadline_a\toutlet_b\tpublished_b\theadline_b\t"
         "text_a\ttext_b\n";
}

std::string sample_row(const ClusterRun& run, const std::string& corpus, const Drawn& drawn) {
  const Match& match = run.matches[drawn.match];
  const Article& a = run.articles[match.a].article;
  const Article& b = run.articles[match.b].article;
  std::vector<TextRange> in_a;
  std::vector<TextRange> in_b;
  for (const auto& passage : match.passages) in_a.push_back(passage.a), in_b.push_back(passage.b);
  return fmt::format("{}\t{}\t{}\t\t\t{:.6g}\t{:.4f}\t{}\t{:.4f}\t{:.4f}\t{}\t{}\t{}\t{}\n", corpus, a.key.text, b.key.text, drawn.weight,
                     probability_of(match.log_odds.value_or(0)), name_of(match.verdict), match.copied.value(), match.kept.value(), facts_of(a), facts_of(b),
                     marked(a.body, in_a), marked(b.body, in_b));
}

}  // namespace wireprint
