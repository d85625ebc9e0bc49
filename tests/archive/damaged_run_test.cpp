#include <catch2/catch.hpp>

#include "run_support.hpp"
#include "wireprint/base/hash.hpp"

namespace wireprint {
namespace {

using test::holders;
using test::open_run;
using test::Random;
using test::run_bytes;

std::vector<Posting> some_postings() {
  Random random(6);
  return test::random_postings(900, 0, 60, random);
}

// What a changed run says: it is refused, or it answers an error, or it answers what the whole one answers.
bool lies(const std::string& bytes, const std::vector<Posting>& postings) {
  const auto run = open_run(bytes);
  if (!run) return false;
  for (std::size_t i = 0; i < postings.size(); i += 13) {
    const auto found = holders(*run, postings[i].shingle);
    if (found && std::find(found->begin(), found->end(), postings[i].article) == found->end()) return true;
  }
  return false;
}

bool refused(const std::string& bytes) {
  const auto run = open_run(bytes);
  return !run || run->verify();
}

}  // namespace

TEST_CASE("a run of which any byte was changed is found out, and never answers otherwise than before") {
  const auto postings = some_postings();
  const std::string good = run_bytes(postings);
  auto bytes = good;
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (const int bit : {0, 6}) {
      bytes[at] = static_cast<char>(good[at] ^ (1 << bit));
      REQUIRE(refused(bytes));
      REQUIRE_FALSE(lies(bytes, postings));
    }
    bytes[at] = good[at];
  }
  CHECK_FALSE(refused(bytes));
}

TEST_CASE("a run that is cut short anywhere, or has something after it, is refused") {
  const std::string good = run_bytes(some_postings());
  for (std::size_t size = 0; size < good.size(); ++size) REQUIRE_FALSE(open_run(good.substr(0, size)));
  CHECK_FALSE(open_run(good + "x"));
}

TEST_CASE("a run of another version is refused with both versions") {
  std::string bytes = run_bytes(some_postings());
  bytes[bytes.size() - 8 - 5 - 4] = 9;
  const auto run = open_run(bytes);
  REQUIRE_FALSE(run);
  CHECK(run.error().code == ErrorCode::Incompatible);
  CHECK(run.error().message == "run of postings: version 9; this library reads 1");
}

}  // namespace wireprint
