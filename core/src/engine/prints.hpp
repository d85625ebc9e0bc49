// The fingerprints of a run: what is asked of each again and again in memory, the rest in pools.
#pragma once

#include <cstdint>
#include <vector>

#include "base/pool.hpp"
#include "wireprint/sketch/fingerprint.hpp"

namespace wireprint {

/// Filled by one thread; then read by any number.
class Prints {
 public:
  Prints() = default;

  /// Holds at most so many bytes of sketches and samples in memory, the others in `spool`.
  Prints(const std::shared_ptr<Spool>& spool, std::size_t most_bytes) : sketches_(spool, most_bytes / 2), samples_(spool, most_bytes / 2) {}

  void push_back(const Fingerprint& print);

  [[nodiscard]] std::size_t size() const { return facts_.size(); }
  [[nodiscard]] const Hash128& exact(std::size_t i) const { return facts_[i].exact; }
  [[nodiscard]] std::uint32_t words(std::size_t i) const { return facts_[i].words; }
  [[nodiscard]] MinHash minhash(std::size_t i) const;
  [[nodiscard]] std::vector<std::uint64_t> samples(std::size_t i) const;
  void append_samples(std::size_t i, std::vector<std::uint64_t>& to) const;

 private:
  struct Facts {
    Hash128 exact;
    std::uint32_t words = 0;
  };
  std::vector<Facts> facts_;
  Pool sketches_;
  Pool samples_;
};

}  // namespace wireprint
