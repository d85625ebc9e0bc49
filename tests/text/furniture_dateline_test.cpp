#include <catch2/catch.hpp>

#include "text/furniture_support.hpp"

namespace wireprint {

using test::found_in;
using test::story;
using Lines = std::vector<std::string>;

TEST_CASE("a dateline is taken to its end and not further") {
  const std::string dateline =
      GENERATE(as<std::string>{}, "WASHINGTON (AP) —", "NEW HAVEN, Conn. (AP) -", "TAIPEI, Taiwan (AP) —",
               "BEIJING, June 01, 2017 (GLOBE NEWSWIRE) --", "SHENZHEN, China, Nov. 15, 2017 /PRNewswire/ --",
               "LONDON, June 1 (Xinhua) --", "UNIVERSITY PARK, Pa., Nov. 1 --", "PARIS —", "Cairo (Reuters) -",
               "(Reuters) -", "Hong Kong (CNN)");
  CHECK(found_in(dateline + " " + story()) == Lines{"dateline: " + dateline});
}

TEST_CASE("a German dateline is taken to its dash") {
  const std::string dateline = GENERATE(as<std::string>{}, "Berlin (dpa) -", "Frankfurt/Main (dpa-AFX) –",
                                        "BERLIN (AFP) -", "Magdeburg (dpa/sa) -", "Köln –", "Wien (APA) -");
  CHECK(found_in(dateline + " Der Hafen bleibt nach dem Sturm geschlossen.") == Lines{"dateline: " + dateline});
}

TEST_CASE("a French or Spanish dateline is taken to its dash") {
  const std::string dateline = GENERATE(as<std::string>{}, "PARIS (AFP) -", "Paris, 1er juin 2017 (AFP) –",
                                        "Madrid, 1 jun (EFE).-", "MADRID, 1 Jun. (EUROPA PRESS) -");
  CHECK(found_in(dateline + " El puerto sigue cerrado.") == Lines{"dateline: " + dateline});
}

TEST_CASE("an Arabic dateline is taken, with or without its story on the same line") {
  CHECK(found_in("واس - الرياض: أغلق الميناء بعد العاصفة أمس.") == Lines{"dateline: واس - الرياض:"});
  CHECK(found_in("الرياض - واس\nأغلق الميناء بعد العاصفة أمس.") == Lines{"dateline: الرياض - واس"});
}

TEST_CASE("a Chinese dateline is taken to its colon or its brackets") {
  const std::string dateline = GENERATE(as<std::string>{}, "央视网消息（新闻联播）：", "新华社北京1月1日电（记者张三、李四）",
                                        "中新社上海5月3日电", "据新华社电", "本报讯（记者 王五）");
  CHECK(found_in(dateline + "港口在风暴之后关闭。") == Lines{"dateline: " + dateline});
}

TEST_CASE("a Russian dateline is taken to its agency") {
  const std::string dateline = GENERATE(as<std::string>{}, "МОСКВА, 1 июня. /ТАСС/.", "МОСКВА, 1 июн — РИА Новости.",
                                        "Москва. 1 июня. INTERFAX.RU -");
  CHECK(found_in(dateline + " Порт закрыт после шторма.") == Lines{"dateline: " + dateline});
}

TEST_CASE("a dateline may follow a byline, but does not stand in the middle of a story") {
  CHECK(found_in("By Jane Doe\n\nOSLO (AP) — " + story()) == Lines{"byline: By Jane Doe", "dateline: OSLO (AP) —"});
  CHECK(found_in(story() + "\n\nOSLO (AP) — The ferry left.\n\n" + story()).empty());
}

TEST_CASE("a sentence that starts like a dateline is story") {
  const std::string sentence = GENERATE(
      as<std::string>{}, "Press Trust of India (PTI) reported nothing of the kind.",
      "The Associated Press (AP) - one of the oldest agencies - was founded in 1846.",
      "Berlin (CDU) – so nannte er sie im Scherz.", "NATO - the alliance - met on Friday.", "(See page 4) The rest follows.",
      "Washington (state) has more rain than Washington (city).", "北京今天没有消息。", "وقال المتحدث - كما ذكر من قبل - إن الميناء مغلق: لا سفن.");
  CHECK(found_in(sentence) == Lines{});
}

}  // namespace wireprint
