#include "report/rounding.hpp"

#include <catch2/catch.hpp>

namespace wireprint {

TEST_CASE("a share is written with at most four decimals and no zero more than needed") {
  CHECK(decimal({600, 600}) == "1.0");
  CHECK(decimal({0, 600}) == "0.0");
  CHECK(decimal({31, 100}) == "0.31");
  CHECK(decimal({8372, 10000}) == "0.8372");
  CHECK(decimal({1, 3}) == "0.3333");
  CHECK(decimal({1, 10000}) == "0.0001");
}

TEST_CASE("a share is rounded half up from the exact ratio") {
  CHECK(decimal({1, 20000}) == "0.0001");   // 0.00005
  CHECK(decimal({2469, 20000}) == "0.1235");  // 0.12345
  CHECK(decimal({99999, 100000}) == "1.0");
}

TEST_CASE("a share of nothing is written as none") { CHECK(decimal({0, 0}) == "0.0"); }

TEST_CASE("a person reads 0 and 100 per cent only for none and all") {
  CHECK(percent({1, 1000}) == 1);
  CHECK(percent({999, 1000}) == 99);
  CHECK(percent({0, 1000}) == 0);
  CHECK(percent({1000, 1000}) == 100);
  CHECK(percent({825, 1000}) == 83);
}

}  // namespace wireprint
