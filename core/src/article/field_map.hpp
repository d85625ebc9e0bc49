// FieldNames made ready for looking up: which name of an input fills which slot of an article.
//
// A slot is a Field, by its number, or after these a further part of a key. Immutable; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "wireprint/article/field_names.hpp"

namespace wireprint {

using Slot = std::size_t;

constexpr Slot slot_of(Field field) { return static_cast<Slot>(field); }

/// One way to fill a slot; of several the least rank counts.
struct Way {
  Slot slot = 0;
  std::size_t rank = 0;
};

class FieldMap {
 public:
  /// `names` have passed check().
  explicit FieldMap(const FieldNames& names);

  struct Pointer {
    std::string path;  ///< RFC 6901
    Way way;
  };

  /// What a name fills, in any case of ASCII letters; mostly nothing, and seldom more than one slot.
  [[nodiscard]] const std::vector<Way>& ways(std::string_view name) const;
  [[nodiscard]] const std::vector<Pointer>& pointers() const { return pointers_; }

  /// The slots that make the key: Id alone, or the parts that were asked for.
  [[nodiscard]] const std::vector<Slot>& key() const { return key_; }
  [[nodiscard]] std::size_t slots() const { return slots_; }

 private:
  void add(std::string_view name, Way way);
  [[nodiscard]] Slot slot_for_part(const std::string& part);

  std::unordered_map<std::string, std::vector<Way>> ways_;  // by the name in lower case
  std::vector<Pointer> pointers_;
  std::vector<Slot> key_;
  std::size_t slots_ = kFields.size();
};

}  // namespace wireprint
