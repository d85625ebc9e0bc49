#include "engine/reading.hpp"

#include <vector>

#include "engine/recipe_tokens.hpp"
#include "wireprint/text/furniture.hpp"
#include "wireprint/text/letters.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace wireprint {
namespace {

constexpr std::int64_t kDaySeconds = 86'400;

Status status_of(const JudgedArticle& judged, const Recipe& recipe) {
  if (judged.words == 0) return Status::Empty;
  if (judged.story_words == 0) return Status::NoContent;
  return judged.words < static_cast<std::uint32_t>(recipe.shingle_words) ? Status::Short : Status::Ok;
}

std::optional<std::int64_t> instant(const Timestamp& time) { return time.known() ? std::optional(time.seconds) : std::nullopt; }

}  // namespace

ReadArticle read_article(Article article, const Recipe& recipe) {
  ReadArticle read;
  read.judged.article = std::move(article);
  const std::string& body = read.judged.article.body;
  std::vector<std::uint64_t> words;
  hash_tokens(body, words);
  read.print = Sketcher(recipe).sketch(is_by_letters(recipe) ? hash_letters(spell(body)) : words);

  const Furniture furniture = find_furniture(read.judged.article);
  read.furniture = furniture_tokens(body, furniture, words);
  std::uint32_t taken_off = 0;
  for (const auto& span : read.furniture) taken_off += span.end - span.begin;
  read.judged.words = read.print.words;
  read.judged.story_words = read.print.words - taken_off;
  read.judged.agency = furniture.agency;
  read.agency_own = furniture.agency_own;
  read.judged.status = status_of(read.judged, recipe);
  return read;
}

Fingerprint fingerprint_of(const Article& article, const Recipe& recipe) {
  std::vector<std::uint64_t> tokens;
  hash_tokens_by(recipe, article.body, tokens);
  return Sketcher(recipe).sketch(tokens);
}

VersionDates version_dates(const Timestamp& updated, const Timestamp& published) { return {instant(updated), instant(published)}; }

bool is_midnight(const Timestamp& published) { return (published.seconds + 60 * published.offset_minutes.value_or(0)) % kDaySeconds == 0; }

}  // namespace wireprint
