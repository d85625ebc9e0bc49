#include "wireprint/archive/disk_store.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "archive/disk/lock_file.hpp"
#include "archive/disk/nights.hpp"
#include "support/temp_dir.hpp"

namespace wireprint {
namespace {

using test::night;
using test::wrong_with;
namespace fs = std::filesystem;

std::unique_ptr<DiskStore> open(const std::string& path, const DiskOptions& options = {}) {
  auto store = DiskStore::write(path, test::invented_identity(), options);
  REQUIRE(store);
  return std::move(*store);
}

void add_nights(DiskStore& store, std::uint64_t until) {
  for (std::uint64_t i = store.view()->epoch(); i < until; ++i) REQUIRE(store.commit(night(i)));
}

bool holds(const std::string& archive, const std::string& words) {
  for (const auto& entry : fs::recursive_directory_iterator(archive)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (bytes.find(words) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a store on disk keeps the contract of stores") {
  const test::TempDir dir;
  test::check_store_contract([&] { return open(dir.path("archive")); });
}

TEST_CASE("an archive that is opened again has what it had, and goes on") {
  const test::TempDir dir;
  for (std::uint64_t nights = 5; nights <= 20; nights += 5) {
    const auto store = open(dir.path("archive"), {.run_file_bytes = 16U << 10U});
    add_nights(*store, nights);
    CHECK(wrong_with(*store->view()) == "");
  }
  const auto store = open(dir.path("archive"));
  CHECK(store->view()->epoch() == 20);
  CHECK(wrong_with(*store->view()) == "");
  REQUIRE(store->compact());
  CHECK(wrong_with(*store->view()) == "");
  CHECK(store->verify());
  const auto figures = store->figures();
  REQUIRE(figures);
  CHECK(figures->docs == 20 * test::kDocsANight);
  CHECK(figures->postings == 20 * test::kDocsANight * 58);
}

TEST_CASE("a reader sees what a writer has acknowledged within about a second, and never half of it") {
  const test::TempDir dir;
  const auto writer = open(dir.path("archive"), {.write_buffer_bytes = 64U << 10U, .run_file_bytes = 16U << 10U});
  add_nights(*writer, 3);
  auto reader = DiskStore::read(dir.path("archive"));
  REQUIRE(reader);
  CHECK((*reader)->view()->epoch() == 3);
  for (std::uint64_t nights = 10; nights <= 80; nights += 10) {
    const auto before = (*reader)->view();
    add_nights(*writer, nights);
    for (int i = 0; i < 100 && (*reader)->view()->epoch() < nights; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(50));
    CHECK((*reader)->view()->epoch() == nights);
    CHECK(wrong_with(*(*reader)->view()) == "");
    CHECK(wrong_with(*before) == "");  // an epoch that is held stays what it was
  }
  CHECK_FALSE((*reader)->commit(night(80)));
  const auto verified = (*reader)->verify();
  INFO((verified ? "" : verified.error().message));
  CHECK(verified);
}

TEST_CASE("a second writer is refused with the number of the first, and may wait for it") {
  const test::TempDir dir;
  auto first = open(dir.path("archive"));
  const auto second = DiskStore::write(dir.path("archive"), test::invented_identity());
  REQUIRE_FALSE(second);
  CHECK(second.error().code == ErrorCode::Locked);
  CHECK(second.error().message == "process " + std::to_string(::getpid()) + " writes to the archive");
  std::thread ends([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    first.reset();
  });
  CHECK(DiskStore::write(dir.path("archive"), test::invented_identity(), {.wait = std::chrono::minutes(1)}));
  ends.join();
}

TEST_CASE("a lock names the other process that has it, and is free when that process is gone") {
  const test::TempDir dir;
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const pid_t other = ::fork();
  if (other == 0) {
    const auto lock = LockFile::acquire(dir.path("lock"), {});
    const char told = lock ? 'y' : 'n';
    static_cast<void>(::write(ends[1], &told, 1));
    ::pause();
    ::_exit(0);
  }
  char told = 0;
  REQUIRE(::read(ends[0], &told, 1) == 1);
  REQUIRE(told == 'y');
  const auto refused = LockFile::acquire(dir.path("lock"), {});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message == "process " + std::to_string(other) + " writes to the archive");
  ::kill(other, SIGKILL);
  ::waitpid(other, nullptr, 0);
  CHECK(LockFile::acquire(dir.path("lock"), {}));
}

TEST_CASE("an archive of another recipe, of other rules or without text is refused with what differs") {
  const test::TempDir dir;
  add_nights(*open(dir.path("archive")), 1);
  auto other = test::invented_identity();
  other.recipe.sample_one_in = 16;
  CHECK(DiskStore::write(dir.path("archive"), other).error().code == ErrorCode::Incompatible);
  CHECK(DiskStore::write(dir.path("archive"), other).error().message.find("sample") != std::string::npos);
  other = test::invented_identity();
  other.rules = "rules 2";
  CHECK(DiskStore::write(dir.path("archive"), other).error().message == "the archive has rules 'rules 1', expected was 'rules 2'");
  other = test::invented_identity();
  other.keeps_text = false;
  CHECK(DiskStore::write(dir.path("archive"), other).error().message == "the archive has text 'kept', expected was 'not kept'");
}

TEST_CASE("what is no archive is not made one") {
  const test::TempDir dir;
  static_cast<void>(dir.write("letter.txt", "Dear editor"));
  CHECK(DiskStore::write(dir.path(), test::invented_identity()).error().code == ErrorCode::InvalidArgument);
  CHECK(DiskStore::read(dir.path()).error().code == ErrorCode::NotFound);
  CHECK(DiskStore::read(dir.path("nowhere")).error().code == ErrorCode::NotFound);
}

TEST_CASE("an archive without text keeps everything else") {
  const test::TempDir dir;
  auto identity = test::invented_identity();
  identity.keeps_text = false;
  auto store = DiskStore::write(dir.path("archive"), identity);
  REQUIRE(store);
  add_nights(**store, 3);
  CHECK_FALSE((*store)->view()->article(0));
  CHECK(wrong_with(*(*store)->view(), false) == "");
  CHECK_FALSE(holds(dir.path("archive"), "body of"));
}

TEST_CASE("what was removed is in no file any more when that is reported") {
  const test::TempDir dir;
  const std::string archive = dir.path("archive");
  const auto store = open(archive);
  Changes changes = night(0);
  changes.added[4].article.body = "Xylophone";  // too short to be packed, so that it would be found
  changes.added[5].article.body = "Zanzibar!";
  REQUIRE(store->commit(std::move(changes)));
  REQUIRE(holds(archive, "Xylophone"));
  CHECK(*store->traces_of(test::key_of(4)) == 3);
  Changes removal;
  removal.removed = {4};
  removal.text_removed = {{5, night(0).added[5].print}};
  removal.keys[test::key_of(4)] = std::nullopt;
  REQUIRE(store->commit(std::move(removal)));
  CHECK_FALSE(holds(archive, "Xylophone"));
  CHECK_FALSE(holds(archive, "Zanzibar!"));
  CHECK(*store->traces_of(test::key_of(4)) == 0);
  CHECK_FALSE(store->view()->record(4));
  CHECK(store->view()->record(5));
  CHECK(store->view()->postings(PostingKind::Sample, 0, {}).size() == test::kDocsANight - 1);
  CHECK(store->verify());
}

TEST_CASE("a snapshot is an archive of one epoch, whether a writer is at work or none") {
  const test::TempDir dir;
  auto writer = open(dir.path("archive"), {.write_buffer_bytes = 64U << 10U, .run_file_bytes = 16U << 10U});
  add_nights(*writer, 12);
  std::atomic<bool> stop{false};
  std::thread adds([&] {
    for (std::uint64_t i = 12; !stop; ++i) static_cast<void>(writer->commit(night(i)));
  });
  CHECK(snapshot_store(dir.path("archive"), dir.path("busy")));
  stop = true;
  adds.join();
  writer.reset();
  CHECK(snapshot_store(dir.path("archive"), dir.path("idle")));
  CHECK(snapshot_store(dir.path("archive"), dir.path("idle")).error().code == ErrorCode::InvalidArgument);
  for (const char* name : {"busy", "idle"}) {
    const auto copy = open(dir.path(name));
    CHECK(copy->view()->epoch() >= 12);
    CHECK(wrong_with(*copy->view()) == "");
    CHECK(copy->verify());
  }
  CHECK(fs::is_empty(dir.path("archive") + "/snapshots"));
}

TEST_CASE("no file of an archive holds the name of the host, or a path of the machine") {
  const test::TempDir dir;
  {
    const auto store = open(dir.path("archive"), {.write_buffer_bytes = 64U << 10U, .run_file_bytes = 16U << 10U});
    add_nights(*store, 12);
    REQUIRE(store->compact());
  }
  REQUIRE(snapshot_store(dir.path("archive"), dir.path("copy")));
  std::string host(256, '\0');
  REQUIRE(::gethostname(host.data(), host.size()) == 0);
  host.resize(host.find('\0'));
  for (const std::string& archive : {dir.path("archive"), dir.path("copy")}) {
    if (host.size() > 3) CHECK_FALSE(holds(archive, host));
    CHECK_FALSE(holds(archive, dir.path()));
    CHECK_FALSE(holds(archive, "/tmp/"));
  }
}

}  // namespace wireprint
