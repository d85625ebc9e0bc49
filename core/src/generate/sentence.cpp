#include "generate/sentence.hpp"

#include <string>

namespace wireprint {
namespace {

constexpr std::uint32_t kShortest = 9;
constexpr std::uint32_t kLongest = 31;
constexpr std::uint32_t kNames = 35;     // per mille of the words
constexpr std::uint32_t kFigures = 14;
constexpr std::uint32_t kDenseFigures = 170;
constexpr std::uint32_t kCommas = 60;
constexpr std::uint32_t kReplaced = 90;  // per mille of a rewritten sentence's words

void add_figure(TextBuffer& text, Random& figures, bool spaced) {
  const std::uint64_t bits = figures.next();
  const std::uint64_t number = (bits >> 8U) % (bits % 3 == 0 ? 100 : 10'000);
  text.add(std::to_string(number));
  if ((bits & 0x30U) == 0) text.add("." + std::to_string((bits >> 40U) % 10));
  if (spaced) text.add(' ');
}

// 64 bits for a rank out of the 32 that are left: each half has to be even by itself.
std::uint64_t spread_low_half(std::uint64_t bits) { return (bits & 0xFFFFFFFFU) * 0x9e3779b97f4a7c15U; }

// Phrases are known by their rank; the frequent ones are what everybody writes.
std::uint32_t add_phrase(TextBuffer& text, std::uint64_t bits, const Vocabulary& vocabulary, const Desk& desk) {
  const std::uint64_t rank = zipf_rank(bits, desk.phrase_octaves, desk.phrase_first);
  Random random(mix64(rank) ^ 0x70687261736573U);
  const auto words = static_cast<std::uint32_t>(desk.phrase_words + random.below(desk.phrase_more));
  for (std::uint32_t i = 0; i < words; ++i) vocabulary.add_word(text, random.next());
  return words;
}

void end_sentence(TextBuffer& text, std::size_t begin, const Sentence& sentence, const Vocabulary& vocabulary) {
  std::string_view stop = vocabulary.full_stop();
  if (vocabulary.spaced() && text.size() > begin && *text.at(text.size() - 1) == ' ') text.drop(1);
  if (!sentence.quoted) return text.add(stop);
  text.add(stop.substr(0, vocabulary.spaced() ? 1 : stop.size()));
  text.add(vocabulary.close_quote());
  if (vocabulary.spaced()) text.add(' ');
}

}  // namespace

void write_sentence(TextBuffer& text, const Sentence& sentence, const Vocabulary& vocabulary, const Desk& desk) {
  Random random(sentence.words);
  Random figures(sentence.figures);
  Random change(sentence.change);
  const std::uint32_t figure_rate = sentence.dense ? kDenseFigures : kFigures;
  const std::uint32_t phrases = sentence.dense ? 0 : desk.phrases;
  const std::uint32_t rare = phrases + figure_rate + kNames;
  const auto length = static_cast<std::uint32_t>(random.between(kShortest, kLongest));
  if (sentence.quoted) text.add(vocabulary.open_quote());
  const std::size_t begin = text.size();
  for (std::uint32_t i = 0; i < length; ++i) {
    const std::uint64_t bits = random.next();  // the low half draws a word's rank, the high half what stands there
    const auto what = static_cast<std::uint32_t>(Random::scale(static_cast<std::uint32_t>(bits >> 32U), 1000));
    const bool replaced = sentence.change != 0 && change.chance(kReplaced);
    if (what >= kCommas + rare) {
      vocabulary.add_word(text, replaced ? change.next() : spread_low_half(bits));
    } else if (what < phrases) {
      i += add_phrase(text, mix64(bits), vocabulary, desk);
    } else if (what < phrases + figure_rate) {
      add_figure(text, figures, vocabulary.spaced());
    } else if (what < rare && i > 0) {
      vocabulary.add_name(text, bits);
    } else {
      vocabulary.add_word(text, replaced ? change.next() : spread_low_half(bits));
      if (i + 2 < length && vocabulary.spaced()) text.drop(1), text.add(vocabulary.comma());
    }
  }
  if (text.size() > begin) Vocabulary::capitalise(text.at(begin));
  end_sentence(text, begin, sentence, vocabulary);
}

void write_headline(TextBuffer& text, std::uint64_t seed, const Vocabulary& vocabulary) {
  Random random(seed);
  const std::size_t begin = text.size();
  const auto length = random.between(6, 11);
  for (std::int64_t i = 0; i < length; ++i) {
    if (random.chance(300)) {
      vocabulary.add_name(text, random.next());
    } else {
      vocabulary.add_word(text, random.next());
    }
  }
  Vocabulary::capitalise(text.at(begin));
  if (vocabulary.spaced()) text.drop(1);
}

void write_name(TextBuffer& text, std::uint64_t seed, const Vocabulary& vocabulary, int words) {
  Random random(seed);
  for (int i = 0; i < words; ++i) vocabulary.add_name(text, random.next());
  if (vocabulary.spaced()) text.drop(1);
}

}  // namespace wireprint
