#include <catch2/catch.hpp>

#include "support/prepared.hpp"
#include "wireprint/verify/conflicts.hpp"

namespace wireprint {
namespace {

using test::Prepared;

Conflicts conflicts(const std::string& a, const std::string& b, const std::string& headline_a = "", const std::string& headline_b = "") {
  const Prepared in_a(a, headline_a);
  const Prepared in_b(b, headline_b);
  return count_conflicts(align(in_a->tokens.hashes, in_a->seeds, in_b->tokens.hashes, in_b->seeds), in_a, in_b);
}

// One figure, or whatever is given for it, inside sentences long enough to be aligned.
std::string report(const std::string& figure) {
  return "The harbour office counted a total of " + figure + " boats at the long north mole on that quiet evening.";
}

}  // namespace

TEST_CASE("another figure in the same place is a conflict") {
  CHECK(conflicts(report("214"), report("387")).numbers == 1);
  CHECK(conflicts(report("214"), report("214")).numbers == 0);
}

TEST_CASE("a number that opens a line numbers a list, and is no figure") {
  const auto list = [](int first) {
    std::string text;
    for (int i = 0; i < 3; ++i) text += "\n" + std::to_string(first + i) + " Boats that lie at the north mole and wait for a tug";
    return text;
  };
  CHECK(conflicts(list(1), list(4)).numbers == 0);
  CHECK(conflicts(report("214") + "\n7 The mole is closed to all at night", report("387") + "\n9 The mole is closed to all at night").numbers == 1);
}

TEST_CASE("a figure that one side lacks is no conflict") {
  CHECK(conflicts(report("214"), report("several")).numbers == 0);
  CHECK(conflicts(report("214"), report("")).numbers == 0);
}

TEST_CASE("points and commas do not make another figure") {
  CHECK(conflicts(report("1,250"), report("1.250")).numbers == 0);
  CHECK(conflicts(report("1,250"), report("1250")).numbers == 0);
  CHECK(conflicts(report("1,250"), report("1.251")).numbers == 1);
}

TEST_CASE("a space, a colon and a stop divide the same figure") {
  CHECK(conflicts(report("1 250 000"), report("1,250,000")).numbers == 0);
  CHECK(conflicts(report("4:40"), report("4.40")).numbers == 0);
  CHECK(conflicts(report("4:40"), report("4.41")).numbers == 1);
}

TEST_CASE("the parts of a figure may stand the other way round, as Arabic desks write them") {
  CHECK(conflicts(report("3ر42"), report("42.3")).numbers == 0);
  CHECK(conflicts(report("3ر42"), report("42,4")).numbers == 1);
  CHECK(conflicts(report("837ر72"), report("72,837")).numbers == 0);
}

TEST_CASE("thousands may be written out") {
  CHECK(conflicts(report("22,000"), report("22 thousand")).numbers == 0);
  CHECK(conflicts(report("22,000"), report("23 thousand")).numbers == 1);
  CHECK(conflicts(report("22,000"), report("22,500")).numbers == 1);
}

TEST_CASE("figures of another script or width are the same figures") {
  CHECK(conflicts(report("２１４"), report("214")).numbers == 0);
  CHECK(conflicts(report("٢١٤"), report("214")).numbers == 0);
  CHECK(conflicts(report("۲۱۴"), report("387")).numbers == 1);
}

TEST_CASE("figures that only changed places do not conflict") {
  CHECK(conflicts(report("12 or 40"), report("40 or 12")).numbers == 0);
  CHECK(conflicts(report("12 or 40"), report("13 or 41")).numbers == 2);
}

TEST_CASE("figures conflict across gaps of at most three words") {
  CHECK(conflicts(report("214 old wooden"), report("387 new steel")).numbers == 1);
  CHECK(conflicts(report("214 old wooden fishing"), report("387 new steel cargo")).numbers == 0);
}

TEST_CASE("each place counts once") {
  CHECK(conflicts(report("1 2") + " " + report("3"), report("4 5") + " " + report("6")).numbers == 2);
}

TEST_CASE("each headline's own word in the other's place is another subject") {
  CHECK(conflicts(report("Maribel"), report("Steadfast"), "Maribel counts boats", "Steadfast counts boats").subjects == 1);
}

TEST_CASE("a word that stands in both texts or both headlines is no subject of one") {
  CHECK(conflicts(report("Maribel"), report("Steadfast"), "Boats counted", "Boats counted").subjects == 0);
  CHECK(conflicts(report("Maribel"), report("Steadfast"), "Maribel and Steadfast", "Steadfast").subjects == 0);
  CHECK(conflicts(report("Maribel"), report("Steadfast") + " Maribel.", "Maribel counts", "Steadfast counts").subjects == 0);
}

}  // namespace wireprint
