#include <catch2/catch.hpp>

#include "archive/disk/disk_writer.hpp"
#include "archive/disk/faulty_file_system.hpp"
#include "archive/disk/nights.hpp"
#include "support/temp_dir.hpp"

namespace wireprint {
namespace {

using test::FaultyFileSystem;

Result<std::unique_ptr<DiskWriter>> open(const test::TempDir& dir, const FileSystem& disk) {
  return DiskWriter::open(dir.path("archive"), test::invented_identity(), {.write_buffer_bytes = 64U << 10U}, disk);  // so small that files are made often
}

// Writes nights until one fails, or there are `most`; how many were acknowledged.
std::uint64_t write_nights(ArticleStore& store, std::uint64_t most, std::optional<Error>& error) {
  std::uint64_t number = store.view()->epoch();
  for (; number < most; ++number) {
    const auto done = store.commit(test::night(number));
    if (!done) error = done.error();
    if (!done) break;
  }
  return number;
}

}  // namespace

TEST_CASE("a write that fails is an error of the disk, and nothing that was acknowledged is lost") {
  for (std::int64_t writes = 1; writes < 400; writes += 37) {
    const test::TempDir dir;
    const auto disk = std::make_shared<FaultyFileSystem>();
    std::uint64_t acknowledged = 0;
    {
      auto store = open(dir, disk);
      REQUIRE(store);
      disk->fail_after(writes);
      std::optional<Error> error;
      acknowledged = write_nights(**store, 40, error);
      if (error) CHECK(error->code == ErrorCode::Io);
      if (error) CHECK_FALSE((*store)->commit(test::night(acknowledged)));  // and stays one, until it is opened anew
      CHECK(test::wrong_with(*(*store)->view()).empty());
    }
    disk->heal();
    auto store = open(dir, disk);
    REQUIRE(store);
    CHECK((*store)->view()->epoch() >= acknowledged);
    CHECK((*store)->view()->epoch() <= acknowledged + 1);
    std::optional<Error> error;
    CHECK(write_nights(**store, 45, error) == 45);
    CHECK(test::wrong_with(*(*store)->view()) == "");
    CHECK((*store)->verify());
  }
}

TEST_CASE("an archive that could not be made is made by who tries again") {
  for (std::int64_t writes = 0; writes < 30; writes += 3) {
    const test::TempDir dir;
    const auto disk = std::make_shared<FaultyFileSystem>();
    disk->fail_after(writes);
    const auto failed = open(dir, disk);
    if (!failed) CHECK(failed.error().code == ErrorCode::Io);
    if (failed) continue;
    disk->heal();
    REQUIRE(open(dir, disk));
  }
}

TEST_CASE("what was acknowledged outlives a power failure at any moment") {
  for (std::int64_t writes = 5; writes < 400; writes += 41) {
    const test::TempDir dir;
    const auto disk = std::make_shared<FaultyFileSystem>();
    std::uint64_t acknowledged = 0;
    {
      auto store = open(dir, disk);
      REQUIRE(store);
      disk->fail_after(writes);  // from here on nothing reaches the disk
      std::optional<Error> error;
      acknowledged = write_nights(**store, 40, error);
    }
    disk->heal();
    disk->lose_power();
    auto store = open(dir, disk);
    REQUIRE(store);
    CHECK((*store)->view()->epoch() >= acknowledged);
    CHECK(test::wrong_with(*(*store)->view()) == "");
    CHECK((*store)->verify());
    std::optional<Error> error;
    CHECK(write_nights(**store, 45, error) == 45);
  }
}

}  // namespace wireprint
