// The marks of all versions in memory, a byte each: they are asked for every version that a list names.
//
// Immutable; safe for any number of threads.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wireprint/archive/records.hpp"

namespace wireprint {

inline constexpr std::uint32_t kMarksInRow = 4096;

class MarkTable {
 public:
  [[nodiscard]] Marks of(DocId doc) const;

  /// This table after changes, and the numbers of the rows that they lie in; what does not change is shared. `epoch` is the one that
  /// wrote them.
  [[nodiscard]] MarkTable with(const std::map<DocId, Marks>& changes, std::uint64_t epoch, std::vector<std::uint32_t>& rows) const;

  /// A row as it is stored, and stored rows put into this table: one of an epoch that it has is passed over. False for bytes that are no row.
  [[nodiscard]] std::string encode_row(std::uint32_t row) const;
  [[nodiscard]] bool take_row(std::uint32_t row, std::string_view bytes);
  [[nodiscard]] static bool is_row(std::string_view bytes);

 private:
  struct Row {
    std::uint64_t epoch = 0;
    std::array<std::uint8_t, kMarksInRow> marks{};
  };
  [[nodiscard]] static std::shared_ptr<const Row> decode_row(std::string_view bytes);  // null for bytes that are none

  std::vector<std::shared_ptr<const Row>> rows_;
};

}  // namespace wireprint
