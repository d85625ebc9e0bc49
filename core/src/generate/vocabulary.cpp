#include "generate/vocabulary.hpp"

#include <algorithm>
#include <span>

namespace wireprint {
namespace {

using Strings = std::span<const std::string_view>;

constexpr std::string_view kEnglish[]{"the", "of", "to", "and", "a", "in", "for", "that", "is", "on", "was", "with", "said", "as", "by", "at",
                                      "it", "from", "has", "be", "have", "are", "will", "an", "not", "its", "this", "were", "but", "who",
                                      "which", "after", "their", "more", "been", "they", "would", "or", "about", "when", "his", "had"};
constexpr std::string_view kGerman[]{"die", "der", "und", "in", "das", "den", "von", "zu", "mit", "sich", "des", "auf", "im", "für", "ist",
                                     "ein", "dem", "nicht", "eine", "es", "auch", "an", "als", "nach", "bei", "wie", "aus", "am", "sei",
                                     "werden", "hat", "sind", "dass", "um", "wird", "noch", "einen", "über", "vor", "zum", "war", "sagte"};
constexpr std::string_view kRussian[]{"в", "и", "на", "что", "не", "по", "с", "о", "из", "для", "за", "к", "как", "это", "от", "его", "году",
                                      "также", "он", "было", "до", "при", "у", "но", "был", "их", "или", "после", "ранее", "она", "года"};
constexpr std::string_view kArabic[]{"في", "من", "على", "إلى", "أن", "عن", "التي", "مع", "ما", "هذا", "الذي", "كما", "بعد", "هذه", "بين", "لا",
                                     "قبل", "كان", "خلال", "ذلك", "أو", "وقال", "كل", "حيث", "عام", "قد", "لم", "إن", "وفي", "منذ", "غير"};

constexpr std::string_view kEnglishParts[]{"ba", "cor", "den", "el", "fa", "gri", "hol", "in", "ka", "lum", "mer", "no", "or", "pel", "quin", "ra",
                                           "sto", "ter", "ul", "vi", "wen", "yar", "zo", "bre", "chan", "dri", "est", "fol", "ing", "ment", "ly", "tion"};
constexpr std::string_view kGermanParts[]{"ab", "be", "dor", "ein", "fel", "ge", "hau", "ig", "kei", "land", "mün", "nach", "ob", "pfle", "rei",
                                          "schaf", "ten", "über", "ver", "wal", "zei", "stä", "bür", "gro", "lich", "ung", "heit", "ker", "mei", "trä", "wirt", "zen"};
constexpr std::string_view kRussianParts[]{"ба", "вер", "го", "дел", "ем", "жи", "за", "ир", "ко", "лен", "мос", "на", "об", "пра", "ров", "ста",
                                           "тор", "ум", "фи", "хол", "цен", "час", "шко", "ов", "ный", "ние", "ть", "ла", "ки", "ре", "до", "си"};
constexpr std::string_view kArabicParts[]{"ال", "مر", "كت", "دا", "سل", "حم", "نو", "با", "قر", "شم", "عل", "في", "هد", "جم", "ست", "طل",
                                          "ور", "ين", "ات", "ون", "مي", "را", "لي", "صد", "خب", "غر", "زا", "تو", "سا", "عم", "فت", "نظ"};

Strings function_words(Script script) {
  switch (script) {
    case Script::English: return kEnglish;
    case Script::German: return kGerman;
    case Script::Russian: return kRussian;
    case Script::Arabic: return kArabic;
    case Script::Chinese: return {};
  }
  return {};
}

Strings parts(Script script) {
  switch (script) {
    case Script::English: return kEnglishParts;
    case Script::German: return kGermanParts;
    case Script::Russian: return kRussianParts;
    case Script::Arabic: return kArabicParts;
    case Script::Chinese: return {};
  }
  return {};
}

std::string utf8_of(std::uint32_t point) {  // of three bytes
  return {static_cast<char>(0xE0U | (point >> 12U)), static_cast<char>(0x80U | ((point >> 6U) & 0x3FU)), static_cast<char>(0x80U | (point & 0x3FU))};
}

// Frequent words are short, rare ones longer.
std::string pseudo_word(Script script, std::uint32_t rank) {
  Random random(mix64(rank + 1) ^ (static_cast<std::uint64_t>(script) << 56U));
  if (script == Script::Chinese) return utf8_of(0x4E00 + static_cast<std::uint32_t>((rank * 7919ULL) % 20'000));
  const auto known = parts(script);
  std::string word;
  const auto syllables = 2 + random.below(rank < 1000 ? 2 : 3);
  for (std::uint64_t i = 0; i < syllables; ++i) word += known[random.below(known.size())];
  return word;
}

}  // namespace

Vocabulary::Vocabulary(Script script, std::uint32_t octaves) : script_(script), octaves_(octaves), words_(std::size_t{1} << octaves) {
  const auto frequent = function_words(script);
  for (std::uint32_t rank = 0; rank < words_.size(); ++rank) {
    std::string word = rank < frequent.size() ? std::string(frequent[rank]) : pseudo_word(script, rank);
    if (spaced()) word += ' ';
    auto& kept = words_[rank];
    kept.length = static_cast<std::uint8_t>(std::min(word.size(), kept.bytes.size()));
    std::memcpy(kept.bytes.data(), word.data(), kept.length);
  }
}

void Vocabulary::capitalise(char* first) {
  auto* byte = reinterpret_cast<unsigned char*>(first);
  if (byte[0] >= 'a' && byte[0] <= 'z') {
    byte[0] = static_cast<unsigned char>(byte[0] - 0x20U);
  } else if (byte[0] == 0xD0U && byte[1] >= 0xB0U) {  // а to п
    byte[1] = static_cast<unsigned char>(byte[1] - 0x20U);
  } else if (byte[0] == 0xD1U && byte[1] <= 0x8FU) {  // р to я
    byte[0] = 0xD0U;
    byte[1] = static_cast<unsigned char>(byte[1] + 0x20U);
  }
}

void Vocabulary::add_name(TextBuffer& text, std::uint64_t bits) const {
  const Word& word = words_[words_.size() / 2 + (bits & (words_.size() / 2 - 1))];
  const std::size_t place = text.size();
  text.add_block(word.bytes, word.length);
  capitalise(text.at(place));
}

std::string_view Vocabulary::comma() const {
  if (script_ == Script::Chinese) return "，";
  return script_ == Script::Arabic ? "، " : ", ";
}

std::string_view Vocabulary::full_stop() const { return script_ == Script::Chinese ? "。" : ". "; }

std::string_view Vocabulary::open_quote() const {
  switch (script_) {
    case Script::German: return "„";
    case Script::Russian:
    case Script::Arabic: return "«";
    default: return "“";
  }
}

std::string_view Vocabulary::close_quote() const {
  switch (script_) {
    case Script::German: return "“";
    case Script::Russian:
    case Script::Arabic: return "»";
    default: return "”";
  }
}

}  // namespace wireprint
