#include "generate/story.hpp"

#include <algorithm>

namespace wireprint {
namespace {

constexpr std::size_t kShort = 3;          // sentences; fewer are not cut
constexpr std::uint32_t kOpensParagraph = 450;  // per mille

Sentence new_sentence(Random& random) {
  Sentence sentence;
  sentence.words = random.next();
  sentence.figures = random.next();
  sentence.opens_paragraph = random.chance(kOpensParagraph);
  return sentence;
}

std::size_t share_of(std::size_t count, std::int64_t per_cent) { return std::max<std::size_t>(1, count * static_cast<std::size_t>(per_cent) / 100); }

void insert_new(Sentences& sentences, std::size_t place, std::size_t count, Random& random) {
  Sentences fresh;
  for (std::size_t i = 0; i < count; ++i) fresh.push_back(new_sentence(random));
  if (!fresh.empty()) fresh.front().opens_paragraph = true;
  sentences.insert(sentences.begin() + static_cast<std::ptrdiff_t>(place), fresh.begin(), fresh.end());
}

Sentences trimmed(Sentences sentences, Random& random) {
  if (sentences.size() < kShort) return sentences;
  sentences.resize(std::max<std::size_t>(2, share_of(sentences.size(), random.between(22, 85))));
  return sentences;
}

Sentences extended(Sentences sentences, Random& random) {
  const std::size_t more = share_of(sentences.size(), random.between(8, 45));
  const std::size_t place = 1 + random.below(sentences.size());
  insert_new(sentences, std::min(place, sentences.size()), more, random);
  return sentences;
}

Sentences updated(Sentences sentences, Random& random) {
  const std::size_t top = share_of(sentences.size(), random.between(10, 40));
  sentences.erase(sentences.begin(), sentences.begin() + static_cast<std::ptrdiff_t>(std::min(top, sentences.size() - 1)));
  insert_new(sentences, 0, top, random);
  return sentences;
}

Sentences rewritten(Sentences sentences, Random& random) {
  for (auto& sentence : sentences) {
    if (random.chance(600)) sentence.change = random.next() | 1U;
  }
  return sentences;
}

}  // namespace

Sentences make_sentences(std::int64_t words, Random& random) {
  Sentences sentences;
  for (std::int64_t made = 0; made < words; made += kMeanWords) sentences.push_back(new_sentence(random));
  sentences.front().opens_paragraph = true;
  return sentences;
}

Sentences edit(const Sentences& sentences, MadeAs made, Random& random) {
  if (sentences.empty()) return sentences;
  switch (made) {
    case MadeAs::Trimmed: return trimmed(sentences, random);
    case MadeAs::Extended: return extended(sentences, random);
    case MadeAs::Updated: return updated(sentences, random);
    case MadeAs::Rewritten: return rewritten(sentences, random);
    case MadeAs::Live: {
      Sentences longer = sentences;
      insert_new(longer, 0, 1 + random.below(1 + 120 / kMeanWords), random);
      return longer;
    }
    default: return sentences;
  }
}

}  // namespace wireprint
