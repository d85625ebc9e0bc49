// What format an input has, told from its first bytes.
//
// Pure; callable from any thread.
#pragma once

#include <optional>
#include <string_view>

#include "article/field_map.hpp"
#include "wireprint/article/reader_options.hpp"

namespace wireprint {

struct Content {
  enum class Kind { Known, Binary } kind = Kind::Known;  ///< Binary: neither UTF-8 nor anything else that is read
  InputFormat format = InputFormat::Jsonl;
  char delimiter = ',';  ///< of Csv and Tsv
};

/// `head` is the beginning of the input, `whole` whether it is all of it or as much as one is willing to look at;
/// `nullopt` when more is needed to tell. The name counts only where content does not tell: .csv, .tsv, .txt, .json,
/// .jsonl, .ndjson, before .gz or .zst.
[[nodiscard]] std::optional<Content> tell_content(std::string_view head, bool whole, std::string_view name, const FieldMap& map);

/// The delimiter of a CSV file that begins with `head`: the one of comma and semicolon that its header has more of.
[[nodiscard]] char delimiter_of(std::string_view head);

}  // namespace wireprint
