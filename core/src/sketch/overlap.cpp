#include "wireprint/sketch/overlap.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "wireprint/sketch/sample.hpp"
#include "wireprint/sketch/shingles.hpp"

namespace wireprint {
namespace {

// std::lgamma writes the sign to a variable that all threads share.
double log_gamma(double x) {
  int sign = 0;
  return ::lgamma_r(x, &sign);
}

double log_beta(double a, double b) { return log_gamma(a) + log_gamma(b) - log_gamma(a + b); }

// The continued fraction of the incomplete beta function by Lentz's method (DLMF 8.17.22); it converges fast for
// x < (a + 1) / (a + b + 2).
double beta_fraction(double x, double a, double b) {
  constexpr double kTiny = 1e-300;
  constexpr int kMostSteps = 100'000;
  double c = 1.0;
  double d = 1.0 / std::max(kTiny, 1.0 - (a + b) * x / (a + 1));
  double product = d;
  for (int m = 1; m <= kMostSteps; ++m) {
    const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    for (const double term : {even, odd}) {
      d = 1.0 / (1.0 + term * d);
      c = 1.0 + term / c;
      product *= c * d;
    }
    if (std::abs(c * d - 1.0) < 1e-13) break;
  }
  return product;
}

// The regularised incomplete beta function I_x(a, b).
double beta_below(double x, double a, double b) {
  if (x <= 0.0) return 0.0;
  if (x >= 1.0) return 1.0;
  const double front = std::exp(a * std::log(x) + b * std::log1p(-x) - log_beta(a, b));
  if (x < (a + 1) / (a + b + 2)) return front * beta_fraction(x, a, b) / a;
  return 1.0 - front * beta_fraction(1.0 - x, b, a) / b;
}

double beta_quantile(double probability, double a, double b) {
  double low = 0.0;
  double high = 1.0;
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2;
    (beta_below(middle, a, b) < probability ? low : high) = middle;
  }
  return (low + high) / 2;
}

Estimate known(std::uint64_t part, std::uint64_t whole) {
  const double share = whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
  return {share, share, share};
}

}  // namespace

Estimate estimate_share(std::uint64_t part, std::uint64_t whole, double confidence) {
  assert(part <= whole && confidence > 0 && confidence < 1 && "a share is at most 1, and nothing is certain");
  if (whole == 0) return {};
  const auto x = static_cast<double>(part);
  const auto n = static_cast<double>(whole);
  const double tail = (1.0 - confidence) / 2;
  Estimate estimate{x / n, 0.0, 1.0};
  if (part > 0) estimate.lower = beta_quantile(tail, x, n - x + 1);
  if (part < whole) estimate.upper = beta_quantile(1.0 - tail, x + 1, n - x);
  return estimate;
}

Overlap estimate_overlap(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b, int one_in, int floor, double confidence) {
  const auto both_or_either = merge_samples(a, b, one_in, floor);
  const auto of_a = count_common(a, both_or_either);
  const auto of_b = count_common(b, both_or_either);
  const auto common = of_a + of_b - both_or_either.size();  // each element of the union is in one or in both
  const bool exact = both_or_either.size() < static_cast<std::size_t>(floor);
  const auto share = [&](std::uint64_t whole) { return exact ? known(common, whole) : estimate_share(common, whole, confidence); };
  return {share(both_or_either.size()), share(of_a), share(of_b), exact};
}

}  // namespace wireprint
