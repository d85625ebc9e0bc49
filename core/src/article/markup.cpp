#include "article/markup.hpp"

#include "article/ascii.hpp"
#include "article/entities.hpp"
#include "article/html_text.hpp"
#include "article/stripped_text.hpp"

namespace wireprint {
namespace {

bool begins(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && is_word(text.substr(0, lower.size()), lower);
}

/// A tag's name ends here: a RIC such as <BR.N> is none.
bool ends_name(std::string_view text) { return text.empty() || text.front() == '>' || text.front() == '/' || text.find_first_of(" \t\r\n") == 0; }

bool is_closing_tag(std::string_view tag) {
  if (tag.size() < 4 || tag[1] != '/' || !is_letter(tag[2])) return false;
  const auto end = tag.find_first_of("<>", 2);
  return end != std::string_view::npos && tag[end] == '>';
}

bool opens_markup(std::string_view tag) {
  if (begins(tag, "<p>") || is_closing_tag(tag)) return true;
  if (begins(tag, "<br")) return ends_name(tag.substr(3));
  if (begins(tag, "<div")) return ends_name(tag.substr(4));
  return begins(tag, "<a href");
}

void decode_entities(Article& article) {
  StrippedText text(article.body);
  for (std::size_t at = article.body.find('&'); at != std::string::npos; at = article.body.find('&', at + 1)) {
    const auto entity = entity_at(std::string_view(article.body).substr(at));
    if (!entity) continue;
    text.copy_up_to(at);
    text.replace(entity->length, entity->text);
    at += entity->length - 1;
  }
  if (!text.changed()) return;
  text.copy_up_to(article.body.size());
  text.give_to(article);
}

}  // namespace

bool holds_markup(std::string_view body) {
  for (std::size_t at = body.find('<'); at != std::string_view::npos; at = body.find('<', at + 1)) {
    if (opens_markup(body.substr(at))) return true;
  }
  return false;
}

Result<void> strip_markup(Article& article) {
  if (!holds_markup(article.body)) {
    decode_entities(article);
    return {};
  }
  if (nests_too_deep(article.body)) {
    Location where = article.where;
    where.field = "body";
    return fail({ErrorCode::BadInput, "the mark-up is nested deeper than 1,000 levels", std::move(where)});
  }
  StrippedText text(article.body);
  append_html_text(article.body, text);
  text.give_to(article);
  return {};
}

}  // namespace wireprint
