// Copyright lines, captions and stray marks, and what holds for all spans.
#include <catch2/catch.hpp>

#include <algorithm>

#include "text/furniture_support.hpp"
#include "text/furniture_table.hpp"

namespace wireprint {

using test::found_in;
using test::story;
using Lines = std::vector<std::string>;

TEST_CASE("a copyright line is recognised in every language") {
  const std::string line = GENERATE(
      as<std::string>{}, "© 2021 Harbour Gazette", "Copyright 2017 Harbour Gazette. All rights reserved.",
      "TM & © 2019 Harbour News Network, Inc. All rights reserved.", "(c) 2019 Harbour Gazette", "Copyright Harbour News Services",
      "This page, its pictures and its sounds belong to us. All rights reserved.", "Alle Rechte vorbehalten.",
      "Le Port 2021 - Tous droits réservés", "Todos los derechos reservados", "جميع الحقوق محفوظة", "版权所有 未经许可不得转载",
      "Все права защищены");
  CHECK(found_in(story() + "\n\n" + line) == Lines{"copyright: " + line});
}

TEST_CASE("a story about copyright is story") {
  CHECK(found_in(story() + "\n\nCopyright law was never made for cranes, said the judge.").empty());
  CHECK(found_in(story() + "\n\n\"All rights reserved,\" he said.").empty());
}

TEST_CASE("a caption is recognised in every language") {
  const std::string line =
      GENERATE(as<std::string>{}, "(Photo: Jane Doe)", "Image: A crane lies across the eastern quay", "Photo by Jane Doe",
               "Enlarge this image toggle caption Jane Doe/Harbour Pictures", "Foto: dpa", "Crédit photo : Jeanne Martin",
               "تصوير: محمد أحمد", "图片来源：港口", "Фото: Иван Петров");
  CHECK(found_in(story() + "\n\n" + line + "\n\n" + story()) == Lines{"caption: " + line});
}

TEST_CASE("a caption in front of a German story on the same line ends with its credit") {
  CHECK(found_in("Ein Kran liegt am Kai. Bild: dpa Der Hafen bleibt zu.") == Lines{"caption: Ein Kran liegt am Kai. Bild: dpa"});
}

TEST_CASE("a caption in brackets inside a paragraph is taken alone") {
  CHECK(found_in("A crane lies on the quay. (Photo: Jane Doe) The port is closed.") == Lines{"caption: (Photo: Jane Doe)"});
  CHECK(found_in("Der Kran liegt am Kai. (Quelle: dpa) Der Hafen ist zu.") == Lines{"caption: (Quelle: dpa)"});
}

TEST_CASE("a sentence with a picture in it is story") {
  CHECK(found_in("Photo-sharing company Cranebook was founded at the harbour.\n\n" + story()).empty());
  CHECK(found_in("Fotos vom Hafen zeigen: Der Kran liegt quer über dem Kai.\n\n" + story()).empty());
}

TEST_CASE("marks alone in a paragraph and at the end are stray") {
  const std::string mark = GENERATE(as<std::string>{}, ">", "***", "* * *", "- ENDS -", "ENDS", "###", "-30-", "___", "（完）");
  CHECK(found_in(story() + "\n\n" + mark) == Lines{"stray: " + mark});
}

TEST_CASE("a mark behind the last sentence is taken alone") {
  CHECK(found_in("The port is closed. ENDS") == Lines{"stray: ENDS"});
  CHECK(found_in("港口已经关闭。（完）") == Lines{"stray: （完）"});
}

TEST_CASE("plain story has no furniture, and no story has none") {
  CHECK(found_in(story()).empty());
  CHECK(found_in("").empty());
  CHECK(found_in(" \n\r\n\t\n").empty());
}

TEST_CASE("spans are sorted, disjoint, not empty and inside the body, whatever the bytes") {
  const std::string body = "By Jane Doe\r\nOSLO (AP) — The port\xFF is closed. (Reuters) >\n\xE2\x80\nFoto: dpa\n©\n[Mehr zum Thema: x";
  std::uint32_t end = 0;
  for (const auto& span : find_furniture(test::article_of(body)).spans) {
    CHECK(span.range.begin >= end);
    CHECK(span.range.begin < span.range.end);
    CHECK(span.kind != FurnitureKind::Story);
    CHECK_FALSE(span.reason.empty());
    end = span.range.end;
  }
  CHECK(end > 0);
  CHECK(end <= body.size());
}

TEST_CASE("a key that is repeated without end costs linear time") {  // the test is that it ends
  std::string body;
  for (int i = 0; i < 20000; ++i) body += "“Lesen Sie hier mehr [Mehr zum Thema (Foto: ";
  CHECK(found_in(body).empty());
}

TEST_CASE("each rule has a name of its own, and a key where one is needed") {
  std::vector<std::string_view> names;
  for (const auto& rule : furniture_rules()) {
    INFO(rule.name);
    CHECK(std::find(names.begin(), names.end(), rule.name) == names.end());
    CHECK((!rule.key.empty() || (rule.places & kInline) == 0));
    CHECK((rule.key.empty() || (rule.places & kAnyWhole) == 0));
    names.push_back(rule.name);
  }
}

}  // namespace wireprint
