// What a line of an article says, worked out once for JSON and CSV alike.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "report/lag.hpp"
#include "wireprint/report/run.hpp"

namespace wireprint {

/// An article and its place among the stories. A story that nobody copied is a story with one member, its original.
struct ArticleRecord {
  const JudgedArticle* judged = nullptr;
  const JudgedArticle* original = nullptr;  ///< null where the article carries no story
  const JudgedArticle* source = nullptr;    ///< null for an original
  std::string_view cluster = {};  ///< its id; empty where the article carries no story
  std::uint64_t cluster_size = 0;
  std::optional<Role> role = {};
  std::optional<Share> copied = {};
  std::optional<Share> kept = {};
  bool selected = false;
};

/// `member` is the article's place in its cluster, null when it is in none; `selected` is whether deduplication keeps it.
[[nodiscard]] ArticleRecord article_record(const ClusterRun& run, ArticleId id, const Member* member, bool selected);

/// Writes the fields of wireprint.article/1 in their order to a JsonLine, a CsvRow or a CsvHeader.
template <class Fields>
void write_article(const ArticleRecord& record, Fields& to) {
  const Article& article = record.judged->article;
  const auto story = record.original != nullptr;
  to.text("schema", "wireprint.article/1");
  to.key("key", &article.key);
  to.text("outlet", article.outlet);
  to.text("published", article.published.iso8601());
  to.text("published_precision", name_of(article.published.precision));
  to.text("url", article.url);
  to.text("language", article.language);
  to.count("words", record.judged->words);
  to.text("status", name_of(record.judged->status));
  to.text("agency", record.judged->agency);
  to.text("cluster", record.cluster);
  to.number("cluster_size", story ? std::optional<std::int64_t>(record.cluster_size) : std::nullopt);
  to.key("original", story ? &record.original->article.key : nullptr);
  to.key("source", record.source != nullptr ? &record.source->article.key : nullptr);
  to.text("role", record.role ? name_of(*record.role) : std::string_view());
  to.share("copied", record.copied);
  to.share("kept", record.kept);
  to.number("lag_seconds", story ? lag_seconds(record.original->article.published, article.published) : std::nullopt);
  to.number("lag_days", story ? lag_days(record.original->article.published, article.published) : std::nullopt);
  to.flag("selected", record.selected);
}

}  // namespace wireprint
