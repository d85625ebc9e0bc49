// Every kind of file of an archive, changed or cut short at many places: a clear error, never a crash, never a wrong answer.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "archive/disk/nights.hpp"
#include "support/temp_dir.hpp"

namespace wireprint {
namespace {

namespace fs = std::filesystem;

constexpr DiskOptions kSmall{.write_buffer_bytes = 64U << 10U, .run_file_bytes = 8U << 10U};  // so that there is a file of every kind
constexpr std::uint64_t kNights = 14;

void make_archive(const std::string& path) {
  auto store = DiskStore::write(path, test::invented_identity(), kSmall);
  REQUIRE(store);
  for (std::uint64_t i = 0; i < kNights; ++i) REQUIRE((*store)->commit(test::night(i)));
}

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_bytes(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size())); }

bool is_refusal(const Error& error) { return error.code == ErrorCode::Damaged || error.code == ErrorCode::Incompatible || error.code == ErrorCode::Io; }

// Empty when the store refuses, or says that something is wrong, or answers rightly.
std::string lie_of(const Result<std::unique_ptr<DiskStore>>& store) {
  if (!store) return is_refusal(store.error()) ? "" : store.error().message;
  const auto view = (*store)->view();
  const std::string wrong = view->epoch() == kNights ? test::wrong_with(*view) : "fewer nights than were acknowledged";
  if (wrong.empty() || view->fault()) return "";
  return wrong;
}

void check_damaged(const fs::path& archive, const fs::path& file, const std::string& what) {
  INFO(file << " " << what);
  CHECK(lie_of(DiskStore::read(archive.string(), kSmall)) == "");
  auto store = DiskStore::write(archive.string(), test::invented_identity(), kSmall);
  CHECK(lie_of(store) == "");
  if (store && !test::wrong_with(*(*store)->view()).empty()) CHECK_FALSE((*store)->verify());
}

template <class Damage>
void with_damage(const std::string& good, const fs::path& file, const std::string& what, const Damage& damage) {
  const test::TempDir dir;
  const fs::path archive = dir.path("archive");
  fs::copy(good, archive, fs::copy_options::recursive);
  std::string bytes = bytes_of(archive / file);
  damage(bytes);
  write_bytes(archive / file, bytes);
  check_damaged(archive, file, what);
}

}  // namespace

TEST_CASE("a file of an archive that was changed or cut short is found out, or changes no answer") {
  const test::TempDir dir;
  const std::string good = dir.path("good");
  make_archive(good);
  int files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(good)) {
    if (!entry.is_regular_file() || entry.file_size() == 0) continue;
    const auto file = fs::relative(entry.path(), good);
    const std::size_t size = entry.file_size();
    ++files;
    for (std::size_t i = 0; i < 4; ++i) {
      const std::size_t at = (size - 1) * i / 3;
      with_damage(good, file, "changed at " + std::to_string(at), [&](std::string& bytes) { bytes[at] = static_cast<char>(bytes[at] ^ 0x21); });
    }
    for (const std::size_t left : {size / 3, size - 1}) {
      with_damage(good, file, "cut to " + std::to_string(left), [&](std::string& bytes) { bytes.resize(left); });
    }
  }
  CHECK(files > 10);
}

TEST_CASE("a missing file of an archive is found out") {
  const test::TempDir dir;
  const std::string good = dir.path("good");
  make_archive(good);
  for (const auto& entry : fs::recursive_directory_iterator(good)) {
    const auto file = fs::relative(entry.path(), good);
    if (!entry.is_regular_file() || entry.file_size() == 0) continue;
    const fs::path archive = dir.path("archive");
    fs::remove_all(archive);
    fs::copy(good, archive, fs::copy_options::recursive);
    fs::remove(archive / file);
    INFO(file);
    if (file == "archive.id") {
      CHECK_FALSE(DiskStore::write(archive.string(), test::invented_identity(), kSmall));
    } else {
      check_damaged(archive, file, "missing");
    }
  }
}

}  // namespace wireprint
