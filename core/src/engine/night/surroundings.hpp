// The leaders that share story with a text, before it and after it in the order of time.
//
// The list of each shingle is read and put in order once, however many texts of the batch hold it: tonight's big story is
// in as many lists as it has prints, and each of them is as long.
#pragma once

#include <span>
#include <vector>

#include "base/hash_table.hpp"
#include "engine/night/night.hpp"

namespace wireprint {

/// As things are or as they were.
struct Around {
  std::vector<DocId> before;           ///< as passages_before() has them
  std::vector<DocId> after;            ///< those that may share enough
  std::vector<std::uint64_t> crowds;   ///< shingles that it shares with later ones and with so many that these may see others than before
};

/// Any number of threads may ask, while nothing is written to the night.
class Surroundings {
 public:
  /// Reads the lists of the shingles that are story in `docs`, each once there. Those alone can be asked about.
  Surroundings(Night& night, std::span<const DocId> docs);

  [[nodiscard]] Around around(DocId doc) const;

  /// Leaders after `doc` that may share enough story with it, in pairs that `days` may have changed (see Stale).
  [[nodiscard]] std::vector<DocId> partners_after(DocId doc, DayRange days) const;

 private:
  /// The leaders that hold a shingle, in the order of time.
  struct List {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t holders = 0;  ///< those that do not lead too
  };
  struct Part {
    std::vector<std::uint64_t> shingles;
    std::vector<Posting> leaders;
    HashTable<List> lists;
  };
  static constexpr std::size_t kParts = 64;

  [[nodiscard]] static std::size_t part_of(std::uint64_t shingle) { return static_cast<std::size_t>(order_of(shingle) >> 58U); }

  // A run of postings is ordered by the lowest 36 bits of a hash: lists that are asked for in that order lie side by side.
  [[nodiscard]] static std::uint64_t order_of(std::uint64_t shingle) { return shingle << 28U; }
  [[nodiscard]] bool is_of_use(std::uint64_t shingle, Day day) const;
  [[nodiscard]] Day last_as_story(std::uint64_t shingle) const;
  void read(Part& part) const;
  [[nodiscard]] bool comes_before(const Posting& a, const Posting& b) const;
  void add_before(std::span<const Posting> before, std::uint64_t shingle, Day own, std::vector<DocId>& found) const;

  Night& night_;
  std::vector<Part> parts_;
};

}  // namespace wireprint
