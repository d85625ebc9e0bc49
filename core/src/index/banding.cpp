#include "wireprint/index/banding.hpp"

#include <fmt/format.h>

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

namespace wireprint {
namespace {

constexpr int kSteps = 200;  // the curve is smooth; more steps order the cuts no better

double cost_below(const Banding& cut, double threshold) {
  const Eigen::ArrayXd s = Eigen::ArrayXd::LinSpaced(kSteps, 0.0, threshold);
  return (1.0 - (1.0 - s.pow(cut.rows)).pow(cut.bands)).mean();
}

std::optional<Error> fault_in(const BandingGoal& goal) {
  if (goal.slots < 1) return invalid("slots", goal.slots, "at least 1");
  if (!(goal.threshold > 0 && goal.threshold <= 1)) return invalid("threshold", goal.threshold, "in (0, 1]");
  if (!(goal.recall > 0 && goal.recall < 1)) return invalid("recall", goal.recall, "in (0, 1)");
  return std::nullopt;
}

// More bands find more and cost more, so of each row count only the fewest that suffice can be the best:
// (1 - threshold^rows)^bands <= 1 - recall.
std::optional<Banding> least_bands(int rows, const BandingGoal& goal) {
  const double missed_by_one = std::log1p(-std::pow(goal.threshold, rows));
  const double bands = std::max(1.0, std::ceil(std::log1p(-goal.recall) / missed_by_one));
  const bool fits = bands * rows <= goal.slots;  // false for infinity as well
  return fits ? std::optional(Banding{static_cast<int>(bands), rows}) : std::nullopt;
}

}  // namespace

double Banding::recall_at(double s) const { return 1.0 - std::pow(1.0 - std::pow(s, rows), bands); }

Result<Banding> solve_banding(const BandingGoal& goal) {
  if (auto fault = fault_in(goal)) return fail(*fault);
  std::optional<Banding> best;
  double least_cost = 0.0;
  for (int rows = 1; rows <= goal.slots; ++rows) {
    const auto cut = least_bands(rows, goal);
    if (!cut) continue;
    const double cost = cost_below(*cut, goal.threshold);
    if (best && std::tuple(cost, cut->slots()) >= std::tuple(least_cost, best->slots())) continue;
    best = cut;
    least_cost = cost;
  }
  if (best) return *best;
  return fail({ErrorCode::Unreachable, fmt::format("{} slots find at most {:.3f} of the pairs at resemblance {}; asked were {}", goal.slots,
                                                   Banding{goal.slots, 1}.recall_at(goal.threshold), goal.threshold, goal.recall)});
}

}  // namespace wireprint
