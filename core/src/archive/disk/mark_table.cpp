#include "archive/disk/mark_table.hpp"

#include <algorithm>

#include "archive/disk/row_bytes.hpp"

namespace wireprint {
namespace {

constexpr std::uint8_t kAll = 31;

std::uint8_t byte_of(Marks marks) {
  return static_cast<std::uint8_t>((marks.takes_part ? 1U : 0U) | (marks.counted ? 2U : 0U) | (marks.first ? 4U : 0U) | (marks.leads ? 8U : 0U) | (marks.current ? 16U : 0U));
}

Marks marks_in(std::uint8_t byte) {
  return {.takes_part = (byte & 1U) != 0, .counted = (byte & 2U) != 0, .first = (byte & 4U) != 0, .leads = (byte & 8U) != 0, .current = (byte & 16U) != 0};
}

}  // namespace

Marks MarkTable::of(DocId doc) const {
  const std::uint32_t row = doc / kMarksInRow;
  return row < rows_.size() && rows_[row] ? marks_in(rows_[row]->marks[doc % kMarksInRow]) : Marks{};
}

MarkTable MarkTable::with(const std::map<DocId, Marks>& changes, std::uint64_t epoch, std::vector<std::uint32_t>& rows) const {
  MarkTable next = *this;
  for (auto change = changes.begin(); change != changes.end();) {
    const std::uint32_t at = change->first / kMarksInRow;
    if (at >= next.rows_.size()) next.rows_.resize(at + 1);
    auto row = next.rows_[at] ? std::make_shared<Row>(*next.rows_[at]) : std::make_shared<Row>();
    for (; change != changes.end() && change->first / kMarksInRow == at; ++change) row->marks[change->first % kMarksInRow] = byte_of(change->second);
    row->epoch = epoch;
    next.rows_[at] = std::move(row);
    rows.push_back(at);
  }
  return next;
}

std::string MarkTable::encode_row(std::uint32_t row) const {
  const Row& from = *rows_.at(row);
  std::size_t size = kMarksInRow;
  while (size > 0 && from.marks[size - 1] == 0) --size;
  RowWriter out;
  out.put(from.epoch);
  out.put_text({reinterpret_cast<const char*>(from.marks.data()), size});
  return out.take();
}

bool MarkTable::is_row(std::string_view bytes) { return decode_row(bytes) != nullptr; }

bool MarkTable::take_row(std::uint32_t row, std::string_view bytes) {
  RowReader in(bytes);
  const std::uint64_t epoch = in.get();
  if (in.ok() && row < rows_.size() && rows_[row] && rows_[row]->epoch == epoch) return true;
  auto made = decode_row(bytes);
  if (!made) return false;
  if (row >= rows_.size()) rows_.resize(std::size_t{row} + 1);
  rows_[row] = std::move(made);
  return true;
}

std::shared_ptr<const MarkTable::Row> MarkTable::decode_row(std::string_view bytes) {
  RowReader in(bytes);
  auto made = std::make_shared<Row>();
  made->epoch = in.get();
  const std::string marks = in.get_text();
  if (!in.done() || marks.size() > kMarksInRow) return nullptr;
  if (std::ranges::any_of(marks, [](char c) { return static_cast<unsigned char>(c) > kAll; })) return nullptr;
  std::ranges::transform(marks, made->marks.begin(), [](char c) { return static_cast<std::uint8_t>(c); });
  return made;
}

}  // namespace wireprint
