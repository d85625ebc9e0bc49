// Rows of the archive: whatever the bytes, a decoder gives nothing, or a record that is written and read again as the same bytes.
#include <cstdlib>
#include <string_view>

#include "archive/disk/rows.hpp"
#include "fuzz/target.hpp"

namespace {

using namespace wireprint;

template <class Decode, class Encode>
void check(std::string_view bytes, const Decode& decode, const Encode& encode) {
  const auto row = decode(bytes);
  if (!row) return;
  const auto again = encode(*row);
  const auto reread = decode(again);
  if (!reread || encode(*reread) != again) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto encode_row = [](const auto& row) { return encode(row); };
  switch (data[0] % 9) {
    case 0: check(bytes, decode_head, encode_row); break;
    case 1: check(bytes, decode_record, encode_row); break;
    case 2: check(bytes, [](std::string_view b) { return decode_standing(b, 7); }, [](const Standing& row) { return encode(row, 7); }); break;
    case 3: check(bytes, decode_article, encode_row); break;
    case 4: check(bytes, decode_fingerprint, encode_row); break;
    case 5: check(bytes, decode_key, encode_row); break;
    case 6: check(bytes, decode_outlet, encode_row); break;
    case 7: check(bytes, decode_cluster, encode_row); break;
    case 8: check(bytes, [](std::string_view b) { return decode_event(b, 3); }, encode_row); break;
  }
  return 0;
}
