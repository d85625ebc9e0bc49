#include "wireprint/article/field_names.hpp"

#include <algorithm>

#include "article/ascii.hpp"

namespace wireprint {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, 5> kId{"id", "key", "guid", "article_id", "stories_id"};
constexpr std::array<std::string_view, 8> kOutlet{"outlet",     "/source/name",  "source",   "domain",
                                                  "publisher", "media_name", "source_domain", "source_id"};
constexpr std::array<std::string_view, 9> kPublished{"published",    "date",    "pub_date",  "publish_date", "date_publish",
                                                     "published_at", "pubdate", "timestamp", "created"};
constexpr std::array<std::string_view, 2> kHeadline{"headline", "title"};
constexpr std::array<std::string_view, 5> kBody{"body", "text", "content", "maintext", "article"};
constexpr std::array<std::string_view, 2> kUrl{"url", "link"};
constexpr std::array<std::string_view, 2> kLanguage{"language", "lang"};
constexpr std::array<std::string_view, 1> kByline{"byline"};
constexpr std::array<std::string_view, 1> kAuthor{"author"};
constexpr std::array<std::string_view, 1> kCopyright{"copyright"};
constexpr std::array<std::string_view, 1> kUpdated{"updated"};

constexpr std::array<Names, kFields.size()> kDefaults{kId,       kOutlet, kPublished, kHeadline,  kBody,   kUrl,
                                                      kLanguage, kByline, kAuthor,    kCopyright, kUpdated};

// In a pointer a tilde is written ~0 and a slash ~1.
bool is_pointer(std::string_view text) {
  for (std::size_t at = text.find('~'); at != std::string_view::npos; at = text.find('~', at + 1)) {
    if (at + 1 == text.size() || (text[at + 1] != '0' && text[at + 1] != '1')) return false;
  }
  return true;
}

bool is_wrong(std::string_view name) { return name.starts_with('/') && !is_pointer(name); }

}  // namespace

std::string_view name_of(Field field) { return default_names(field).front(); }

std::optional<Field> field_named(std::string_view name) {
  for (const Field field : kFields) {
    if (is_word(name, name_of(field))) return field;
  }
  return std::nullopt;
}

Names default_names(Field field) { return kDefaults[static_cast<std::size_t>(field)]; }

Result<void> check(const FieldNames& names) {
  constexpr std::string_view kExpected = "the name of a field, or a JSON pointer such as /text/content";
  for (const std::string& name : names.own) {
    if (is_wrong(name)) return fail(invalid("the name of a field", name, kExpected));
  }
  for (const std::string& part : names.key) {
    if (part.empty() || is_wrong(part)) return fail(invalid("a part of the key", part, kExpected));
  }
  return {};
}

}  // namespace wireprint
