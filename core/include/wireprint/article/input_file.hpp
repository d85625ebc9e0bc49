// A file that was read, and where each record stands in it: what is needed to write the same file again.
//
// Plain values; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "wireprint/article/byte_source.hpp"
#include "wireprint/article/reader_options.hpp"
#include "wireprint/base/hash.hpp"

namespace wireprint {

/// The bytes of a record, from its first to behind its line break, counted in the file as decompressed. Of rows that end
/// without a line feed nobody knows their places: then it is empty.
struct RecordPlace {
  std::uint32_t file = 0;  ///< position in ArticleReader::files()
  std::uint64_t begin = 0;
  std::uint64_t end = 0;

  [[nodiscard]] bool known() const { return end > begin; }
  [[nodiscard]] std::uint64_t bytes() const { return end - begin; }
};

struct InputFile {
  std::string path;                          ///< "-" is standard input
  std::size_t input = 0;                     ///< the one of the inputs that it is, or lies in
  std::optional<InputFormat> format = {};    ///< none where it could not be opened
  char delimiter = ',';                      ///< between cells, of Csv and Tsv
  Packing packing = Packing::None;
  std::uint64_t bytes = 0;                   ///< as it lies on disk
  std::optional<Hash128> hash = {};          ///< of these bytes; none where it was not read to its end
};

}  // namespace wireprint
