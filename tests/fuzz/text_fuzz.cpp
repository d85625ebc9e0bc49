#include "fuzz/reader_support.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace wireprint;
  fuzz::read_as(InputFormat::Text, fuzz::text_of(data, size));
  return 0;
}
