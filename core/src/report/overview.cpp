#include "report/overview.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "report/columns.hpp"
#include "report/lag.hpp"
#include "report/phrases.hpp"
#include "wireprint/report/text_report.hpp"

namespace wireprint {
namespace {

constexpr std::size_t kBusiest = 8;       // so many outlets are named at most
constexpr std::uint64_t kBusyPrints = 2;  // of those with so many prints
constexpr int kOutletWidth = 40;

struct Prints {
  std::uint64_t first = 0;
  std::uint64_t later = 0;
};

using OutletPrints = std::pair<std::string_view, Prints>;

struct Syndication {
  std::uint64_t members = 0;
  std::map<Role, std::uint64_t> roles;
  std::vector<std::int64_t> lags;  ///< seconds of the copies that have one
  std::map<std::string_view, Prints> outlets;
};

void add_member(Syndication& seen, const ClusterRun& run, const Cluster& cluster, const Member& member) {
  const Article& article = run.articles[member.article].article;
  const bool original = member.article == cluster.original;
  ++seen.members;
  if (!article.outlet.empty()) ++(original ? seen.outlets[article.outlet].first : seen.outlets[article.outlet].later);
  if (original) return;
  ++seen.roles[member.role];
  const auto lag = lag_seconds(run.articles[cluster.original].article.published, article.published);
  if (lag) seen.lags.push_back(*lag);
}

Syndication look_over(const ClusterRun& run) {
  Syndication seen;
  for (const Cluster& cluster : run.clusters) {
    for (const Member& member : cluster.members) add_member(seen, run, cluster, member);
  }
  return seen;
}

std::string roles_line(const Syndication& seen) {
  std::string line;
  for (const auto& [role, count] : seen.roles) {
    line += fmt::format("{}{} {}", line.empty() ? "" : ", ", with_commas(count), name_of(role));
  }
  return line;
}

std::string speed_line(Syndication& seen) {
  if (seen.lags.empty()) return {};
  const auto middle = seen.lags.begin() + static_cast<std::ptrdiff_t>((seen.lags.size() - 1) / 2);
  std::nth_element(seen.lags.begin(), middle, seen.lags.end());
  if (*middle < 0) return {};
  return fmt::format("Of {} with a time of day, half appeared within {} of the original.\n",
                     counted(seen.lags.size(), "copy", "copies"), duration_phrase(*middle));
}

std::uint64_t prints_of(const OutletPrints& outlet) { return outlet.second.first + outlet.second.later; }

// By prints, then by name.
std::vector<OutletPrints> busiest(const Syndication& seen) {
  std::vector<OutletPrints> outlets(seen.outlets.begin(), seen.outlets.end());
  std::erase_if(outlets, [](const OutletPrints& outlet) { return prints_of(outlet) < kBusyPrints; });
  std::stable_sort(outlets.begin(), outlets.end(),
                   [](const OutletPrints& x, const OutletPrints& y) { return prints_of(x) > prints_of(y); });
  outlets.resize(std::min(outlets.size(), kBusiest));
  return outlets;
}

std::string outlets_table(const Syndication& seen) {
  const std::vector<OutletPrints> named = busiest(seen);
  if (named.empty()) return {};
  Table table;
  table.add({"outlet", "original", "copy"});
  for (const auto& [outlet, prints] : named) {
    table.add({shortened(one_line(outlet), kOutletWidth), fmt::format("{:>8}", with_commas(prints.first)),
               fmt::format("{:>4}", with_commas(prints.later))});
  }
  std::string text = "\n";
  for (const std::string& line : table.lines()) text += "  " + line + "\n";
  if (seen.outlets.size() > named.size()) {
    text += fmt::format("  and {}\n", counted(seen.outlets.size() - named.size(), "other outlet", "other outlets"));
  }
  return text;
}

// The articles read; references, which clusters hold too, are said apart.
std::string articles_phrase(const ClusterRun& run) {
  const auto references = static_cast<std::uint64_t>(std::ranges::count_if(run.articles, &JudgedArticle::reference));
  const std::string read = counted(run.articles.size() - references, "article", "articles");
  return references == 0 ? read : fmt::format("{} and {}", read, counted(references, "reference", "references"));
}

}  // namespace

std::string overview_text(const ClusterRun& run) {
  const std::string read = articles_phrase(run);
  if (run.clusters.empty()) return fmt::format("No story was printed twice among {}.\n", read);
  Syndication seen = look_over(run);
  std::string text = fmt::format("{} printed more than once, by {} of {} in {}.\n",
                                 counted(run.clusters.size(), "story was", "stories were"), with_commas(seen.members),
                                 read,
                                 counted(seen.outlets.size(), "outlet", "outlets"));
  text += "The copies: " + roles_line(seen) + ".\n";
  return text + speed_line(seen) + outlets_table(seen);
}

}  // namespace wireprint
