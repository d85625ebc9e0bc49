// Mean and variance of a series, with what chance alone does to them.
#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

namespace wireprint::test {

struct Moments {
  double mean = 0;
  double variance = 0;
  std::size_t count = 0;

  [[nodiscard]] double error_of_mean() const { return std::sqrt(variance / static_cast<double>(count)); }
};

inline Moments moments(const std::vector<double>& values) {
  Moments m;
  m.count = values.size();
  for (const double v : values) m.mean += v / static_cast<double>(m.count);
  for (const double v : values) m.variance += (v - m.mean) * (v - m.mean) / static_cast<double>(m.count - 1);
  return m;
}

// Statistics need many rounds. A sanitizer makes each one ten to forty times as dear, so it gets fewer of them, and the
// tests allow for the chance that this brings in.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSlowBuild = true;
#else
inline constexpr bool kSlowBuild = false;
#endif

inline constexpr std::size_t rounds(std::size_t wanted) { return kSlowBuild ? wanted / 16 : wanted; }

}  // namespace wireprint::test
