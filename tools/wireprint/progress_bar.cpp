#include "progress_bar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

namespace wireprint::command {
namespace {

constexpr std::uint64_t kColumns = 40;
constexpr double kMega = 1e6;
constexpr auto kBetweenDrawings = std::chrono::milliseconds(50);

std::string amount(const Progress& progress) {
  if (progress.stage == "read") return fmt::format("{:.0f} MB", static_cast<double>(progress.done) / kMega);
  return fmt::to_string(progress.done);
}

}  // namespace

std::string progress_line(const Progress& progress) {
  if (progress.total == 0) return fmt::format("{:<11}{}", progress.stage, amount(progress));
  const double share = std::min(1.0, static_cast<double>(progress.done) / static_cast<double>(progress.total));
  const auto full = static_cast<std::size_t>(share * kColumns);
  return fmt::format("{:<11}[{}{}] {:3.0f} %  {}", progress.stage, std::string(full, '#'), std::string(kColumns - full, '.'),
                     100 * share, amount(progress));
}

void ProgressBar::show(const Progress& progress) {
  const auto now = std::chrono::steady_clock::now();
  if (progress.stage == stage_ && now - drawn_ < kBetweenDrawings) return;
  fmt::print(stderr, "\r{}\x1B[K", progress_line(progress));
  std::fflush(stderr);
  stage_ = progress.stage;
  drawn_ = now;
}

void ProgressBar::clear() {
  if (stage_.empty()) return;
  fmt::print(stderr, "\r\x1B[K");
  std::fflush(stderr);
  stage_ = {};
}

}  // namespace wireprint::command
