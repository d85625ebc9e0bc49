#include <catch2/catch.hpp>

#include "text/furniture_support.hpp"

namespace wireprint {

using test::found_in;
using test::story;
using Lines = std::vector<std::string>;

TEST_CASE("a credit line behind the story is recognised in every language") {
  const std::string credit = GENERATE(
      as<std::string>{}, "Reporting by Jane Doe; Editing by John Roe", "(Additional reporting by Jane Doe in Oslo)",
      "The Associated Press contributed to this report.", "Associated Press writer Jane Doe in Oslo contributed to this report.",
      "Contributing: The Associated Press", "This report includes material from Reuters.", "(Reuters)", "-- Xinhua", "/dpa",
      "© dpa-infocom, dpa:210101-99-12345/2", "dpa/AFP", "Avec AFP", "Con información de EFE", "(واس)", "SPA",
      "* خدمة «نيويورك تايمز»", "来源：新华社", "Источник: ТАСС");
  CHECK(found_in(story() + "\n\n" + credit) == Lines{"agency_credit: " + credit});
}

TEST_CASE("a credit behind the last sentence is taken alone") {
  const std::string credit = GENERATE(as<std::string>{}, "(Reuters)", "(mit dpa)", "(AFP, dpa)", "RND/dpa", "mfh/dpa",
                                      "Quelle: ntv.de, abc/AFP", "Mit Material der Nachrichtenagentur dpa",
                                      "(Reporting by Jane Doe; Editing by John Roe)", "Nachrichtenagenturen dpa und SID");
  CHECK(found_in("Der Hafen bleibt nach dem Sturm geschlossen. " + credit) == Lines{"agency_credit: " + credit});
}

TEST_CASE("an Arabic credit behind the last sentence is taken alone") {
  CHECK(found_in("أغلق الميناء بعد العاصفة أمس.رويترز.") == Lines{"agency_credit: رويترز."});
}

TEST_CASE("who released a text is a credit before it") {
  const std::string line = GENERATE(as<std::string>{}, "The following information was released by the Harbour Board:",
                                    "The Harbour Board issued the following news release:");
  CHECK(found_in(line + "\n\n" + story()) == Lines{"agency_credit: " + line});
}

TEST_CASE("a mention of an agency in running text is no credit") {
  const std::string sentence = GENERATE(
      as<std::string>{}, "The harbour master told Reuters that he had seen it coming.",
      "He worked for dpa and AFP before he joined the port.", "The minister (AP said he was ill) stayed at home.",
      "The money contributed to this report of the council was lost.", "Die Zahlen stammen von der dpa.",
      "وقال المتحدث لرويترز إن الميناء مغلق.", "他对新华社记者说，港口已经关闭。", "Об этом сообщает ТАСС.",
      "The picture was taken by a passenger. (AP Photo/Jane Doe)");
  CHECK(found_in(story() + "\n\n" + sentence) == Lines{});
}

}  // namespace wireprint
