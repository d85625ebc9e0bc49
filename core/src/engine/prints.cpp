#include "engine/prints.hpp"

#include <cstring>

namespace wireprint {

void Prints::push_back(const Fingerprint& print) {
  facts_.push_back({print.exact, print.words});
  sketches_.add(std::string_view(reinterpret_cast<const char*>(print.minhash.data()), 2 * print.minhash.size()));
  samples_.add(print.samples);
}

MinHash Prints::minhash(std::size_t i) const {
  std::vector<std::uint64_t> scratch;
  const auto bytes = sketches_.bytes(i, scratch);
  MinHash sketch(bytes.size() / 2);
  if (!sketch.empty()) std::memcpy(sketch.data(), bytes.data(), bytes.size());
  return sketch;
}

std::vector<std::uint64_t> Prints::samples(std::size_t i) const {
  std::vector<std::uint64_t> samples;
  append_samples(i, samples);
  return samples;
}

void Prints::append_samples(std::size_t i, std::vector<std::uint64_t>& to) const {
  std::vector<std::uint64_t> scratch;
  const auto samples = samples_.words(i, scratch);
  to.insert(to.end(), samples.begin(), samples.end());
}

}  // namespace wireprint
