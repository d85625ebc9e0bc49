#include "wireprint/verify/coefficients.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>
#include <optional>
#include <shipped_coefficients.hpp>
#include <vector>

#include "wireprint/base/hash.hpp"

namespace wireprint {
namespace {

constexpr std::string_view kVersion = "wireprint.coefficients/1";
constexpr std::string_view kColumns = "feature\tweight\tmean\tdeviation";
constexpr std::size_t kFirstFeature = 7;

std::string body_of(const Coefficients& c) {
  std::string text = fmt::format("{}\ntrained_on\t{}\n", kVersion, c.trained_on);
  text += fmt::format("min_share\t{:.6f}\nmin_share_of_longer\t{:.6f}\nwhole\t{:.6f}\n", c.thresholds.min_share, c.thresholds.min_share_of_longer,
                      c.thresholds.whole);
  text += fmt::format("intercept\t{:.6f}\n{}\n", c.intercept, kColumns);
  for (std::size_t i = 0; i < kFeatures; ++i) {
    text += fmt::format("{}\t{:.6f}\t{:.6f}\t{:.6f}\n", feature_names()[i].code, c.weight[i], c.mean[i], c.deviation[i]);
  }
  return text;
}

std::string fingerprint_of_text(std::string_view text) { return fmt::format("{:016x}", hash_bytes(text)); }

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find(at, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

bool is_share(double value) { return value >= 0 && value <= 1; }

/// The file, line by line. The first error is kept.
class Parser {
 public:
  Parser(std::string_view text, const std::string& name) : text_(text), name_(name), lines_(split(text, '\n')) {}

  Result<Coefficients> parse() {
    Coefficients c;
    if (lines_[0] != kVersion) stop(0, fmt::format("expected '{}'", kVersion));
    c.trained_on = cell(1, "trained_on");
    c.thresholds = {number(2, "min_share"), number(3, "min_share_of_longer"), number(4, "whole")};
    c.intercept = number(5, "intercept");
    if (line(6) != kColumns) stop(6, fmt::format("expected '{}'", kColumns));
    for (std::size_t i = 0; i < kFeatures; ++i) read_feature(i, c);
    if (!is_share(c.thresholds.min_share)) stop(2, "expected a share, 0 to 1");
    if (!is_share(c.thresholds.min_share_of_longer)) stop(3, "expected a share, 0 to 1");
    if (!is_share(c.thresholds.whole)) stop(4, "expected a share, 0 to 1");
    check_fingerprint();
    if (error_) return fail(*error_);
    return c;
  }

 private:
  void stop(std::size_t at, std::string message) {
    if (!error_) error_ = Error{ErrorCode::BadInput, std::move(message), {name_, at + 1, {}}};
  }

  [[nodiscard]] std::string_view line(std::size_t at) const { return at < lines_.size() ? lines_[at] : std::string_view(); }

  std::string_view cell(std::size_t at, std::string_view name) {
    const auto cells = split(line(at), '\t');
    if (cells.size() == 2 && cells[0] == name) return cells[1];
    stop(at, fmt::format("expected '{}' and one cell more", name));
    return {};
  }

  double number(std::size_t at, std::string_view name) {
    const auto value = number_in(cell(at, name));
    if (!value) stop(at, "expected a number");
    return value.value_or(0);
  }

  void read_feature(std::size_t i, Coefficients& c) {
    const auto code = feature_names()[i].code;
    const auto cells = split(line(kFirstFeature + i), '\t');
    if (cells.size() != 4 || cells[0] != code) return stop(kFirstFeature + i, fmt::format("expected the feature '{}' and three numbers", code));
    const auto weight = number_in(cells[1]);
    const auto mean = number_in(cells[2]);
    const auto deviation = number_in(cells[3]);
    if (!weight || !mean || !deviation || *deviation <= 0) return stop(kFirstFeature + i, "expected three numbers, the last above 0");
    c.weight[i] = *weight;
    c.mean[i] = *mean;
    c.deviation[i] = *deviation;
  }

  void check_fingerprint() {
    constexpr std::size_t kLast = kFirstFeature + kFeatures;
    const auto said = cell(kLast, "fingerprint");
    if (error_) return;
    const auto found = fingerprint_of_text(text_.substr(0, static_cast<std::size_t>(lines_[kLast].data() - text_.data())));
    if (said != found) stop(kLast, fmt::format("expected the fingerprint {}: the file was changed after it was written", found));
  }

  std::string_view text_;
  const std::string& name_;
  std::vector<std::string_view> lines_;
  std::optional<Error> error_;
};

}  // namespace

double log_odds(const Coefficients& coefficients, const Features& features) {
  double sum = coefficients.intercept;
  for (std::size_t i = 0; i < kFeatures; ++i) {
    sum += coefficients.weight[i] * ((features[i] - coefficients.mean[i]) / coefficients.deviation[i]);
  }
  return sum;
}

double probability_of(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

std::optional<Share> probability_of(const Match& match) {
  constexpr std::uint64_t kScale = 10'000;
  if (!match.log_odds) return std::nullopt;
  return Share{static_cast<std::uint64_t>(std::llround(probability_of(*match.log_odds) * static_cast<double>(kScale))), kScale};
}

std::optional<double> log_odds_of(const std::optional<Share>& probability) {
  if (!probability) return std::nullopt;
  return std::log(static_cast<double>(probability->part)) - std::log(static_cast<double>(probability->whole - probability->part));
}

std::string fingerprint_of(const Coefficients& coefficients) { return fingerprint_of_text(body_of(coefficients)); }

std::string write_coefficients(const Coefficients& coefficients) {
  const auto body = body_of(coefficients);
  return body + fmt::format("fingerprint\t{}\n", fingerprint_of_text(body));
}

Result<Coefficients> parse_coefficients(std::string_view text, const std::string& name) { return Parser(text, name).parse(); }

const Coefficients& shipped_coefficients() {
  static const Coefficients coefficients = [] {
    auto parsed = parse_coefficients(kShippedCoefficients, "coefficients.tsv");
    assert(parsed && "a test parses the committed file");
    return *std::move(parsed);
  }();
  return coefficients;
}

}  // namespace wireprint
