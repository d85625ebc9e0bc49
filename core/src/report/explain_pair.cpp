#include <fmt/format.h>

#include <algorithm>

#include "report/columns.hpp"
#include "report/phrases.hpp"
#include "report/rounding.hpp"
#include "report/side_by_side.hpp"
#include "wireprint/report/explanation.hpp"

namespace wireprint {
namespace {

constexpr int kOutletWidth = 26;  // a longer name is shortened
constexpr int kTitleWidth = 16;   // a headline that would get less is left out

const JudgedArticle& a_of(const ClusterRun& run, const Match& match) { return run.articles[match.a]; }
const JudgedArticle& b_of(const ClusterRun& run, const Match& match) { return run.articles[match.b]; }

std::string verdict_phrase(const std::string& a, const std::string& b, const Match& match) {
  switch (match.verdict) {
    case Verdict::Copy: return fmt::format("{} is a copy of {}, {}", b, a, name_of(match.role));
    case Verdict::Partial: return fmt::format("{} shares a block of text with {}, but is no copy", b, a);
    case Verdict::Quote: return fmt::format("{} shares only quotations or background with {}", b, a);
    case Verdict::Template: return fmt::format("{} has the form of {}, but tells other facts", b, a);
    case Verdict::Different: return fmt::format("{} and {} are different texts", b, a);
  }
  return {};
}

std::string verdict_sentence(const ClusterRun& run, const Match& match) {
  const std::string phrase = verdict_phrase(one_line(a_of(run, match).article.key.text),
                                            one_line(b_of(run, match).article.key.text), match);
  if (match.reasons.empty()) return phrase + ".";
  const Reason first = match.reasons.front();
  return fmt::format("{}: {} ({}).", phrase, meaning_of(first), name_of(first));
}

// What else was seen: of a copy more of the same, of another pair what would have made it one.
std::string other_reasons(const Match& match) {
  const std::string_view word = match.verdict == Verdict::Copy ? "Also" : "Against that";
  std::string text;
  for (std::size_t i = 1; i < match.reasons.size(); ++i) {
    text += fmt::format("{}: {} ({}).\n", word, meaning_of(match.reasons[i]), name_of(match.reasons[i]));
  }
  return text;
}

std::string cluster_phrase(const ClusterRun& run, const JudgedArticle& judged) {
  if (!judged.cluster) return "no cluster";
  const Cluster& cluster = run.clusters[*judged.cluster];
  return fmt::format("cluster {} of {}", one_line(run.articles[cluster.original].article.key.text),
                     counted(cluster.members.size(), "article", "articles"));
}

std::string_view why_not(Unproposed reason) {
  switch (reason) {
    case Unproposed::TooLittle: return "too few sampled shingles are in both";
    case Unproposed::Recurring: return "what both share recurs for weeks";
    case Unproposed::NotReissued:
      return "they are alike, but what both share recurs for weeks, and without the same headline from two outlets that is a series";
    case Unproposed::Crowd:
      return "what both share is in so many earlier articles that only the first and the last of those are compared";
  }
  return {};
}

// Of a group of nearly identical texts, only the earliest is compared with others.
std::string place_sentence(const ClusterRun& run, const PairExplanation& pair) {
  if (!pair.in_place) return "";
  const auto key = [&](ArticleId id) { return one_line(run.articles[id].article.key.text); };
  return fmt::format("In their place stand {} and {}, the earliest of the nearly identical texts of each.", key(pair.in_place->first),
                     key(pair.in_place->second));
}

std::string fate_sentence(const ClusterRun& run, const PairExplanation& pair) {
  const std::string cluster = cluster_phrase(run, a_of(run, pair.match));
  switch (pair.fate) {
    case PairFate::Joined: return fmt::format("Joined: both are in {}.", cluster);
    case PairFate::JoinedApart:
      return fmt::format("Not joined to each other, but other members hold both in {}.", cluster);
    case PairFate::Cut: return "Cut: the two halves of a component hung on this link alone, so they are apart.";
    case PairFate::Refused: return "Compared and not joined.";
    case PairFate::NotCompared:
      return fmt::format("The run did not compare them: {}. They were compared for this answer.", why_not(pair.unproposed));
  }
  return {};
}

// The headline takes what is left of the width, if that is worth it.
std::string articles_text(const ClusterRun& run, const Match& match, int width) {
  Table table;
  for (const ArticleId id : {match.a, match.b}) {
    const Article& article = run.articles[id].article;
    table.add({id == match.a ? "  a" : "  b", one_line(article.key.text), shortened(outlet_of(article), kOutletWidth),
               date_phrase(article.published)});
  }
  const std::vector<std::string> rows = table.lines();
  const int used = std::max(display_width(rows.front()), display_width(rows.back())) + 2;
  std::string text = "\n";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string title = title_of(run.articles[i == 0 ? match.a : match.b].article);
    text += width - used < kTitleWidth ? rows[i] : padded(rows[i], used) + shortened(title, width - used);
    text += "\n";
  }
  return text;
}

std::string share_of(Share share) { return fmt::format("{:>5} %", percent(share)); }

std::string number_of(std::uint64_t count) { return fmt::format("{:>7}", with_commas(count)); }

Table scores_table(const Match& match) {
  Table table;
  table.add({"  ", "      a", "      b"});
  table.add({"  words", number_of(match.words_a), number_of(match.words_b)});
  table.add({"  of them story", number_of(match.story_words_a), number_of(match.story_words_b)});
  table.add({"  of its story, stands in the other", share_of(match.kept), share_of(match.copied)});
  table.add({"  of its story shingles", share_of(match.containment_a_in_b), share_of(match.containment_b_in_a)});
  table.add({"  of all its shingles", share_of(match.containment_all_a_in_b), share_of(match.containment_all_b_in_a)});
  return table;
}

Table figures_table(const PairExplanation& pair) {
  const Match& match = pair.match;
  Table table;
  table.add({"  Jaccard of story shingles", decimal(match.jaccard)});
  table.add({"  Jaccard of all shingles",
             fmt::format("{} (the sketches say {:.2f})", decimal(match.jaccard_all), pair.resemblance)});
  table.add({"  longest shared run", counted(match.longest_run_words, "word", "words")});
  table.add({"  shared story words in quotation marks", fmt::format("{} %", percent(match.quoted))});
  table.add({"  places with other figures", with_commas(match.number_conflicts)});
  table.add({"  places with another subject", with_commas(match.subject_conflicts)});
  table.add({"  Jaccard of the headlines", decimal(match.headlines)});
  table.add({"  sampled shingles in both",
             fmt::format("{}, {} of them story", pair.shared_samples, pair.shared_story_samples)});
  return table;
}

std::string text_of(const Table& table) {
  std::string text = "\n";
  for (const std::string& line : table.lines()) text += line + "\n";
  return text;
}

std::string paragraph(const std::string& sentence, int width) {
  std::string text;
  for (const std::string& line : wrapped(sentence, width)) text += line + "\n";
  return text;
}

}  // namespace

std::string explain_text(const ClusterRun& run, const PairExplanation& explanation, int width) {
  const Match& match = explanation.match;
  return paragraph(verdict_sentence(run, match), width) + other_reasons(match) +
         paragraph(fate_sentence(run, explanation), width) + paragraph(place_sentence(run, explanation), width) + articles_text(run, match, width) +
         text_of(scores_table(match)) + text_of(figures_table(explanation)) + passages_text(run, match, width);
}

}  // namespace wireprint
