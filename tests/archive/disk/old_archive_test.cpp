#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "archive/disk/identity_file.hpp"
#include "archive/disk/nights.hpp"
#include "archive/disk/rows.hpp"
#include "archive/disk/run_support.hpp"
#include "support/source_dir.hpp"
#include "support/temp_dir.hpp"

namespace wireprint {
namespace {

std::string hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const char c : bytes) {
    text += kDigits[static_cast<unsigned char>(c) / 16];
    text += kDigits[static_cast<unsigned char>(c) % 16];
  }
  return text;
}

}  // namespace

TEST_CASE("an archive that version 1 wrote is refused with both versions") {
  const auto reader = DiskStore::read(test::source_dir() + "/fixtures/archive-v1");
  REQUIRE_FALSE(reader);
  CHECK(reader.error().code == ErrorCode::Incompatible);
  CHECK(reader.error().message == "archive: version 1; this library reads 2 to 3");
}

TEST_CASE("an archive that this version or the one before wrote is read, and goes on as this version's") {
  const std::uint32_t version = GENERATE(2U, 3U);
  const test::TempDir dir;
  std::filesystem::copy(fmt::format("{}/fixtures/archive-v{}", test::source_dir(), version), dir.path("archive"), std::filesystem::copy_options::recursive);
  REQUIRE(read_version(dir.path("archive")) == version);
  {
    const auto reader = DiskStore::read(dir.path("archive"));
    REQUIRE(reader);
    CHECK((*reader)->view()->epoch() == 4);
    CHECK(test::wrong_with(*(*reader)->view()) == "");
  }
  auto writer = DiskStore::write(dir.path("archive"), test::invented_identity());
  REQUIRE(writer);
  REQUIRE((*writer)->commit(test::night(4)));
  CHECK(test::wrong_with(*(*writer)->view()) == "");
  CHECK((*writer)->verify());
  CHECK(read_version(dir.path("archive")) == kArchiveVersion);
}

TEST_CASE("rows have the bytes that the format says") {
  CHECK(hex(encode(Head{3, 300, 1, 2, 5, {4, 1}})) == "03ac02010205020401");
  CHECK(hex(encode(Standing{.current = true, .has_content = true, .identical = 7, .leader = 5, .cluster = 9}, 7)) == "03020309");
  CHECK(hex(encode(KeyRecord{{1, 4}, 4})) == "02020505");
  CHECK(hex(encode(OutletRecord{false, {2}})) == "010103");
  CHECK(hex(encode(CopyRecord{.a = 1, .b = 2, .role = Role::Trimmed, .copied = {1, 2}, .kept = {3, 4}, .nearness = {5, 6}, .probability = Share{126, 10000}})) == "020102030405067f");
  Event event;
  event.kind = EventKind::Joined;
  event.key = Key{"7", true};
  event.cluster = "c";
  event.from = {"d"};
  CHECK(hex(encode(event)) == "01010101370163010164");
}

TEST_CASE("a run has the bytes that the format says") {
  const std::string bytes = test::run_bytes({{1, 0, 4}, {1, 0, 5}, {9, 2, 4}}, 4, 2);
  CHECK(hash_bytes_128(bytes).hex() == "860d1042ef81a72d98b3fd842503962a");
  CHECK(bytes.size() == 150);
}

}  // namespace wireprint
