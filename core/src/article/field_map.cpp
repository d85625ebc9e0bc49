#include "article/field_map.hpp"

#include <algorithm>

#include "article/ascii.hpp"

namespace wireprint {
namespace {

std::string lower(std::string_view name) {
  std::string made(name);
  std::transform(made.begin(), made.end(), made.begin(), to_lower);
  return made;
}

}  // namespace

FieldMap::FieldMap(const FieldNames& names) {
  for (const Field field : kFields) {
    if (const std::string& own = names.of(field); !own.empty()) {
      add(own, {slot_of(field), 0});
      continue;
    }
    std::size_t rank = 0;
    for (const std::string_view name : default_names(field)) add(name, {slot_of(field), rank++});
  }
  for (const std::string& part : names.key) key_.push_back(slot_for_part(part));
  if (key_.empty()) key_.push_back(slot_of(Field::Id));
}

const std::vector<Way>& FieldMap::ways(std::string_view name) const {
  static const std::vector<Way> kNone;
  const auto found = ways_.find(lower(name));
  return found == ways_.end() ? kNone : found->second;
}

void FieldMap::add(std::string_view name, Way way) {
  if (name.starts_with('/')) {
    pointers_.push_back({std::string(name), way});
  } else {
    ways_[lower(name)].push_back(way);
  }
}

Slot FieldMap::slot_for_part(const std::string& part) {
  if (const auto field = field_named(part)) return slot_of(*field);
  const Slot slot = slots_++;
  add(part, {slot, 0});
  return slot;
}

}  // namespace wireprint
