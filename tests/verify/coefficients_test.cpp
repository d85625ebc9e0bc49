#include "wireprint/verify/coefficients.hpp"

#include <catch2/catch.hpp>

namespace wireprint {
namespace {

Coefficients some() {
  Coefficients c = shipped_coefficients();
  c.trained_on = "4 pairs of news";
  c.weight[0] = 1.5;
  return c;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) { return text.replace(text.find(what), what.size(), by); }

}  // namespace

TEST_CASE("the committed coefficients can be read, and are written as they stand") {
  const Coefficients& shipped = shipped_coefficients();
  const auto again = parse_coefficients(write_coefficients(shipped), "again");
  REQUIRE(again);
  CHECK(again->weight == shipped.weight);
  CHECK(again->thresholds == shipped.thresholds);
  CHECK(fingerprint_of(*again) == fingerprint_of(shipped));
  CHECK_FALSE(shipped.trained_on.empty());
}

TEST_CASE("another weight is another fingerprint") { CHECK(fingerprint_of(some()) != fingerprint_of(shipped_coefficients())); }

TEST_CASE("a file that was changed, cut or is of another kind says where") {
  const std::string text = write_coefficients(some());
  const auto error_of = [](const std::string& bytes) {
    const auto parsed = parse_coefficients(bytes, "c.tsv");
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().where.file == "c.tsv");
    return parsed.error();
  };
  CHECK_THAT(error_of(replaced(text, "1.500000", "1.500001")).message, Catch::Contains("changed after it was written"));
  CHECK(error_of(replaced(text, "coefficients/1", "coefficients/2")).where.line == 1);
  CHECK(error_of(replaced(text, "min_share\t0", "min_share\t7")).where.line == 3);
  CHECK(error_of(replaced(text, "intercept\t", "intercept\tx")).where.line == 6);
  CHECK(error_of(replaced(text, "\nlonger\t", "\ntaller\t")).where.line > 6);
  CHECK(error_of(text.substr(0, text.size() / 2)).code == ErrorCode::BadInput);
  CHECK(error_of("").where.line == 1);
}

TEST_CASE("a feature at its mean adds nothing, and one deviation more adds its weight") {
  Coefficients c = some();
  CHECK(log_odds(c, c.mean) == Approx(c.intercept));
  Features features = c.mean;
  features[0] += c.deviation[0];
  CHECK(log_odds(c, features) == Approx(c.intercept + 1.5));
  CHECK(probability_of(0.0) == 0.5);
  CHECK(probability_of(-40.0) < 1e-6);
}

TEST_CASE("a pair that was not judged has no probability") {
  Match match;
  CHECK_FALSE(probability_of(match).has_value());
  match.log_odds = 0;
  CHECK(probability_of(match) == Share{5000, 10000});
}

}  // namespace wireprint
