#include "article/record_fields.hpp"

#include <fmt/format.h>

#include <array>

#include "article/markup.hpp"
#include "wireprint/base/hash.hpp"

namespace wireprint {
namespace {

using Kind = FieldValue::Kind;

constexpr char kBetweenParts = '|';
constexpr char kEscape = '\\';

bool is_date(Slot slot) { return slot == slot_of(Field::Published) || slot == slot_of(Field::Updated); }

/// Ids and names of outlets come as numbers too: `source_id` is one in many exports.
bool takes_integers(Slot slot) {
  return is_date(slot) || slot == slot_of(Field::Id) || slot == slot_of(Field::Outlet) || slot >= kFields.size();
}

bool takes_lists(Slot slot) { return slot == slot_of(Field::Byline) || slot == slot_of(Field::Author); }

bool fits(Kind kind, Slot slot) {
  switch (kind) {
    case Kind::Text: return true;
    case Kind::Integer: return takes_integers(slot);
    case Kind::Number: return is_date(slot);
    case Kind::List: return takes_lists(slot);
    case Kind::Other: return false;
  }
  return false;
}

std::string_view expected_in(Slot slot) {
  return takes_integers(slot) && !is_date(slot) ? "a string or an integer" : "a string";
}

/// No two lists of parts are written alike.
void append_part(std::string& key, std::string_view part) {
  for (const char c : part) {
    if (c == kBetweenParts || c == kEscape) key += kEscape;
    key += c;
  }
}

}  // namespace

RecordFields::Worth RecordFields::worth_of(const FieldValue& value, Slot slot) {
  if (!fits(value.kind, slot)) return Worth::WrongType;
  return value.written().empty() ? Worth::Empty : Worth::Full;
}

void RecordFields::offer(std::string_view name, const FieldValue& value) {
  for (const Way way : map_.ways(name)) offer(name, value, way);
}

void RecordFields::offer(std::string_view name, const FieldValue& value, Way way) {
  Candidate& best = best_[way.slot];
  const Worth worth = worth_of(value, way.slot);
  if (worth > best.worth || (worth == best.worth && way.rank < best.rank)) best = {name, value, way.rank, worth};
}

std::optional<Error> RecordFields::wrong_type(const Location& where) const {
  for (Slot slot = 0; slot < best_.size(); ++slot) {
    const Candidate& found = best_[slot];
    if (found.worth != Worth::WrongType) continue;
    Location at = where;
    at.field = found.name;
    return Error{ErrorCode::BadInput, fmt::format("expected {}, found {}", expected_in(slot), found.value.type), std::move(at)};
  }
  return std::nullopt;
}

std::optional<Key> RecordFields::key() const {
  std::string text;
  for (const Slot slot : map_.key()) {
    if (best_[slot].worth != Worth::Full) return std::nullopt;
    const FieldValue& value = best_[slot].value;
    if (map_.key().size() == 1) return Key{std::string(value.written()), value.kind == Kind::Integer};
    if (slot != map_.key().front() || !text.empty()) text += kBetweenParts;
    append_part(text, value.written());
  }
  return Key{std::move(text), false};
}

Result<Article> RecordFields::build(Location where, const std::optional<HomeZone>& zone) const {
  if (auto fault = wrong_type(where)) return fail(std::move(*fault));
  Article article;
  article.outlet = text_of(Field::Outlet);
  article.headline = text_of(Field::Headline);
  article.body = text_of(Field::Body);
  article.url = text_of(Field::Url);
  article.language = text_of(Field::Language);
  article.byline = text_of(Field::Byline);
  article.author = text_of(Field::Author);
  article.copyright = text_of(Field::Copyright);
  article.published_as_read = text_of(Field::Published);
  article.published = parse_timestamp(article.published_as_read, zone).value_or(Timestamp{});
  article.updated = parse_timestamp(best_[slot_of(Field::Updated)].value.written(), zone).value_or(Timestamp{});
  auto given = key();
  article.key = given ? std::move(*given) : missing_key(article);
  article.where = std::move(where);
  if (auto stripped = strip_markup(article); !stripped) return fail(std::move(stripped.error()));
  return article;
}

void RecordFields::note_taken(FieldSurvey& survey) const {
  for (const Field field : kFields) {
    const Candidate& best = best_[slot_of(field)];
    if (best.worth == Worth::Full) ++survey.taken[slot_of(field)][std::string(best.name)];
  }
}

Key missing_key(const Article& article) {
  std::array<std::uint64_t, 8> words{};
  std::size_t at = 0;
  // The hash of hashes keeps the fields apart: moving a word from one to the next gives another key.
  for (const auto& field : {std::string_view(article.outlet), std::string_view(article.published_as_read),
                            std::string_view(article.headline), std::string_view(article.body)}) {
    const Hash128 hash = hash_bytes_128(field);
    words[at++] = hash.high;
    words[at++] = hash.low;
  }
  return {fmt::format("~{}", hash_words_128(words).hex()), false};
}

}  // namespace wireprint
