#include "wireprint/evaluation/regression.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cassert>
#include <cmath>

namespace wireprint {
namespace {

constexpr int kMostSteps = 60;
constexpr double kSettled = 1e-10;
constexpr double kLeastDeviation = 1e-6;
constexpr double kDecimals = 1e6;
constexpr std::size_t kBins = 5;

using Columns = std::vector<std::size_t>;

double rounded(double value) { return std::round(value * kDecimals) / kDecimals; }

void set_scale(std::span<const Example> examples, Coefficients& learned) {
  const auto n = static_cast<double>(examples.size());
  for (std::size_t f = 0; f < kFeatures; ++f) {
    double sum = 0;
    double squares = 0;
    for (const auto& example : examples) sum += example.features[f];
    const double mean = sum / n;
    for (const auto& example : examples) squares += (example.features[f] - mean) * (example.features[f] - mean);
    learned.mean[f] = rounded(mean);
    learned.deviation[f] = std::max(rounded(std::sqrt(squares / n)), kLeastDeviation);
  }
}

// A column of ones, then the standardised features.
Eigen::MatrixXd design(std::span<const Example> examples, const Coefficients& learned, const Columns& columns) {
  Eigen::MatrixXd x(static_cast<Eigen::Index>(examples.size()), static_cast<Eigen::Index>(columns.size()) + 1);
  for (Eigen::Index i = 0; i < x.rows(); ++i) {
    x(i, 0) = 1;
    for (Eigen::Index j = 1; j < x.cols(); ++j) {
      const std::size_t f = columns[static_cast<std::size_t>(j - 1)];
      x(i, j) = (examples[static_cast<std::size_t>(i)].features[f] - learned.mean[f]) / learned.deviation[f];
    }
  }
  return x;
}

// The intercept is not penalised.
Eigen::VectorXd solve(const Eigen::MatrixXd& x, const Eigen::VectorXd& y, double ridge) {
  Eigen::VectorXd penalty = Eigen::VectorXd::Constant(x.cols(), ridge);
  penalty(0) = 0;
  Eigen::VectorXd beta = Eigen::VectorXd::Zero(x.cols());
  for (int step = 0; step < kMostSteps; ++step) {
    const Eigen::VectorXd p = (1 + (-(x * beta)).array().exp()).inverse();
    const Eigen::VectorXd variance = (p.array() * (1 - p.array())).max(1e-12);
    const Eigen::VectorXd gradient = x.transpose() * (y - p) - penalty.cwiseProduct(beta);
    Eigen::MatrixXd hessian = x.transpose() * variance.asDiagonal() * x;
    hessian.diagonal() += penalty;
    const Eigen::VectorXd change = hessian.ldlt().solve(gradient);
    beta += change;
    if (change.cwiseAbs().maxCoeff() < kSettled) break;
  }
  return beta;
}

// Of the features whose weight has the wrong sign, the one with the largest; columns.size() where there is none.
std::size_t worst_sign(const Eigen::VectorXd& beta, const Columns& columns) {
  std::size_t worst = columns.size();
  double most = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const double wrong = -beta(static_cast<Eigen::Index>(i) + 1) * feature_names()[columns[i]].sign;
    if (wrong > most) most = wrong, worst = i;
  }
  return worst;
}

}  // namespace

Coefficients learn_coefficients(std::span<const Example> examples, std::string trained_on, double ridge) {
  assert(std::ranges::any_of(examples, &Example::copy) && !std::ranges::all_of(examples, &Example::copy) && "both kinds are there");
  Coefficients learned;
  learned.trained_on = std::move(trained_on);
  set_scale(examples, learned);
  Columns columns;
  for (std::size_t f = 0; f < kFeatures; ++f) {
    if (learned.deviation[f] > kLeastDeviation) columns.push_back(f);
  }
  Eigen::VectorXd y(static_cast<Eigen::Index>(examples.size()));
  for (Eigen::Index i = 0; i < y.size(); ++i) y(i) = examples[static_cast<std::size_t>(i)].copy ? 1 : 0;
  Eigen::VectorXd beta = solve(design(examples, learned, columns), y, ridge);
  for (auto worst = worst_sign(beta, columns); worst < columns.size(); worst = worst_sign(beta, columns)) {
    columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(worst));
    beta = solve(design(examples, learned, columns), y, ridge);
  }
  learned.intercept = rounded(beta(0));
  for (std::size_t i = 0; i < columns.size(); ++i) learned.weight[columns[i]] = rounded(beta(static_cast<Eigen::Index>(i) + 1));
  return learned;
}

Calibration calibration_of(std::span<const Stated> stated) {
  Calibration calibration;
  calibration.bins.resize(kBins);
  for (std::size_t i = 0; i < kBins; ++i) calibration.bins[i].low = static_cast<double>(i) / static_cast<double>(kBins);
  for (const auto& [probability, copy] : stated) {
    auto& bin = calibration.bins[std::min(kBins - 1, static_cast<std::size_t>(probability * static_cast<double>(kBins)))];
    const double truth = copy ? 1 : 0;
    ++bin.pairs;
    bin.stated += probability;
    bin.found += truth;
    calibration.brier += (probability - truth) * (probability - truth);
  }
  for (auto& bin : calibration.bins) {
    calibration.expected_error += std::abs(bin.stated - bin.found);
    const auto pairs = static_cast<double>(std::max<std::size_t>(bin.pairs, 1));
    bin.stated /= pairs;
    bin.found /= pairs;
  }
  const auto all = static_cast<double>(std::max<std::size_t>(stated.size(), 1));
  calibration.brier /= all;
  calibration.expected_error /= all;
  return calibration;
}

}  // namespace wireprint
