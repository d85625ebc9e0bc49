#include "wireprint/evaluation/agreement.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>
#include <vector>

namespace wireprint {
namespace {

/// So many things stand in cluster `truth` of the one clustering and in cluster `found` of the other.
struct Cell {
  std::uint32_t truth = 0;
  std::uint32_t found = 0;
  std::uint64_t size = 0;
  std::uint64_t truth_size = 0;  ///< of the whole cluster
  std::uint64_t found_size = 0;
};

std::uint64_t pairs_of(std::uint64_t n) { return n * (n - std::min<std::uint64_t>(n, 1)) / 2; }

std::vector<std::uint64_t> sizes_of(std::span<const std::uint32_t> clusters) {
  std::vector<std::uint32_t> sorted(clusters.begin(), clusters.end());
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::uint64_t> sizes;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (i == 0 || sorted[i] != sorted[i - 1]) sizes.push_back(0);
    ++sizes.back();
  }
  return sizes;
}

// In runs of equal `cluster`, which are adjacent, sets `size` to the run's sum.
void fill_sizes(std::vector<Cell>& cells, std::uint32_t Cell::*cluster, std::uint64_t Cell::*size) {
  for (std::size_t begin = 0, end = 0; begin < cells.size(); begin = end) {
    std::uint64_t sum = 0;
    for (; end < cells.size() && cells[end].*cluster == cells[begin].*cluster; ++end) sum += cells[end].size;
    for (std::size_t i = begin; i < end; ++i) cells[i].*size = sum;
  }
}

// The contingency table without its empty cells.
std::vector<Cell> cells_of(std::span<const std::uint32_t> truth, std::span<const std::uint32_t> found) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> things;
  for (std::size_t i = 0; i < truth.size(); ++i) things.emplace_back(truth[i], found[i]);
  std::sort(things.begin(), things.end());
  std::vector<Cell> cells;
  for (const auto& [t, f] : things) {
    if (cells.empty() || cells.back().truth != t || cells.back().found != f) cells.push_back({t, f});
    ++cells.back().size;
  }
  fill_sizes(cells, &Cell::truth, &Cell::truth_size);
  std::sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) { return std::pair(a.found, a.truth) < std::pair(b.found, b.truth); });
  fill_sizes(cells, &Cell::found, &Cell::found_size);
  return cells;
}

double adjusted_rand(double together, double in_truth, double in_found, double all) {
  const double expected = all > 0 ? in_truth * in_found / all : 0;
  const double most = (in_truth + in_found) / 2;
  return most == expected ? 1.0 : (together - expected) / (most - expected);
}

double entropy(std::span<const std::uint64_t> sizes, double things) {
  double sum = 0;
  for (const auto size : sizes) sum -= static_cast<double>(size) / things * std::log(static_cast<double>(size) / things);
  return sum;
}

double explained(double left, double whole) { return whole > 0 ? 1 - left / whole : 1.0; }

double harmonic(double a, double b) { return a + b > 0 ? 2 * a * b / (a + b) : 0.0; }

double value_or_one(Share share) { return share.whole == 0 ? 1.0 : share.value(); }

void measure_items(Agreement& agreement, const std::vector<Cell>& cells, std::span<const std::uint64_t> truths,
                   std::span<const std::uint64_t> founds, double things) {
  double precision = 0, recall = 0, truth_left = 0, found_left = 0;
  for (const auto& cell : cells) {
    const auto n = static_cast<double>(cell.size);
    const double of_found = n / static_cast<double>(cell.found_size);
    const double of_truth = n / static_cast<double>(cell.truth_size);
    precision += n * of_found;
    recall += n * of_truth;
    truth_left -= n / things * std::log(of_found);
    found_left -= n / things * std::log(of_truth);
  }
  agreement.b_cubed_precision = precision / things;
  agreement.b_cubed_recall = recall / things;
  agreement.homogeneity = explained(truth_left, entropy(truths, things));
  agreement.completeness = explained(found_left, entropy(founds, things));
}

}  // namespace

double Agreement::pair_f1() const { return harmonic(value_or_one(pair_precision), value_or_one(pair_recall)); }
double Agreement::b_cubed_f1() const { return harmonic(b_cubed_precision, b_cubed_recall); }
double Agreement::v_measure() const { return harmonic(homogeneity, completeness); }

Agreement agreement_of(std::span<const std::uint32_t> truth, std::span<const std::uint32_t> found) {
  assert(truth.size() == found.size() && "every thing stands in both");
  Agreement agreement;
  if (truth.empty()) return agreement;
  const auto cells = cells_of(truth, found);
  const auto truths = sizes_of(truth);
  const auto founds = sizes_of(found);
  std::uint64_t together = 0, in_truth = 0, in_found = 0;
  for (const auto& cell : cells) together += pairs_of(cell.size);
  for (const auto size : truths) in_truth += pairs_of(size);
  for (const auto size : founds) in_found += pairs_of(size);
  agreement.pair_precision = {together, in_found};
  agreement.pair_recall = {together, in_truth};
  agreement.adjusted_rand = adjusted_rand(static_cast<double>(together), static_cast<double>(in_truth), static_cast<double>(in_found),
                                          static_cast<double>(pairs_of(truth.size())));
  measure_items(agreement, cells, truths, founds, static_cast<double>(truth.size()));
  return agreement;
}

}  // namespace wireprint
