// What is read as a date can be written, and read again.
#include "fuzz/target.hpp"
#include "wireprint/article/timestamp.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wireprint;
  const auto read = parse_timestamp(fuzz::text_of(data, size));
  if (!read) return 0;
  const auto again = parse_timestamp(read->iso8601());
  fuzz::require(again && again->iso8601() == read->iso8601() && again->precision == read->precision);
  fuzz::require(read->end() > read->seconds);
  return 0;
}
