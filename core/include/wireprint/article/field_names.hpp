// Under which names an input keeps the fields of an article.
//
// Plain values and pure functions; callable from any thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "wireprint/base/result.hpp"

namespace wireprint {

/// What an article is made of.
enum class Field : std::uint8_t { Id, Outlet, Published, Headline, Body, Url, Language, Byline, Author, Copyright, Updated };

inline constexpr std::array kFields{Field::Id,  Field::Outlet,   Field::Published, Field::Headline, Field::Body,   Field::Url,
                                    Field::Language, Field::Byline, Field::Author, Field::Copyright, Field::Updated};

/// "id", "outlet", "published", "headline", "body", "url", "language", "byline", "author", "copyright" or "updated".
[[nodiscard]] std::string_view name_of(Field field);

/// The field that has this name, whatever its case.
[[nodiscard]] std::optional<Field> field_named(std::string_view name);

/// The names by which a field is known where nobody says otherwise: those of news tools' exports, the first that has a
/// value counts. One that begins with '/' is a JSON pointer.
[[nodiscard]] std::span<const std::string_view> default_names(Field field);

/// What a person says about the names of an input.
struct FieldNames {
  /// By field: the one name that takes the place of its default names; empty leaves them. Case does not matter. One that
  /// begins with '/' is a JSON pointer (RFC 6901) into each record, in which case does matter.
  std::array<std::string, kFields.size()> own = {};

  /// The fields that together make the key, in place of Id alone; may be empty. Each is the name of a Field, which it
  /// then means however the input calls it, or else a name or a pointer as above.
  std::vector<std::string> key = {};

  [[nodiscard]] std::string& of(Field field) { return own[static_cast<std::size_t>(field)]; }
  [[nodiscard]] const std::string& of(Field field) const { return own[static_cast<std::size_t>(field)]; }
};

/// Errors: InvalidArgument for a malformed pointer or an empty part of the key.
[[nodiscard]] Result<void> check(const FieldNames& names);

}  // namespace wireprint
