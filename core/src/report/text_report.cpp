#include "wireprint/report/text_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "report/columns.hpp"
#include "report/overview.hpp"
#include "report/phrases.hpp"
#include "report/story_facts.hpp"
#include "wireprint/report/lines.hpp"

namespace wireprint {
namespace {

constexpr int kWidth = 100;
constexpr int kIndent = 7;             // behind "123 ×  "
constexpr int kOutletWidth = 26;       // longer names are shortened in columns
constexpr int kFirstOutletWidth = 50;  // and in the line of the original
constexpr int kHeadlineWidth = 28;     // a headline that would get less stands on a line of its own

const std::string kMargin(kIndent, ' ');

const Article& article_of(const ClusterRun& run, ArticleId id) { return run.articles[id].article; }

std::string key_phrase(const JudgedArticle& judged, std::string_view reference) {
  return one_line(judged.article.key.text) + (judged.reference ? fmt::format(" ({})", reference) : "");
}

// Outlets, or unnamed members, that may have been first: no other member's date lies wholly before theirs.
std::size_t count_possible_firsts(const ClusterRun& run, const Cluster& cluster) {
  const Timestamp& original = article_of(run, cluster.original).published;
  std::set<std::string_view> outlets;
  for (const Member& member : cluster.members) {
    const Article& article = article_of(run, member.article);
    if (article.published.known() && article.published.seconds < original.end()) outlets.insert(article.outlet);
  }
  return outlets.size();
}

std::string_view choice_phrase(OriginalBy by) {
  switch (by) {
    case OriginalBy::Time: return "the first";
    case OriginalBy::Agency: return "the agency's own";
    case OriginalBy::Length: return "the longest";
    case OriginalBy::Tie: return "by key";
  }
  return {};
}

std::vector<std::string> origin_phrases(const ClusterRun& run, const Cluster& cluster) {
  const Article& original = article_of(run, cluster.original);
  const std::string outlet = shortened(outlet_of(original), kFirstOutletWidth);
  const std::string date = date_phrase(original.published);
  if (cluster.members.size() == 1) return {outlet + ", " + date};
  if (cluster.original_by == OriginalBy::Time) return {"first in " + outlet + ", " + date};
  const std::string_view choice = choice_phrase(cluster.original_by);
  const std::string shown = fmt::format("shown: {}, {}", outlet, choice);
  if (!original.published.known()) return {"undated", shown};
  const std::size_t firsts = count_possible_firsts(run, cluster);
  if (firsts == 1) return {fmt::format("first in {}, {}", outlet, day_phrase(original.published)), fmt::format("shown: {}", choice)};
  return {fmt::format("first seen in {} outlets on {}", firsts, day_phrase(original.published)), shown};
}

std::vector<std::string> facts_of(const ClusterRun& run, const Cluster& cluster, std::string_view reference) {
  const JudgedArticle& original = run.articles[cluster.original];
  std::vector<std::string> facts = origin_phrases(run, cluster);
  const std::string agency = one_line(agency_of(run, cluster));
  if (!agency.empty() && agency != outlet_of(original.article)) facts.insert(facts.begin(), agency);
  facts.push_back(counted(original.words, "word", "words"));
  facts.push_back("key " + key_phrase(original, reference));
  return facts;
}

// As many on a line as fit.
std::string facts_text(const std::vector<std::string>& facts) {
  std::string text;
  std::string line = kMargin + facts.front();
  for (std::size_t i = 1; i < facts.size(); ++i) {
    if (display_width(line) + display_width(facts[i]) + 3 <= kWidth) {
      line += " · " + facts[i];
    } else {
      text += line + "\n";
      line = kMargin + facts[i];
    }
  }
  return text + line + "\n";
}

Table table_of_copies(const ClusterRun& run, const Cluster& cluster, std::string_view reference) {
  const Article& original = article_of(run, cluster.original);
  Table table;
  for (const Member& member : cluster.members) {
    if (member.article == cluster.original) continue;
    const Article& article = article_of(run, member.article);
    table.add({shortened(outlet_of(article), kOutletWidth), lag_phrase(original.published, article.published),
               std::string(name_of(member.role)), share_phrase(member.role, member.copied, member.kept),
               key_phrase(run.articles[member.article], reference)});
  }
  return table;
}

// Empty where the copy runs under the original's headline.
std::vector<std::string> changed_headlines(const ClusterRun& run, const Cluster& cluster) {
  const std::string original = one_line(article_of(run, cluster.original).headline);
  std::vector<std::string> headlines;
  for (const Member& member : cluster.members) {
    if (member.article == cluster.original) continue;
    const std::string headline = one_line(article_of(run, member.article).headline);
    headlines.push_back(headline == original ? std::string() : headline);
  }
  return headlines;
}

std::string copies_text(const ClusterRun& run, const Cluster& cluster, std::string_view reference) {
  const std::vector<std::string> rows = table_of_copies(run, cluster, reference).lines();
  const std::vector<std::string> headlines = changed_headlines(run, cluster);
  int widest = 0;
  for (const std::string& row : rows) widest = std::max(widest, display_width(row));

  const int left = kWidth - kIndent - widest - 2;
  std::string text;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    text += kMargin;
    if (headlines[i].empty()) {
      text += rows[i] + "\n";
    } else if (left >= kHeadlineWidth) {
      text += padded(rows[i], widest + 2) + shortened(headlines[i], left) + "\n";
    } else {
      text += rows[i] + "\n" + kMargin + "  " + shortened(headlines[i], kWidth - kIndent - 2) + "\n";
    }
  }
  return text;
}

// Within a size they stay in the order of the run, by time.
std::vector<const Cluster*> by_size(const std::vector<Cluster>& clusters) {
  std::vector<const Cluster*> sorted;
  for (const Cluster& cluster : clusters) sorted.push_back(&cluster);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Cluster* x, const Cluster* y) { return x->members.size() > y->members.size(); });
  return sorted;
}

}  // namespace

std::string cluster_text(const ClusterRun& run, const Cluster& cluster, std::string_view reference) {
  std::string text = fmt::format("{:>3} ×  {}\n", cluster.members.size(),
                                 shortened(title_of(article_of(run, cluster.original)), kWidth - kIndent));
  return text + facts_text(facts_of(run, cluster, reference)) + copies_text(run, cluster, reference);
}

std::string report_text(const ClusterRun& run, bool singletons) {
  std::string text = overview_text(run);
  const std::vector<Cluster> stories = singletons ? with_singletons(run) : run.clusters;
  for (const Cluster* cluster : by_size(stories)) text += "\n" + cluster_text(run, *cluster);
  return text;
}

}  // namespace wireprint
