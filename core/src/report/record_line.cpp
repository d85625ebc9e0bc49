#include "report/json_line.hpp"
#include "wireprint/report/archived_lines.hpp"

namespace wireprint {

std::string record_line(const Article& article, std::uint32_t version, bool has_text) {
  JsonLine line;
  line.text("schema", "wireprint.record/1");
  line.key("id", &article.key);
  line.count("version", version);
  line.text("outlet", article.outlet);
  line.text("published", article.published.iso8601());
  line.text("updated", article.updated.iso8601());
  line.text("url", article.url);
  line.text("language", article.language);
  line.text("headline", article.headline);
  line.text("byline", article.byline);
  line.text("author", article.author);
  line.text("copyright", article.copyright);
  has_text ? line.string_of("body", article.body) : line.null("body");
  return line.finish();
}

}  // namespace wireprint
