#include <catch2/catch.hpp>

#include "text/agency.hpp"
#include "text/furniture_support.hpp"

namespace wireprint {

using test::article_of;
using test::story;

TEST_CASE("the dateline names the agency") {
  CHECK(find_furniture(article_of("OSLO (AP) — " + story())).agency == "AP");
  CHECK(find_furniture(article_of("Berlin (dpa/bb) - Der Hafen bleibt zu.")).agency == "dpa");
  CHECK(find_furniture(article_of("新华社北京1月1日电 港口已经关闭。")).agency == "Xinhua");
  CHECK(find_furniture(article_of("МОСКВА, 1 июня. /ТАСС/. Порт закрыт.")).agency == "TASS");
  CHECK(find_furniture(article_of("OSLO, June 01, 2017 (GLOBE NEWSWIRE) -- " + story())).agency == "GlobeNewswire");
}

TEST_CASE("the credit line names the agency") {
  CHECK(find_furniture(article_of(story() + "\n\n(Reuters)")).agency == "Reuters");
  CHECK(find_furniture(article_of("Der Hafen bleibt zu. Quelle: ntv.de, abc/AFP")).agency == "AFP");
}

TEST_CASE("a dateline weighs more than a credit line") {
  const std::string body = "OSLO (AP) — " + story() + "\n\nReuters contributed to this report.";
  CHECK(find_furniture(article_of(body)).agency == "AP");
}

TEST_CASE("byline, author, copyright and outlet are asked where the body says nothing") {
  Article article = article_of(story());
  CHECK(find_furniture(article).agency.empty());
  article.outlet = "Associated Press International";
  CHECK(find_furniture(article).agency == "AP");
  article.copyright = "Copyright 2017 Agence France-Presse";
  CHECK(find_furniture(article).agency == "AFP");
  article.author = "الرياض - واس";
  CHECK(find_furniture(article).agency == "SPA");
  article.byline = "By JANE DOE, Kyodo News";
  CHECK(find_furniture(article).agency == "Kyodo");
}

TEST_CASE("an agency that is only mentioned, or only took the picture, is not credited") {
  const std::string sentence =
      GENERATE(as<std::string>{}, "The harbour master told Reuters that he had seen it coming.", "Foto: dpa",
               "(AP Photo/Jane Doe)", "He said so to AFP.");
  CHECK(find_furniture(article_of(story() + "\n\n" + sentence)).agency.empty());
}

TEST_CASE("a name counts as a whole word, a code as a whole part") {
  CHECK(agency_in("By Jane Doe, AP Writer", Proof::Name) == "AP");
  CHECK(agency_in("By Jane APPLE", Proof::Name).empty());
  CHECK(agency_in("Riyadh - SPA", Proof::Name) == "SPA");
  CHECK(agency_in("The SPA at the harbour", Proof::Name).empty());
  CHECK(agency_in("By Michael Bloomberg", Proof::Name).empty());
  CHECK(agency_in("(Bloomberg)", Proof::Code) == "Bloomberg");
  CHECK(agency_in("لرويترز", Proof::Name).empty());
  CHECK(agency_in("", Proof::Code).empty());
}

TEST_CASE("the longest name at a place is the one that counts") {
  CHECK(agency_in("Australian Associated Press", Proof::Name) == "AAP");
  CHECK(agency_in("(dpa-AFX)", Proof::Code) == "dpa");
}

}  // namespace wireprint
