#include <catch2/catch.hpp>

#include "archive/disk/run_support.hpp"
#include "wireprint/base/hash.hpp"

namespace wireprint {
namespace {

using test::list_of;
using test::open_run;
using test::Random;

std::vector<RunEntry> some_entries() {
  Random random(6);
  return test::random_entries(900, 0, 60, random);
}

std::string some_run() { return test::run_bytes(some_entries(), 0, 60); }

// What a changed run says: it is refused, or it answers an error, or it answers what the whole one answers.
bool lies(const std::string& bytes, const std::vector<RunEntry>& entries) {
  const auto run = open_run(bytes);
  if (!run) return false;
  for (std::size_t i = 0; i < entries.size(); i += 13) {
    const auto found = list_of(*run, entries[i].part, entries[i].hash);
    if (found && std::find(found->begin(), found->end(), entries[i].doc) == found->end()) return true;
  }
  return false;
}

bool refused(const std::string& bytes) {
  const auto run = open_run(bytes);
  return !run || run->verify();
}

}  // namespace

TEST_CASE("a run of which any byte was changed is found out, and never answers otherwise than before") {
  const auto entries = some_entries();
  const std::string good = some_run();
  auto bytes = good;
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (const int bit : {0, 6}) {
      bytes[at] = static_cast<char>(good[at] ^ (1 << bit));
      REQUIRE(refused(bytes));
      REQUIRE_FALSE(lies(bytes, entries));
    }
    bytes[at] = good[at];
  }
  CHECK_FALSE(refused(bytes));
}

TEST_CASE("a run that is cut short anywhere, or has something after it, is refused") {
  const std::string good = some_run();
  for (std::size_t size = 0; size < good.size(); ++size) REQUIRE_FALSE(open_run(good.substr(0, size)));
  CHECK_FALSE(open_run(good + "x"));
}

TEST_CASE("a run of another version is refused with both versions") {
  std::string bytes = some_run();
  bytes[bytes.size() - 8 - 5 - 4] = 9;
  const auto run = open_run(bytes);
  REQUIRE_FALSE(run);
  CHECK(run.error().code == ErrorCode::Incompatible);
  CHECK(run.error().message == "run of postings: version 9; this library reads 2");
}

}  // namespace wireprint
