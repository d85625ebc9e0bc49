#include "support/random_text.hpp"

#include <array>
#include <string_view>

#include "base/utf8.hpp"

namespace wireprint::test {
namespace {

struct Block {
  char32_t first;
  char32_t last;
};

// Where the rules bite.
constexpr std::array kBlocks{
    Block{0x20, 0x7e},       Block{0xa0, 0x24f},      Block{0x250, 0x2ff},     Block{0x370, 0x3ff},
    Block{0x400, 0x52f},     Block{0x531, 0x5f4},     Block{0x600, 0x6ff},     Block{0x750, 0x8ff},
    Block{0x900, 0xdff},     Block{0xe00, 0xeff},     Block{0xf00, 0xfff},     Block{0x1000, 0x109f},
    Block{0x1100, 0x11ff},   Block{0x1780, 0x17ff},   Block{0x1e00, 0x1fff},   Block{0x2000, 0x206f},
    Block{0x2070, 0x218f},   Block{0x2190, 0x22ff},   Block{0x2460, 0x24ff},   Block{0x3000, 0x30ff},
    Block{0x3130, 0x33ff},   Block{0x4e00, 0x4eff},   Block{0xa960, 0xa97f},   Block{0xaa60, 0xaa7f},
    Block{0xac00, 0xac7f},   Block{0xd7b0, 0xd7ff},   Block{0xf900, 0xfaff},   Block{0xfb00, 0xfdff},
    Block{0xfe00, 0xfeff},   Block{0xff00, 0xffef},   Block{0x11000, 0x114ff}, Block{0x1d100, 0x1d1ff},
    Block{0x1d400, 0x1d7ff}, Block{0x1e900, 0x1e95f}, Block{0x1f100, 0x1f3ff}, Block{0x2f800, 0x2fa1f},
    Block{0xe0000, 0xe01ef},
};
constexpr std::array kMarks{Block{0x300, 0x36f},   Block{0x591, 0x5c7},   Block{0x64b, 0x65f},   Block{0x93c, 0x94d},
                            Block{0x9be, 0x9d7},   Block{0xdca, 0xddf},   Block{0x102b, 0x103e}, Block{0x1160, 0x11ff},
                            Block{0x302a, 0x302f}, Block{0x3099, 0x309a}, Block{0x20d0, 0x20f0}, Block{0xff9e, 0xff9f},
                            Block{0x200b, 0x200f}, Block{0x340, 0x345},   Block{0xe31, 0xe4e},   Block{0xad, 0xad}};
constexpr std::u32string_view kJoints = U" .,'’‘“”\"«»„—–-\n`ʼ…0123aeEоеёЁиЙيوا";

void append(char32_t c, std::string& to) {
  if (c >= 0xd800 && c < 0xe000) return;
  std::array<char, 4> bytes{};
  to.append(bytes.data(), utf8::encode(c, bytes.data()));
}

char32_t any_of(Block block, Random& random) {
  return block.first + random.below(static_cast<std::uint32_t>(block.last - block.first + 1));
}

template <class Blocks>
Block pick(const Blocks& blocks, Random& random) {
  return blocks[random.below(static_cast<std::uint32_t>(blocks.size()))];
}

void append_invalid(Random& random, std::string& to) {
  for (auto n = 1 + random.below(3); n > 0; --n) to += static_cast<char>(0x80 + random.below(0x80));
}

// Whole words, so that apostrophes, figures and marks meet as they do in print.
constexpr std::array<std::string_view, 40> kWords{
    "The",      "minister’s", "O'Neill",   "said",    "3,000",  "1.5",     "million", "café",      "naïve",   "U.S.",
    "Straße",   "Größe",      "müssten",   "Über",    "Ёлка",   "поёт",    "Йод",     "Україна",   "ім'я",    "Ερμής",
    "Άνθρωπος", "İstanbul",   "أعلن",      "مُحَمَّد",   "الآن",   "مسؤول",   "שָׁלוֹם",    "צה״ל",      "हिन्दी",    "क़िला",
    "中国新闻", "東京タワー", "ガギグ",    "ｶﾞｷﾞｸﾞ",  "ไทยกิน", "မြန်မာ",     "ខ្មែរ",     "ລາວ",       "한국",    "ﬁnance"};
constexpr std::array<std::string_view, 16> kGaps{" ",  " ",  " ",  " ",  ", ", ". ",   "\n",   " – ",
                                                 "—",  " “", "” ", " «", "» ", " \"", "\" ", ".\n\n"};

}  // namespace

std::string random_unicode(Random& random) {
  std::string text;
  const Block one = pick(kBlocks, random), other = pick(kBlocks, random);
  for (auto left = 1 + random.below(24); left > 0; --left) {
    const auto dice = random.below(16);
    if (dice < 5) append(any_of(one, random), text);
    else if (dice < 8) append(any_of(other, random), text);
    else if (dice < 11) append(any_of(pick(kMarks, random), random), text);
    else if (dice < 13) append(kJoints[random.below(static_cast<std::uint32_t>(kJoints.size()))], text);
    else if (dice < 14) append(any_of(pick(kBlocks, random), random), text);
    else if (dice < 15) append(random.below(0x110000), text);
    else if (random.below(4) == 0) append_invalid(random, text);
  }
  return text;
}

std::string random_news(Random& random) {
  std::string text;
  for (auto left = 1 + random.below(60); left > 0; --left) {
    text += kWords[random.below(kWords.size())];
    text += kGaps[random.below(kGaps.size())];
  }
  return text;
}

}  // namespace wireprint::test
