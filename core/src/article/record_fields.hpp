// From the named values of one record, of whatever format, to an Article.
//
// Used by one thread at a time; what is offered has to live until build().
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/field_map.hpp"
#include "wireprint/article/article.hpp"
#include "wireprint/article/field_survey.hpp"
#include "wireprint/article/home_zone.hpp"
#include "wireprint/base/result.hpp"

namespace wireprint {

/// A value that is not null.
struct FieldValue {
  enum class Kind { Text, Integer, Number, List, Other } kind = Kind::Text;
  std::string_view text = {};   ///< of a Text
  std::string made = {};        ///< of numbers their digits, of a List its strings with commas between
  std::string_view type = {};   ///< what it is, for messages: "an object"

  [[nodiscard]] std::string_view written() const { return kind == Kind::Text ? text : std::string_view(made); }
};

class RecordFields {
 public:
  explicit RecordFields(const FieldMap& map) : map_(map), best_(map.slots()) {}

  /// A value under the name that the input gives it. It fills what the map says, unless a better one has: one of the
  /// right type that is not empty is better than another, then the one of less rank, then the earlier.
  void offer(std::string_view name, const FieldValue& value);
  void offer(std::string_view name, const FieldValue& value, Way way);

  /// Errors: BadInput, naming the field, where the best value for a slot is of the wrong type, or for mark-up that
  /// strip_markup() refuses.
  [[nodiscard]] Result<Article> build(Location where, const std::optional<HomeZone>& zone) const;

  /// Counts the names that filled a field.
  void note_taken(FieldSurvey& survey) const;

 private:
  enum class Worth { Nothing, WrongType, Empty, Full };
  struct Candidate {
    std::string_view name = {};
    FieldValue value = {};
    std::size_t rank = 0;
    Worth worth = Worth::Nothing;
  };
  [[nodiscard]] static Worth worth_of(const FieldValue& value, Slot slot);
  [[nodiscard]] std::string text_of(Field field) const { return std::string(best_[slot_of(field)].value.written()); }
  [[nodiscard]] std::optional<Error> wrong_type(const Location& where) const;
  [[nodiscard]] std::optional<Key> key() const;

  const FieldMap& map_;
  std::vector<Candidate> best_;
};

/// The key of an article that came without one: "~" and 32 hexadecimal digits, a hash of outlet, published_as_read,
/// headline and body, the body as its field had it.
[[nodiscard]] Key missing_key(const Article& article);

}  // namespace wireprint
