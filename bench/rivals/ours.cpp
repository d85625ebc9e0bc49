// wireprint and the obvious C++ on what the rivals are given (rival.py): rows of JSON on standard output.
//
//   rival_ours FOLDER TEXTS[,TEXTS...] SIZE[,SIZE...]
//
// One thread. A step's time is the least of several passes. The estimates are held against exact resemblance first, and
// stand beside the time.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "../obvious.hpp"
#include "wireprint/base/hash.hpp"
#include "wireprint/sketch/minhash.hpp"
#include "wireprint/sketch/shingles.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace wireprint::bench {
namespace {

constexpr int kSlots = 128;
constexpr int kPasses = 7;

using Hashes = std::vector<std::uint64_t>;

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return std::move(bytes).str();
}

std::vector<std::string> read_strings(const std::string& path) {
  const std::string bytes = read_file(path);
  std::vector<std::string> strings;
  for (std::size_t at = 0; at + 4 <= bytes.size();) {
    std::uint32_t length = 0;
    std::memcpy(&length, bytes.data() + at, 4);
    strings.push_back(bytes.substr(at + 4, length));
    at += 4 + length;
  }
  return strings;
}

template <class T>
std::vector<T> read_values(const std::string& path) {
  const std::string bytes = read_file(path);
  std::vector<T> values(bytes.size() / sizeof(T));
  std::memcpy(values.data(), bytes.data(), values.size() * sizeof(T));
  return values;
}

std::vector<std::string> parts_of(const std::string& list) {
  std::vector<std::string> parts;
  std::istringstream in(list);
  for (std::string part; std::getline(in, part, ',');) parts.push_back(part);
  return parts;
}

std::string joined_words(const std::string& text) {
  std::string words;
  for (const TextRange& range : tokenize(text).ranges) {
    if (!words.empty()) words += ' ';
    words += normalize(std::string_view(text).substr(range.begin, range.end - range.begin));
  }
  return words;
}

Hashes shingles_of(std::string_view text) {
  Hashes tokens, shingles;
  hash_tokens(text, tokens);
  hash_shingles(tokens, 5, 0, shingles);
  return shingles;
}

double exact_resemblance(Hashes a, Hashes b) {
  make_distinct(a), make_distinct(b);
  const auto common = static_cast<double>(count_common(a, b));
  return common / (static_cast<double>(a.size() + b.size()) - common);
}

volatile std::uint64_t sink;  // what is made has to be made

template <class Work>
double least_seconds(const Work& work) {
  double best = 1e9;
  for (int pass = 0; pass < kPasses; ++pass) {
    const auto start = std::chrono::steady_clock::now();
    sink = work();
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  return best;
}

struct Errors {
  double squares = 0;
  double sum = 0;
  int pairs = 0;

  void add(double estimate, double exact) {
    squares += (estimate - exact) * (estimate - exact);
    sum += estimate - exact;
    ++pairs;
  }
  [[nodiscard]] std::string json() const { return fmt::format(R"("rmse": {:.6f}, "bias": {:.6f}, "pairs": {})", std::sqrt(squares / pairs), sum / pairs, pairs); }
};

void print_text(const char* who, const char* settings, const std::string& name, std::size_t bytes, double seconds, const Errors& errors) {
  fmt::print(R"({{"rival": "{}", "version": "here", "settings": "{}", "from": "text", "input": "{}", "bytes": {}, "seconds": {:.6f}, "mb_per_second": {:.2f}, {}}})"
             "\n",
             who, settings, name, bytes, seconds, static_cast<double>(bytes) / 1e6 / seconds, errors.json());
}

void measure_texts(const std::string& folder, const std::string& name) {
  const auto texts = read_strings(folder + "/texts-" + name + ".bin");
  const auto pairs = read_strings(folder + "/text-pairs-" + name + ".bin");
  std::size_t bytes = 0;
  std::vector<std::string> joined;
  for (const auto& text : texts) bytes += text.size(), joined.push_back(joined_words(text));

  Obvious obvious;
  Errors ours, theirs;
  for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) {
    const Hashes a = shingles_of(pairs[i]), b = shingles_of(pairs[i + 1]);
    const double exact = exact_resemblance(a, b);
    ours.add(estimate_resemblance(minhash(a, kSlots), minhash(b, kSlots)), exact);
    theirs.add(Obvious::estimate_resemblance(obvious.sketch(joined_words(pairs[i])), obvious.sketch(joined_words(pairs[i + 1]))), exact);
  }
  Hashes tokens, shingles;
  const double cut = least_seconds([&] {
    std::uint64_t sum = 0;
    for (const auto& text : texts) hash_tokens(text, tokens), sum += tokens.size();
    return sum;
  });
  const double sketched = least_seconds([&] {
    std::uint64_t sum = 0;
    for (const auto& text : texts) {
      hash_tokens(text, tokens);
      hash_shingles(tokens, 5, 0, shingles);
      sum += hash_words_128(tokens).low + minhash(shingles, kSlots).size();
    }
    return sum;
  });
  const double obviously = least_seconds([&] {
    std::uint64_t sum = 0;
    for (const auto& words : joined) sum += obvious.sketch(words).front();
    return sum;
  });
  print_text("wireprint", "MinHash-128 with the exact hash", name, bytes, sketched, ours);
  print_text("wireprint, tokens alone", "hash_tokens, no sketch: the limit", name, bytes, cut, ours);
  print_text("obvious C++", "given our normalised words for nothing", name, bytes, obviously, theirs);
}

void measure_hashes(const std::string& folder, const std::string& size_text) {
  const auto size = static_cast<std::size_t>(std::strtoull(size_text.c_str(), nullptr, 10));
  const auto sets = read_values<std::uint64_t>(folder + "/sets-" + size_text + ".bin");
  const auto pairs = read_values<std::uint64_t>(folder + "/set-pairs-" + size_text + ".bin");
  const auto exact = read_values<double>(folder + "/set-pairs-" + size_text + "-exact.bin");
  const auto row = [&](const std::vector<std::uint64_t>& all, std::size_t i) { return std::span(all).subspan(i * size, size); };
  Errors errors;
  for (std::size_t i = 0; i < exact.size(); ++i) {
    errors.add(estimate_resemblance(minhash(row(pairs, 2 * i), kSlots), minhash(row(pairs, 2 * i + 1), kSlots)), exact[i]);
  }
  const double seconds = least_seconds([&] {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < sets.size() / size; ++i) sum += minhash(row(sets, i), kSlots).front();
    return sum;
  });
  fmt::print(R"({{"rival": "wireprint", "version": "here", "settings": "minhash", "from": "hashes", "input": {}, "hashes": {}, "seconds": {:.6f}, "mhashes_per_second": {:.2f}, {}}})"
             "\n",
             size, sets.size(), seconds, static_cast<double>(sets.size()) / 1e6 / seconds, errors.json());
}

}  // namespace
}  // namespace wireprint::bench

int main(int argc, char** argv) {
  if (argc != 4) {
    fmt::print(stderr, "rival_ours FOLDER TEXTS[,TEXTS...] SIZE[,SIZE...]\n");
    return 2;
  }
  using namespace wireprint::bench;
  for (const auto& name : parts_of(argv[2])) measure_texts(argv[1], name);
  for (const auto& size : parts_of(argv[3])) measure_hashes(argv[1], size);
}
