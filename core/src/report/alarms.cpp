#include "wireprint/report/alarms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "report/phrases.hpp"
#include "report/story_facts.hpp"

namespace wireprint {
namespace {

constexpr std::size_t kLarge = 10;
constexpr std::size_t kManyDays = 4;
constexpr std::size_t kNamed = 5;
constexpr std::int64_t kSecondsADay = 86'400;

std::size_t days_of(const ClusterRun& run, const Cluster& cluster) {
  std::set<std::int64_t> days;
  for (const auto& member : cluster.members) {
    const Timestamp& time = run.articles[member.article].article.published;
    if (time.precision == Precision::None) continue;
    const std::int64_t past = time.seconds % kSecondsADay;
    days.insert(time.seconds - (past < 0 ? past + kSecondsADay : past));
  }
  return days.size();
}

bool mostly_reworded(const Cluster& cluster) {
  const auto reworded = std::ranges::count_if(cluster.members, [](const Member& m) { return m.role == Role::Rewritten || m.role == Role::Updated; });
  return 2 * static_cast<std::size_t>(reworded) >= cluster.members.size() - 1;
}

std::optional<Alarm> alarm_of(const ClusterRun& run, const Cluster& cluster) {
  if (cluster.members.size() < kLarge) return std::nullopt;
  if (count_outlets(run, cluster) == 1) return Alarm::Log;
  if (days_of(run, cluster) >= kManyDays && mostly_reworded(cluster)) return Alarm::Template;
  return std::nullopt;
}

std::string line_of(const ClusterRun& run, const DoubtfulCluster& doubtful) {
  const Cluster& cluster = run.clusters[doubtful.cluster];
  const Article& original = run.articles[cluster.original].article;
  const auto why = doubtful.alarm == Alarm::Log ? fmt::format("all of {}: a growing page or a series?", outlet_of(original))
                                                : fmt::format("on {} days, most of them reworded: a template?", days_of(run, cluster));
  return fmt::format("look at cluster {}, {}: {} articles {}\n", id_of(run, cluster), title_of(original), cluster.members.size(), why);
}

}  // namespace

std::vector<DoubtfulCluster> doubtful_clusters(const ClusterRun& run) {
  std::vector<DoubtfulCluster> doubtful;
  for (std::uint32_t i = 0; i < run.clusters.size(); ++i) {
    if (const auto alarm = alarm_of(run, run.clusters[i])) doubtful.push_back({i, *alarm});
  }
  std::ranges::stable_sort(doubtful, std::ranges::greater(), [&](const DoubtfulCluster& d) { return run.clusters[d.cluster].members.size(); });
  return doubtful;
}

std::string alarms_text(const ClusterRun& run) {
  const auto doubtful = doubtful_clusters(run);
  std::string text;
  for (std::size_t i = 0; i < std::min(doubtful.size(), kNamed); ++i) text += line_of(run, doubtful[i]);
  if (doubtful.size() > kNamed) text += fmt::format("and {} more like these\n", doubtful.size() - kNamed);
  return text;
}

}  // namespace wireprint
