#include <catch2/catch.hpp>

#include "text/furniture_support.hpp"

namespace wireprint {

using test::found_in;
using test::story;
using Lines = std::vector<std::string>;

TEST_CASE("a promo between two paragraphs is recognised in every language") {
  const std::string promo = GENERATE(
      as<std::string>{}, "Read more: Storm closes the ferry port", "READ ALSO: Storm closes the ferry port", "READ MORE",
      "Read  Council’s plan for the quay draws harsh criticism", "Read Council’s Plan For The Quay Draws Harsh Criticism",
      "( PHOTOS: The ten worst storms)", "Story Continued Below", "Advertisement:", "Follow us on Twitter @harbourgazette",
      "Lesen Sie auch: Sturm schließt den Hafen", "Mehr zum Thema", "Lire aussi : La tempête ferme le port",
      "Lea también: La tormenta cierra el puerto", "اقرأ أيضا: العاصفة تغلق الميناء", "...المزيد", "Читайте также: Шторм закрыл порт",
      "相关阅读：风暴关闭港口");
  CHECK(found_in(story() + "\n\n" + promo + "\n\n" + story()) == Lines{"promo: " + promo});
}

TEST_CASE("a promo inside a paragraph is taken alone") {
  const std::string promo = GENERATE(as<std::string>{}, "[Mehr zum Thema: Sturm schließt den Hafen]", "Lesen Sie hier mehr.",
                                     "Mehr dazu lesen Sie hier.");
  CHECK(found_in("Der Hafen bleibt zu. " + promo + " Das sagte die Leiterin am Freitag.") == Lines{"promo: " + promo});
}

TEST_CASE("a sentence that starts like a promo is story") {
  const std::string sentence = GENERATE(
      as<std::string>{}, "Read the full ruling and you will see that the port was warned…", "Read my lips, he said.",
      "Read Across the Harbour is a festival of books that has been held for ten years.", "Watch the tide, the old men say.",
      "Related: that was the word the judge used of the two men in the dock, and it is hard to find another one for what was "
      "between them when the quay was sold, when the money went abroad, and when the cranes came down in that night of the "
      "storm, which nobody who was there will forget as long as ships come to this town and go.",
      "More than forty ships were waiting.", "Lesen Sie gern? Dann kommen Sie in die Bücherei am Hafen.",
      "Mehr dazu sagte sie nicht.", "للمزيد من الأمان أغلق الميناء.", "Follow the money, the prosecutor said.");
  CHECK(found_in(story() + "\n\n" + sentence + "\n\n" + story()) == Lines{});
}

TEST_CASE("an invitation to a newsletter is recognised in every language") {
  const std::string line = GENERATE(
      as<std::string>{}, "Sign up for our newsletter", "Sign up for Daily Newsletters", "Subscribe to our morning briefing",
      "Get the stories that matter delivered to your inbox.", "Abonnieren Sie unseren Newsletter",
      "Inscrivez-vous à notre newsletter", "Suscríbete a nuestro boletín", "اشترك في النشرة البريدية", "Подпишитесь на наш канал",
      "订阅我们的邮件通讯");
  CHECK(found_in(story() + "\n\n" + line) == Lines{"newsletter: " + line});
}

TEST_CASE("a story about newsletters is story") {
  CHECK(found_in("\"Sign up for our newsletter,\" the mayor said with a laugh.\n\n" + story()).empty());
  CHECK(found_in("Sign up for the swimming course has begun.\n\n" + story()).empty());
}

TEST_CASE("links, tags and navigation around a story are recognised") {
  const std::string line = GENERATE(as<std::string>{}, "https://harbour.example/news/4711", "Tags: harbour, storm, cranes",
                                    "Article originally published on Harbour Weekly",
                                    "View original content: http://wire.example/4711.html", "رابط الخبر بصحيفة الوئام: العاصفة تغلق الميناء");
  CHECK(found_in(story() + "\n\n" + line) == Lines{"related_links: " + line});
}

TEST_CASE("navigation in front of a story on the same line is taken alone") {
  CHECK(found_in("Startseite Politik Hafen bleibt nach dem Sturm zu") == Lines{"related_links: Startseite Politik"});
}

TEST_CASE("the tags behind an Arabic story are taken to the end, and the word in a sentence is not") {
  CHECK(found_in("أغلق الميناء بعد العاصفة. سمات الميناء العاصفة") == Lines{"related_links: سمات الميناء العاصفة"});
  CHECK(found_in("هذه من سمات الميناء بعد العاصفة.").empty());
}

}  // namespace wireprint
