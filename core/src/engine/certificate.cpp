#include "wireprint/engine/certificate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace wireprint {
namespace {

constexpr double kNormal95 = 1.959963984540054;

std::string row(std::string_view what, Share share, std::uint64_t observations) {
  const auto [low, high] = wilson(share.value(), static_cast<double>(observations));
  return fmt::format("{:<34}{:.4f}  [{:.4f}, {:.4f}]  {} of {}\n", what, share.value(), low, high, share.part, share.whole);
}

}  // namespace

Interval wilson(double share, double observations) {
  if (observations <= 0) return {0, 1};
  const double z2 = kNormal95 * kNormal95 / observations;
  const double middle = (share + z2 / 2) / (1 + z2);
  const double half = kNormal95 / (1 + z2) * std::sqrt(share * (1 - share) / observations + z2 / (4 * observations));
  return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

std::string certificate_text(const Certificate& c) {
  std::string text = fmt::format("{} of {} articles compared with all others on the text, {} pairs; {} of them have copies\n", c.sampled, c.articles,
                                 c.comparisons, c.with_copies);
  if (c.proposed.whole == 0) return text + "no copies among the sampled articles: nothing can be said of recall\n";
  text += row("recall of the indexes", c.proposed, c.with_copies);
  return text + row("copies in the article's cluster", c.joined, c.with_copies);
}

}  // namespace wireprint
