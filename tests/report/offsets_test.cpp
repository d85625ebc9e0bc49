#include "report/offsets.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <string>

namespace wireprint {
namespace {

// The slow twin: counts from the beginning for each place.
std::uint64_t counted_alone(std::string_view body, std::uint32_t place, OffsetUnit unit) {
  std::uint64_t count = 0;
  for (const char c : body.substr(0, place)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 || byte >= 0xC0) ++count;
    if (unit == OffsetUnit::Utf16 && byte >= 0xF0) ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("offsets come back in the unit asked for and in the order given") {
  const std::string body = "é🌉x";  // 2, 4 and 1 bytes
  const std::vector<std::uint32_t> ends{7, 0, 6, 2};
  CHECK(convert_offsets(body, ends, OffsetUnit::CodePoints) == std::vector<std::uint64_t>{3, 0, 2, 1});
  CHECK(convert_offsets(body, ends, OffsetUnit::Utf16) == std::vector<std::uint64_t>{4, 0, 3, 1});
  CHECK(convert_offsets(body, ends, OffsetUnit::Bytes) == std::vector<std::uint64_t>{7, 0, 6, 2});
}

TEST_CASE("one sweep counts the same as counting each place from the beginning") {
  const std::vector<std::string> letters{"a", "ß", "橋", "🌉", " "};
  std::mt19937 random(7);
  std::string body;
  std::vector<std::uint32_t> places{0};
  for (int i = 0; i < 500; ++i) {
    body += letters[random() % letters.size()];
    places.push_back(static_cast<std::uint32_t>(body.size()));
  }
  std::shuffle(places.begin(), places.end(), random);
  const auto unit = GENERATE(OffsetUnit::CodePoints, OffsetUnit::Utf16);
  const auto converted = convert_offsets(body, places, unit);
  for (std::size_t i = 0; i < places.size(); ++i) CHECK(converted[i] == counted_alone(body, places[i], unit));
}

TEST_CASE("a place behind the end is the end") {
  CHECK(convert_offsets("ab", {9}, OffsetUnit::CodePoints) == std::vector<std::uint64_t>{2});
}

}  // namespace wireprint
