#include "article/markup.hpp"

#include <catch2/catch.hpp>

namespace wireprint {
namespace {

Article stripped(std::string body) {
  Article article;
  article.body = std::move(body);
  if (const auto done = strip_markup(article); !done) FAIL(done.error().describe());
  return article;
}

std::string text_of(std::string body) { return stripped(std::move(body)).body; }

/// What stands in the source where `part` stands in the text.
std::string source_of(const std::string& source, std::string_view part) {
  const Article article = stripped(source);
  const auto at = static_cast<std::uint32_t>(article.body.find(part));
  REQUIRE(at < article.body.size());
  const auto begin = article.body_source.begin_of(article.body, at).bytes;
  const auto end = article.body_source.end_of(article.body, at + static_cast<std::uint32_t>(part.size())).bytes;
  return source.substr(begin, end - begin);
}

std::string nested(int depth, const std::string& tag) {
  std::string html;
  for (int i = 0; i < depth; ++i) html += "<" + tag + ">";
  return html + "tide</" + tag + ">";
}

}  // namespace

TEST_CASE("what is no mark-up stays as it is") {
  const std::string body = GENERATE("Apple <AAPL.O> fell", "a < b > c", "<BR.N> rose", "R&D at AT&T", "5 &copy 2021", "&nosuchname;", "&;", "<3", "</3>",
                                    "x <p y> z", "", "tide\r\nwind\n", "&notit;");
  const Article article = stripped(body);
  CHECK(article.body == body);
  CHECK(article.body_source.empty());
}

TEST_CASE("a closing tag and the openings of common tags make a body HTML, in any case") {
  const std::string body = GENERATE("a</b>", "<BR>", "<br/>", "<br />", "<p>x", "<P>x", "<div class=y>", "<a href='x'>", "<A HREF=x>");
  CHECK(holds_markup(body));
}

TEST_CASE("character references are decoded with and without mark-up") {
  CHECK(text_of("Tide &amp; wind &#8217; &#x2019; &auml;&nbsp;&lt;b&gt;") == "Tide & wind ’ ’ ä\u00A0<b>");
  CHECK(text_of("<p>Tide &amp; wind</p>") == "Tide & wind\n");
  CHECK(text_of("&amp;amp;") == "&amp;");
  CHECK(text_of("&#146;&#0;") == "’\ufffd");
}

TEST_CASE("paragraphs, items, rows and breaks end in a line feed, cells in a tab") {
  CHECK(text_of("<p>one</p><p>two<br>three</p>") == "one\ntwo\nthree\n");
  CHECK(text_of("<div><div>one</div></div>two") == "one\ntwo");
  CHECK(text_of("<ul><li>one<li>two</ul>") == "one\ntwo\n");
  CHECK(text_of("<table><tr><td>one</td><td>two</td></tr><tr><td>three</td></tr></table>") == "one\ttwo\nthree\n");
}

TEST_CASE("tags inside a paragraph part no words") { CHECK(text_of("un<b>believ</b>able <a href=x>tide</a>s") == "unbelievable tides"); }

TEST_CASE("line feeds of the source are spaces where HTML has blocks, and kept where it has none") {
  CHECK(text_of("<p>one\ntwo\r\nthree</p>") == "one two three\n");
  CHECK(text_of("<p>one</p>\r\n  <p>two</p>") == "one\ntwo\n");
  CHECK(text_of("one <b>tide</b>\ntwo") == "one tide\ntwo");
}

TEST_CASE("scripts, styles, comments and titles are no text") {
  CHECK(text_of("<title>t</title><style>s</style><p>one<!-- c --></p><script>if (a < b) x('</p>')</script><noscript>n</noscript>two") == "one\ntwo");
}

TEST_CASE("an unknown tag with a point in it is text among tags too") { CHECK(text_of("<p>Apple <AAPL.O> fell</p>") == "Apple <AAPL.O> fell\n"); }

TEST_CASE("every stretch of text knows where it stood") {
  const std::string source = "<div>🌉 <b>Tide</b></div>\r\n<p>wind &amp; <i>we</i>ather&#8217;s</p>";
  CHECK(source_of(source, "Tide") == "Tide");
  CHECK(source_of(source, "wind & we") == "wind &amp; <i>we");
  CHECK(source_of(source, "weather’") == "we</i>ather&#8217;");
  CHECK(source_of(source, "Tide\nwind") == "Tide</b></div>\r\n<p>wind");
  CHECK(source_of("a &amp;&amp; b", "&& b") == "&amp;&amp; b");
}

TEST_CASE("places are counted in bytes, code points and units of UTF-16") {
  const Article article = stripped("<p>🌉é tide</p>");
  const auto at = static_cast<std::uint32_t>(article.body.find("tide"));
  CHECK(article.body_source.begin_of(article.body, at) == SourcePlace{.bytes = 10, .points = 6, .utf16 = 7});
  CHECK(article.body_source.end_of(article.body, at + 4) == SourcePlace{.bytes = 14, .points = 10, .utf16 = 11});
}

TEST_CASE("what stands in a table where it must not is read in the order of the source") {
  CHECK(text_of("<p>one</p><table>two<tr><td>three</td></tr></table>") == "one\ntwo\nthree\n");
}

TEST_CASE("mark-up that holds nothing leaves an empty body") {
  CHECK(text_of("<p></p>").empty());
  CHECK(text_of("<br/>").empty());
}

TEST_CASE("elements nested too deep are refused, those that close themselves are not") {
  Article article;
  article.body = nested(100'000, "div");
  const auto done = strip_markup(article);
  REQUIRE_FALSE(done);
  CHECK(done.error().describe() == "field 'body': the mark-up is nested deeper than 1,000 levels");
  CHECK(text_of(nested(900, "div")) == "tide\n");
  CHECK(text_of(nested(20'000, "p")) == "tide\n");
  CHECK(text_of(nested(20'000, "br")) == "tide\n");
}

}  // namespace wireprint
