// A story and what desks do to it. The operations are pure: what they give depends on their arguments alone.
#pragma once

#include <cstdint>
#include <vector>

#include "generate/desk.hpp"
#include "generate/sentence.hpp"
#include "wireprint/generate/generator.hpp"

namespace wireprint {

using Sentences = std::vector<Sentence>;

struct Story {
  std::uint64_t number = 0;
  std::uint64_t headline = 0;  ///< seed
  std::uint64_t town = 0;      ///< seed
  std::uint32_t outlet = 0;    ///< of the original
  Sentences sentences;
};

/// New sentences of about `words` words.
[[nodiscard]] Sentences make_sentences(std::int64_t words, Random& random);

/// The sentences of a copy. Of an updated story, a log that grows, or one that is not changed, see MadeAs.
[[nodiscard]] Sentences edit(const Sentences& sentences, MadeAs made, Random& random);

}  // namespace wireprint
