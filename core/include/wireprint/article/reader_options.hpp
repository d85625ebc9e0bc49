// What a person may say about an input.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "wireprint/article/field_names.hpp"
#include "wireprint/article/home_zone.hpp"

namespace wireprint {

enum class InputFormat : std::uint8_t {
  Jsonl,  ///< a JSON object a line
  Json,   ///< objects in an array, or one after the other, over any number of lines
  Csv,    ///< rows under a header, cells between commas or semicolons
  Tsv,    ///< the same between tabs
  Text    ///< a file is the body of one article
};

/// "jsonl", "json", "csv", "tsv" or "text".
[[nodiscard]] std::string_view name_of(InputFormat format);

constexpr std::size_t kDefaultMaxRecord = std::size_t{64} << 20U;  ///< bytes
constexpr std::uint64_t kSurveyed = 1000;                          ///< records

struct ReaderOptions {
  std::size_t max_record = kDefaultMaxRecord;  ///< bytes, less than 4 GiB; a longer record is an error of its own, and skipped
  std::optional<InputFormat> format = {};      ///< else each file's content tells
  FieldNames fields = {};                      ///< have passed check()
  std::optional<HomeZone> zone = {};           ///< of times that name none; else they are taken as UTC
  bool blank_lines = false;                    ///< of JSON Lines a blank line is a record that cannot be read; else it is none
  std::uint64_t surveyed = kSurveyed;          ///< of so many records, the first, the names of fields are counted
};

}  // namespace wireprint
