// A process that adds nights is killed at random instants, and the archive is opened each time.
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <thread>

#include "archive/disk/nights.hpp"
#include "support/temp_dir.hpp"

extern char** environ;

namespace wireprint {
namespace {

constexpr const char* kArchive = "WIREPRINT_TEST_ARCHIVE";
constexpr const char* kAnswers = "WIREPRINT_TEST_ANSWERS";
constexpr DiskOptions kSmall{.write_buffer_bytes = 256U << 10U};  // so that files are made and merged often

class Child {
 public:
  explicit Child(const std::string& archive) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    answers_ = ends[0];
    ::setenv(kArchive, archive.c_str(), 1);
    ::setenv(kAnswers, std::to_string(ends[1]).c_str(), 1);
    std::string program = "/proc/self/exe";
    std::string name = "[the child that is killed]";
    char* arguments[] = {program.data(), name.data(), nullptr};
    const int failed = ::posix_spawn(&process_, program.c_str(), nullptr, nullptr, arguments, environ);
    ::close(ends[1]);
    REQUIRE(failed == 0);
  }

  /// Until it has acknowledged something.
  void wait_for_answer() {
    REQUIRE(::read(answers_, &last_, sizeof last_) == static_cast<ssize_t>(sizeof last_));
  }

  /// Kills it and gives the last epoch that it was told of.
  std::uint64_t kill() {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    std::uint64_t told = 0;
    while (::read(answers_, &told, sizeof told) == static_cast<ssize_t>(sizeof told)) last_ = told;
    ::close(answers_);
    return last_;
  }

 private:
  pid_t process_ = 0;
  int answers_ = -1;
  std::uint64_t last_ = 0;
};

void kill_often(int times) {
  const test::TempDir dir;
  test::Random random(static_cast<std::uint64_t>(times));
  std::uint64_t least = 0;
  for (int i = 0; i < times; ++i) {
    Child child(dir.path("archive"));
    if (i % 4 != 3) child.wait_for_answer();  // else it may be killed while it opens what the last one left
    std::this_thread::sleep_for(std::chrono::microseconds(random.below(60000)));
    least = std::max(least, child.kill());
    if (least == 0) continue;  // killed before there was an archive
    const bool last = i + 1 == times;
    auto store = DiskStore::write(dir.path("archive"), test::invented_identity(), kSmall);
    REQUIRE(store);
    REQUIRE((*store)->view()->epoch() >= least);
    least = (*store)->view()->epoch();
    if (last || i % 10 == 0) REQUIRE(test::wrong_with(*(*store)->view()) == "");
    REQUIRE((*store)->verify());
  }
  CHECK(least > 0);
}

}  // namespace

// Not a test of its own: what the others start, and kill.
TEST_CASE("adds nights until it is killed", "[.][the child that is killed]") {
  const char* archive = std::getenv(kArchive);
  REQUIRE(archive != nullptr);
  const int answers = std::atoi(std::getenv(kAnswers));
  auto store = DiskStore::write(archive, test::invented_identity(), kSmall);
  REQUIRE(store);
  while (true) {
    const std::uint64_t number = (*store)->view()->epoch();
    REQUIRE((*store)->commit(test::night(number)));
    const std::uint64_t told = number + 1;
    REQUIRE(::write(answers, &told, sizeof told) == static_cast<ssize_t>(sizeof told));
  }
}

TEST_CASE("an archive whose writer is killed 50 times has all that was acknowledged, and nothing half-written") { kill_often(50); }

TEST_CASE("an archive whose writer is killed 1,000 times has all that was acknowledged, and nothing half-written", "[.][long]") { kill_often(1000); }

}  // namespace wireprint
