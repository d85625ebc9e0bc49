// The hashing core against the obvious C++ (obvious.hpp), one thread, from texts in memory.
//
//   hashing_ratio [--megabytes N] CORPUS...     and generated Russian
//
// Ours goes from raw UTF-8 to MinHash-128 with the exact hash; the obvious one is given our normalised words, joined,
// for nothing. First the estimates of both are held against the exact resemblance; the program ends with 1 when one of
// them is off. A step's time is the least of several passes over all texts.
#include <fmt/format.h>

#include <time.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <vector>

#include "obvious.hpp"
#include "texts.hpp"
#include "wireprint/base/hash.hpp"
#include "wireprint/sketch/fingerprint.hpp"
#include "wireprint/sketch/minhash.hpp"
#include "wireprint/sketch/shingles.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace wireprint::bench {
namespace {

constexpr int kSlots = 128;
constexpr int kPasses = 5;
constexpr int kPairs = 400;

using Hashes = std::vector<std::uint64_t>;

std::string joined_words(const std::string& text) {
  std::string words;
  for (const TextRange& range : tokenize(text).ranges) {
    if (!words.empty()) words += ' ';
    words += normalize(std::string_view(text).substr(range.begin, range.end - range.begin));
  }
  return words;
}

// A text and the same with its middle taken out, so that a pair's resemblance may be anything.
std::string trimmed(const std::string& words, double share) {
  const auto keep = static_cast<std::size_t>(share * static_cast<double>(words.size()));
  const auto cut = words.find(' ', keep);
  return cut == std::string::npos ? words : words.substr(0, cut);
}

double exact_resemblance(Hashes a, Hashes b) {
  make_distinct(a), make_distinct(b);
  const auto common = static_cast<double>(count_common(a, b));
  return common / (static_cast<double>(a.size() + b.size()) - common);
}

struct Errors {
  double ours = 0;  ///< root of the mean square
  double obvious = 0;
  double our_bias = 0;
  double obvious_bias = 0;
};

Errors errors_on(const Texts& texts, Obvious& obvious) {
  Errors sum;
  for (int i = 0; i < kPairs; ++i) {
    const std::string whole = joined_words(texts.bodies[static_cast<std::size_t>(i) % texts.bodies.size()]);
    const std::string part = trimmed(whole, (i + 0.5) / kPairs);
    const auto shingles = [](const std::string& words) {
      Hashes tokens, found;
      hash_tokens(words, tokens);
      hash_shingles(tokens, 5, 0, found);
      return found;
    };
    const Hashes a = shingles(whole), b = shingles(part);
    const double exact = exact_resemblance(a, b);
    const double ours = estimate_resemblance(minhash(a, kSlots), minhash(b, kSlots)) - exact;
    const double theirs = Obvious::estimate_resemblance(obvious.sketch(whole), obvious.sketch(part)) - exact;
    sum.ours += ours * ours, sum.obvious += theirs * theirs;
    sum.our_bias += ours, sum.obvious_bias += theirs;
  }
  return {std::sqrt(sum.ours / kPairs), std::sqrt(sum.obvious / kPairs), sum.our_bias / kPairs, sum.obvious_bias / kPairs};
}

// Five standard errors of the mean, each of at most 0.5 / sqrt(slots); the error of one estimate likewise.
bool agree(const Errors& e) {
  const double most = 0.5 / std::sqrt(kSlots);
  const double bias = 5 * most / std::sqrt(kPairs);
  return e.ours < 1.2 * most && e.obvious < 1.2 * most && std::abs(e.our_bias) < bias && std::abs(e.obvious_bias) < bias;
}

volatile std::uint64_t sink;  // what is made has to be made

// Of this thread, so that a busy machine adds less to it.
double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

template <class Step>
double seconds_of(const std::vector<std::string>& texts, Step step) {
  double best = 1e9;
  for (int pass = 0; pass < kPasses; ++pass) {
    const double start = processor_seconds();
    std::uint64_t sum = 0;
    for (const auto& text : texts) sum += step(text);
    sink = sum;
    best = std::min(best, processor_seconds() - start);
  }
  return best;
}

struct Row {
  double bytes = 0;
  double tokens = 0;
  double normalize = 0;  // seconds
  double hash_tokens = 0;
  double minhash = 0;
  double fingerprint = 0;
  double obvious = 0;
};

Row measure(const Texts& texts, Obvious& obvious) {
  Row row;
  row.bytes = static_cast<double>(texts.bytes());
  Hashes tokens, shingles;
  std::vector<std::string> joined;
  for (const auto& body : texts.bodies) {
    hash_tokens(body, tokens);
    row.tokens += static_cast<double>(tokens.size());
    if (!tokens.empty()) joined.push_back(joined_words(body));
  }
  row.normalize = seconds_of(texts.bodies, [](const std::string& text) { return normalize(text).size(); });
  row.hash_tokens = seconds_of(texts.bodies, [&](const std::string& text) { return hash_tokens(text, tokens), tokens.size(); });
  row.minhash = seconds_of(texts.bodies, [&](const std::string& text) {
    hash_tokens(text, tokens);
    hash_shingles(tokens, 5, 0, shingles);
    const MinHash sketch = minhash(shingles, kSlots);
    return hash_words_128(tokens).low + (sketch.empty() ? 0 : sketch.front());
  });
  Sketcher sketcher{Recipe{}};
  row.fingerprint = seconds_of(texts.bodies, [&](const std::string& text) {
    hash_tokens(text, tokens);
    return sketcher.sketch(tokens).samples.size();
  });
  row.obvious = seconds_of(joined, [&](const std::string& words) { return obvious.sketch(words).front(); });
  return row;
}

bool run(const Texts& texts) {
  if (texts.bodies.empty()) {
    fmt::print(stderr, "hashing_ratio: no text in {}\n", texts.name);
    return false;
  }
  Obvious obvious;
  const Errors errors = errors_on(texts, obvious);
  if (!agree(errors)) {
    fmt::print("{}: the estimates are off: RMSE {:.4f} ours, {:.4f} obvious, bias {:.4f}, {:.4f}\n", texts.name, errors.ours, errors.obvious,
               errors.our_bias, errors.obvious_bias);
    return false;
  }
  const Row row = measure(texts, obvious);
  const auto speed = [&](double seconds) { return row.bytes / 1e6 / seconds; };
  fmt::print("{:14} {:6.1f} {:10.0f} {:8.0f} {:8.0f} {:12.0f} {:8.1f} {:6.1f} {:10.0f}   {:.4f} {:.4f}\n", texts.name, row.bytes / 1e6,
             speed(row.normalize), speed(row.hash_tokens), speed(row.minhash), speed(row.fingerprint), speed(row.obvious),
             row.obvious / row.minhash, row.tokens / 1e6 / row.minhash, errors.ours, errors.obvious);
  return true;
}

}  // namespace
}  // namespace wireprint::bench

int main(int argc, char** argv) {
  using namespace wireprint::bench;
  std::size_t megabytes = 20;
  std::vector<std::string> paths(argv + 1, argv + argc);
  if (paths.size() >= 2 && paths[0] == "--megabytes") {
    megabytes = static_cast<std::size_t>(std::max(1, std::atoi(paths[1].c_str())));
    paths.erase(paths.begin(), paths.begin() + 2);
  }
  fmt::print("MB of text a second, one thread (processor time); M tokens a second and RMSE on {} pairs, of MinHash-{}\n", kPairs, kSlots);
  fmt::print("{:14} {:>6} {:>10} {:>8} {:>8} {:>12} {:>8} {:>6} {:>10}   {}\n", "corpus", "MB", "normalise", "tokens", "minhash", "fingerprint",
             "obvious", "ratio", "M tokens/s", "RMSE ours, obvious");
  bool good = true;
  for (const auto& path : paths) good = run(read_texts(path, megabytes)) && good;
  return run(generate_texts("ru", std::min<std::size_t>(megabytes, 5))) && good ? EXIT_SUCCESS : EXIT_FAILURE;
}
