#include <catch2/catch.hpp>

#include "wireprint/text/tokenizer.hpp"

namespace wireprint {

TEST_CASE("case, width and compatibility forms make no difference") {
  CHECK(normalize("STRASSE") == normalize("Straße"));
  CHECK(normalize("ＡＰ ﬁnds ½") == "ap finds 1⁄2");
  CHECK(normalize("ΌΔΥΣΣΕΎΣ") == normalize("Όδυσσεύς"));
  CHECK(normalize("ｶﾞ") == "ガ");
}

TEST_CASE("Latin, Greek, Arabic and Hebrew letters lose their marks, composed or not") {
  CHECK(normalize("Erdoğan İnce Ångström") == "erdogan ince angstrom");
  CHECK(normalize("cafe\u0301") == "cafe");
  CHECK(normalize("Ἀθῆναι") == "αθηναι");
  CHECK(normalize("مُحَمَّد") == "محمد");
  CHECK(normalize("שָׁלוֹם") == "שלום");
}

TEST_CASE("hamza and madda leave alef, waw and ya") {
  CHECK(normalize("أإآ") == "ااا");
  CHECK(normalize("ؤئ") == "وي");
  CHECK(normalize("ء") == "ء");
}

TEST_CASE("ё is е, but й, voiced kana and Indic vowels stay") {
  CHECK(normalize("Ёлка") == "елка");
  CHECK(normalize("е\u0308лка") == "елка");
  CHECK(normalize("Йод и\u0306од їжак") == "йод йод їжак");
  CHECK(normalize("か\u3099 が か") == "が が か");
  CHECK(normalize("हिन्दी") == "हिन्दी");
}

TEST_CASE("jamo become syllables") {
  CHECK(normalize("\u1112\u1161\u11ab\u1100\u116e\u11a8") == "한국");
  CHECK(normalize("하\u11ab") == "한");
}

TEST_CASE("marks are put into canonical order") {
  CHECK(normalize("я\u0301\u0323") == normalize("я\u0323\u0301"));
  CHECK(normalize("น\u0e49\u0e38") == normalize("น\u0e38\u0e49"));
}

TEST_CASE("there is one single quote, one double quote and one dash") {
  CHECK(normalize("‘a’ ʼb` ׳c ‹d›") == "'a' 'b' 'c 'd'");
  CHECK(normalize("“a” „b“ «c» 「d」 ״e") == "\"a\" \"b\" \"c\" \"d\" \"e");
  CHECK(normalize("a—b–c‐d−e־f") == "a-b-c-d-e-f");
}

TEST_CASE("what is ignorable vanishes") {
  CHECK(normalize("co\u00adoperate \ufeffzero\u200bwidth") == "cooperate zerowidth");
  CHECK(normalize("e\u200d\u0301") == "e");
}

TEST_CASE("each maximal subpart of ill-formed UTF-8 becomes one U+FFFD") {
  CHECK(normalize("a\xff" "b") == "a\ufffdb");
  CHECK(normalize("\xe2\x80") == "\ufffd");
  CHECK(normalize("\xe2\x80 x") == "\ufffd x");
  CHECK(normalize("\xed\xa0\x80") == "\ufffd\ufffd\ufffd");
  CHECK(normalize("\xf0\x9f\x98") == "\ufffd");
  CHECK(normalize("\xc0\xaf") == "\ufffd\ufffd");
  CHECK(normalize("\xf4\x90\x80\x80") == "\ufffd\ufffd\ufffd\ufffd");
}

TEST_CASE("a thousand marks on one letter are no trouble") {
  std::string text = "и";
  for (int i = 0; i < 1000; ++i) text += i % 2 == 0 ? "\u0301" : "\u0323";
  const auto normalized = normalize(text);
  CHECK(normalized.size() == text.size());
  CHECK(normalize(normalized) == normalized);
}

}  // namespace wireprint
