#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "wireprint/text/tokenizer.hpp"

namespace wireprint {
namespace {

// The tokens that carry the flag, as they stand in the source, with blanks between them.
std::string flagged(const std::string& text, TokenFlag flag) {
  const auto tokens = tokenize(text);
  std::string found;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if ((tokens.flags[i] & flag) == 0) continue;
    if (!found.empty()) found += ' ';
    found += text.substr(tokens.ranges[i].begin, tokens.ranges[i].end - tokens.ranges[i].begin);
  }
  return found;
}

std::string quoted(const std::string& text) { return flagged(text, kQuoted); }

}  // namespace

TEST_CASE("a number holds a digit") {
  CHECK(flagged("On 3 May G20 spent 1,000 ٥ times", kNumber) == "3 G20 1,000 ٥");
}

TEST_CASE("a capitalised word begins with an upper-case or title-case letter in the source") {
  CHECK(flagged("The pope met ANGELA and iPhone 3D Ünal Ёлка ǅem", kCapitalised) == "The ANGELA 3D Ünal Ёлка ǅem");
}

TEST_CASE("a paragraph starts after any line break, and at the beginning") {
  CHECK(flagged("One two\nthree four.\r\n\r\n“Five” six\u2028seven", kParagraphStart) == "One three Five seven");
  CHECK(flagged("  one", kParagraphStart) == "one");
  CHECK(flagged("新闻中\n国家", kParagraphStart) == "新闻 国家");
}

TEST_CASE("straight, curly, German, French and East Asian marks quote") {
  CHECK(quoted("He \"did it\" then") == "did it");
  CHECK(quoted("He “did it” then “left”.") == "did it left");
  CHECK(quoted("Er sagte: „Das geht“, und »jetzt« auch") == "Das geht jetzt");
  CHECK(quoted("Il dit « tout va » et «bien» ici") == "tout va bien");
  CHECK(quoted("他说「好」吗") == "好");
  CHECK(quoted("他说“好”吗") == "好");
  CHECK(quoted("قال \"نعم\" ثم «لا» هنا") == "نعم لا");
  CHECK(quoted("han sa ”ja tack” och gick") == "ja tack");
}

TEST_CASE("single marks are apostrophes and never quote") {
  CHECK(quoted("the boys' 'game' wasn't ‘on’").empty());
  CHECK(quoted("“it’s the boys’ game” he said") == "it’s the boys game");
}

TEST_CASE("a quotation of several paragraphs opens each and closes the last") {
  CHECK(quoted("He said: “One two.\n“Three four.\n“Five,” he said.") == "One two Three four Five");
}

TEST_CASE("a mark that is never closed ends with its paragraph") {
  CHECK(quoted("He \"did it then.\nShe \"left\" early.") == "did it then left");
  CHECK(quoted("He “did it then.\nShe left early.") == "did it then");
}

TEST_CASE("a closing mark without an opening one quotes nothing") {
  CHECK(quoted("this is it,\" he said and left").empty());
  CHECK(quoted("this is it,” he said and “left”") == "left");
}

TEST_CASE("inches and Hebrew acronyms are no quotations") {
  CHECK(quoted("a 12\" screen and a \"nice\" one") == "nice");
  CHECK(quoted("דובר צה\"ל אמר כי").empty());
}

TEST_CASE("a quotation opened one way and closed another is closed") {
  CHECK(quoted("Er rief: \"Wir halten durch“ und ging") == "Wir halten durch");
  CHECK(quoted("“Wir halten“ sagte er, „das geht\" auch") == "Wir halten das geht");
  CHECK(quoted("siehe \"Monitor 2018\"Mehr dazu") == "Monitor 2018");
}

TEST_CASE("an Arabic conjunction may stand right before a quotation, and a closing mark opens nothing") {
  CHECK(quoted("الأول و\"الثاني\" هنا") == "الثاني");
  CHECK(quoted("ودعم الإرهاب\". وفي أعقاب").empty());
}

TEST_CASE("a mark that clearly opens begins anew inside a straight quotation left open") {
  CHECK(quoted("\"one two \"three\" four five") == "one two three");
}

}  // namespace wireprint
