#include <catch2/catch.hpp>

#include "text/furniture_support.hpp"

namespace wireprint {

using test::found_in;
using test::story;
using Lines = std::vector<std::string>;

TEST_CASE("a byline of its own is recognised in every language") {
  const std::string byline =
      GENERATE(as<std::string>{}, "By Jane Doe, Harbour Gazette", "By JANE DOE, AP Business Writer", "By Jane Doe and John Roe",
               "Written by Jane Doe", "Von Max Muster, dpa", "Von Max Muster und Erika Beispiel", "Ein Kommentar von Max Muster",
               "Par Jeanne Martin", "Por Juan Pérez", "بقلم: محمد أحمد", "记者 张三 李四", "责任编辑：王五", "Автор: Иван Петров");
  CHECK(found_in(byline + "\n\n" + story()) == Lines{"byline: " + byline});
}

TEST_CASE("a byline at the end is one too, in the middle it is not looked for") {
  CHECK(found_in(story() + "\n\nBy Jane Doe") == Lines{"byline: By Jane Doe"});
  CHECK(found_in(story() + "\n\nBy Jane Doe\n\n" + story()).empty());
}

TEST_CASE("who reported is a byline at the end of a story") {
  const std::string line = "Reported by Jane Doe for the Harbour Service. Translated by John Roe.";
  CHECK(found_in(story() + "\n\n" + line) == Lines{"byline: " + line});
}

TEST_CASE("reporter, paper and city before an Arabic story are taken to the colon") {
  CHECK(found_in("محمد أحمد- سبق- الرياض: أغلق الميناء بعد العاصفة أمس.") == Lines{"byline: محمد أحمد- سبق- الرياض:"});
}

TEST_CASE("the reporter in brackets behind a Chinese story is taken, the story is not") {
  CHECK(found_in("港口在风暴之后关闭。（记者 张三）") == Lines{"byline: （记者 张三）"});
}

TEST_CASE("a sentence or a heading that starts like a byline is story") {
  const std::string sentence =
      GENERATE(as<std::string>{}, "By Friday the river had risen by another metre.", "By Friday Night", "By All Means",
               "By the time the ferry left, the quay was closed.", "Von Hamburg nach Bremen", "Von dort fuhr das Schiff weiter.",
               "Par la suite, le port a fermé.", "Por la tarde cerró el puerto.", "记者看到，港口已经关闭。", "Автор книги живёт в Москве.");
  CHECK(found_in(sentence + "\n\n" + story()) == Lines{});
}

}  // namespace wireprint
