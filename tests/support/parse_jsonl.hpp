// One record of JSON, understood as the reader does.
#pragma once

#include <string>

#include "article/record_parser.hpp"

namespace wireprint::test {

inline Result<ParsedRecord> parse_jsonl(std::string line, Location where = {}, const FieldNames& names = {},
                                        const std::optional<HomeZone>& zone = {}) {
  const FieldMap map(names);
  return parse_json(std::move(line), std::move(where), {map, zone}, /*survey=*/true);
}

}  // namespace wireprint::test
