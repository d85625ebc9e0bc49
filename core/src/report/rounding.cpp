#include "report/rounding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace wireprint {
namespace {

std::uint64_t rounded(Share share, std::uint64_t scale) {
  if (share.whole == 0) return 0;
  return (2 * share.part * scale + share.whole) / (2 * share.whole);
}

}  // namespace

std::string decimal(Share share) {
  const std::uint64_t value = rounded(share, 10000);
  std::string text = fmt::format("{}.{:04}", value / 10000, value % 10000);
  const std::size_t last = std::max(text.find_last_not_of('0'), text.find('.') + 1);
  return text.substr(0, last + 1);
}

Share as_share(double estimate) {
  constexpr std::uint64_t kScale = 10000;
  return {static_cast<std::uint64_t>(std::llround(std::clamp(estimate, 0.0, 1.0) * kScale)), kScale};
}

int percent(Share share) {
  if (share.part == 0 || share.whole == 0) return 0;
  if (share.part == share.whole) return 100;
  return static_cast<int>(std::clamp<std::uint64_t>(rounded(share, 100), 1, 99));
}

}  // namespace wireprint
