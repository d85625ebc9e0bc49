#include "generate/press.hpp"

#include <fmt/format.h>

#include "generate/dates.hpp"
#include "generate/misreading.hpp"

namespace wireprint {
namespace {

constexpr std::string_view kParagraph = "\\n\\n";  // as JSON writes it
constexpr std::uint32_t kDatelines = 550;          // per mille
constexpr std::uint32_t kPromos = 160;
constexpr std::uint32_t kOwnHeadlines = 600;
constexpr std::uint32_t kMisread = 12;             // per mille of a noisy text's characters
constexpr std::uint32_t kLeastOfPage = 10;         // per mille of a scanned page's
constexpr std::uint32_t kMostOfPage = 100;

/// How outlets of a language write what stands around a story.
struct House {
  std::string_view agency;
  std::string_view promo;
  std::string_view promo_stop;
};

House house_of(Script script) {
  switch (script) {
    case Script::English: return {"(AP) — ", "Read more: ", ""};
    case Script::German: return {"(dpa) - ", "Lesen Sie auch: ", ""};
    case Script::Russian: return {"(Reuters) - ", "Читайте также: ", ""};
    case Script::Arabic: return {"(رويترز) - ", "اقرأ أيضا: ", ""};
    case Script::Chinese: return {"", "相关阅读：", ""};
  }
  return {};
}

}  // namespace

std::string Press::key_of(std::uint64_t number) const { return fmt::format("{}-{:07}", desk_.name, number); }

std::uint64_t Press::outlet_seed(std::uint32_t outlet) const { return mix64(seed_ + 1 + outlet); }

std::string_view Press::print(const Assignment& assignment) {
  Random dress(assignment.dress);
  text_.clear();
  text_.add("{\"id\":\"");
  text_.add(key_of(assignment.number));
  text_.add("\",\"outlet\":\"");
  write_name(text_, outlet_seed(assignment.outlet), vocabulary_, 2);
  text_.add("\",\"published\":\"");
  if (!assignment.traits.undated) text_.add(written_date(assignment.time, desk_.date_form));
  text_.add("\",\"headline\":\"");
  const std::size_t headline = text_.size();
  add_headline(assignment, dress);
  scan(headline, assignment);
  text_.add("\",\"body\":\"");
  const std::size_t body = text_.size();
  if (!assignment.sentences.empty()) add_body(assignment);
  if (assignment.traits.noisy) misread_evenly(text_, body, kMisread, dress);
  scan(body, assignment);
  text_.add("\",\"language\":\"");
  text_.add(desk_.language);
  text_.add("\"}\n");
  return text_.view();
}

void Press::scan(std::size_t begin, const Assignment& assignment) {
  Random scanner(assignment.dress + begin);
  if (misreading_.pages) {
    const auto share = static_cast<std::uint32_t>(Random(assignment.dress + 2).between(kLeastOfPage, kMostOfPage));
    misread_in_stretches(text_, begin, share, scanner);
  } else if (misreading_.per_mille > 0) {
    misread_evenly(text_, begin, misreading_.per_mille, scanner);
  }
}

void Press::add_headline(const Assignment& assignment, Random& dress) {
  const bool copy = assignment.made != MadeAs::Original && assignment.made != MadeAs::Template && assignment.made != MadeAs::Notice;
  write_headline(text_, copy && dress.chance(kOwnHeadlines) ? dress.next() : assignment.story->headline, vocabulary_);
}

void Press::add_body(const Assignment& assignment) {
  Random dress(assignment.dress + 1);
  const bool standing_page = assignment.made == MadeAs::Notice;
  const bool promo = !standing_page && dress.chance(kPromos);
  if (!standing_page && dress.chance(kDatelines)) add_dateline(assignment, dress);
  std::size_t paragraphs = 0;
  for (std::size_t i = 0; i < assignment.sentences.size(); ++i) {
    const auto& sentence = assignment.sentences[i];
    if (i > 0 && sentence.opens_paragraph) {
      text_.add(kParagraph);
      if (++paragraphs == 2 && promo) add_promo(dress);
    }
    write_sentence(text_, sentence, vocabulary_, desk_);
  }
  if (!standing_page) add_standing_text(assignment, dress);
}

void Press::add_dateline(const Assignment& assignment, Random& dress) {
  const House house = house_of(desk_.script);
  if (house.agency.empty()) return;
  const std::size_t begin = text_.size();
  write_name(text_, assignment.story->town, vocabulary_, 1);
  if (desk_.script == Script::English) {
    for (std::size_t i = begin; i < text_.size(); ++i) Vocabulary::capitalise(text_.at(i));
  }
  text_.add(' ');
  text_.add(dress.chance(700) ? house.agency : std::string_view("- "));
}

void Press::add_promo(Random& dress) {
  text_.add(house_of(desk_.script).promo);
  write_headline(text_, dress.next(), vocabulary_);
  text_.add(kParagraph);
}

// What an outlet, or the firm whose release it is, prints below every text.
void Press::add_standing_text(const Assignment& assignment, Random& dress) {
  Random firm(assignment.story->headline);
  if (firm.chance(desk_.boilerplate)) {
    const std::uint64_t who = desk_.firms == 0  ? zipf_rank(firm.next(), desk_.firm_octaves)
                              : desk_.firms > 1 ? firm.below(desk_.firms * desk_.outlets)
                                                : assignment.outlet;
    Random standing(mix64(seed_ ^ (who << 20U)));
    text_.add(kParagraph);
    const auto lines = static_cast<std::uint64_t>(standing.between(1, 2 * static_cast<std::int64_t>(desk_.boilerplate_lines) - 1));
    for (std::uint64_t i = 0; i < lines; ++i) write_sentence(text_, {standing.next(), standing.next()}, vocabulary_, desk_);
  }
  if (!dress.chance(desk_.copyrights)) return;
  text_.add(kParagraph);
  text_.add("© ");
  text_.add(written_date(assignment.time, DateForm::Compact).substr(0, 4));
  text_.add(' ');
  write_name(text_, outlet_seed(assignment.outlet), vocabulary_, 2);
}

}  // namespace wireprint
