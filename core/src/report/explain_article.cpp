#include <fmt/format.h>

#include <algorithm>

#include "report/columns.hpp"
#include "report/phrases.hpp"
#include "report/rounding.hpp"
#include "wireprint/report/explanation.hpp"

namespace wireprint {
namespace {

constexpr int kNameWidth = 11;  // of the fields' names, gap included

std::string field(std::string_view name, std::string_view value, int width) {
  if (value.empty()) return {};
  std::string text;
  for (const std::string& line : wrapped(one_line(value), width - kNameWidth - 2)) {
    text += "  " + padded(text.empty() ? name : "", kNameWidth) + line + "\n";
  }
  return text;
}

std::string published_phrase(const Article& article) {
  const std::string& source = article.published_as_read;
  const std::string read = source.empty() ? "" : fmt::format(", read from \"{}\"", source);
  if (!article.published.known()) return source.empty() ? "" : "undated" + read;
  return fmt::format("{} (to the {}{})", date_phrase(article.published), name_of(article.published.precision), read);
}

std::string words_phrase(const JudgedArticle& judged, const ArticleExplanation& explanation) {
  std::string phrase = fmt::format("{}, {} of them story", with_commas(judged.words), with_commas(explanation.story_words));
  if (explanation.story_words != judged.story_words) {
    phrase += fmt::format(" ({} before what recurs for weeks is taken off)", with_commas(judged.story_words));
  }
  return phrase;
}

std::string nearest_phrase(const ClusterRun& run, const Cluster& cluster, const Member& member) {
  if (!member.source || member.source == cluster.original) return {};
  return ", nearest to " + run.articles[*member.source].article.key.text;
}

std::string member_phrase(const ClusterRun& run, const Cluster& cluster, ArticleId id) {
  for (const Member& member : cluster.members) {
    if (member.article != id || id == cluster.original) continue;
    return fmt::format("{} of the original, {} % copied, {} % kept", name_of(member.role), percent(member.copied),
                       percent(member.kept)) +
           nearest_phrase(run, cluster, member);
  }
  return fmt::format("the original, by {}", name_of(cluster.original_by));
}

std::string cluster_phrase(const ClusterRun& run, ArticleId id) {
  const auto position = run.articles[id].cluster;
  if (!position) return "none: nobody shares its story";
  const Cluster& cluster = run.clusters[*position];
  return fmt::format("{} of {}; {}", run.articles[cluster.original].article.key.text,
                     counted(cluster.members.size(), "article", "articles"), member_phrase(run, cluster, id));
}

std::string place_phrase(const Location& where) {
  return where.line > 0 ? fmt::format("{}:{}", where.file, where.line) : where.file;
}

std::string fields_text(const ClusterRun& run, const ArticleExplanation& explanation, int width) {
  const JudgedArticle& judged = run.articles[explanation.article];
  const Article& article = judged.article;
  return field("outlet", article.outlet, width) + field("published", published_phrase(article), width) +
         field("url", article.url, width) + field("language", article.language, width) +
         field("byline", article.byline, width) + field("author", article.author, width) +
         field("copyright", article.copyright, width) + field("agency", judged.agency, width) +
         field("read from", place_phrase(article.where), width) +
         field("status", name_of(judged.status), width) + field("words", words_phrase(judged, explanation), width) +
         field("cluster", cluster_phrase(run, explanation.article), width);
}

// The middle of a long stretch is left out: its ends say what it is.
std::string both_ends(const std::string& text, int width) {
  if (display_width(text) <= width) return text;
  const int half = (width - 3) / 2;
  const std::vector<std::string> lines = wrapped(text, half);
  return lines.front() + " … " + lines.back();
}

std::string_view stretch_of(const Article& article, TextRange range) {
  const std::string_view body = article.body;
  return body.substr(std::min<std::size_t>(range.begin, body.size()), range.end - range.begin);
}

std::string furniture_text(const ClusterRun& run, const ArticleExplanation& explanation, int width) {
  if (explanation.furniture.empty()) return "\nAll of it is story: no furniture was found.\n";
  const Article& article = run.articles[explanation.article].article;
  Table rules;
  for (const FurnitureSpan& span : explanation.furniture) {
    rules.add({"  " + std::string(name_of(span.kind)), std::string(span.reason)});
  }
  const std::vector<std::string> rows = rules.lines();
  int widest = 0;
  for (const std::string& row : rows) widest = std::max(widest, display_width(row));

  std::string text = "\nNot story, by kind and rule:\n";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string stretch = one_line(stretch_of(article, explanation.furniture[i].range));
    text += padded(rows[i], widest + 2) + both_ends(stretch, width - widest - 2) + "\n";
  }
  return text;
}

std::vector<std::string> nearest_row(const ClusterRun& run, ArticleId id, const Match& match) {
  const bool later = match.b == id;
  const Article& other = run.articles[later ? match.a : match.b].article;
  return {"  " + one_line(other.key.text),
          shortened(outlet_of(other), 22),
          std::string(name_of(match.verdict)),
          fmt::format("{} % of this", percent(later ? match.copied : match.kept)),
          fmt::format("{} % of that", percent(later ? match.kept : match.copied)),
          match.reasons.empty() ? "" : std::string(name_of(match.reasons.front()))};
}

std::string nearest_text(const ClusterRun& run, const ArticleExplanation& explanation) {
  if (explanation.nearest.empty()) return "\nNo other article was near enough to be compared.\n";
  Table table;
  for (const Match& match : explanation.nearest) table.add(nearest_row(run, explanation.article, match));
  std::string text = "\nNearest, with the share of story words in both:\n";
  for (const std::string& line : table.lines()) text += line + "\n";
  return text;
}

}  // namespace

std::string explain_text(const ClusterRun& run, const ArticleExplanation& explanation, int width) {
  const Article& article = run.articles[explanation.article].article;
  const std::string title = fmt::format("{}: {}", one_line(article.key.text), title_of(article));
  return shortened(title, width) + "\n" + fields_text(run, explanation, width) + furniture_text(run, explanation, width) +
         nearest_text(run, explanation);
}

}  // namespace wireprint
