#include "report/story_facts.hpp"

#include <map>
#include <set>
#include <string_view>

namespace wireprint {

bool carries_a_story(const JudgedArticle& judged) {
  return judged.status == Status::Ok || judged.status == Status::Short;
}

std::string_view id_of(const ClusterRun& run, const Cluster& cluster) {
  return cluster.id.empty() ? std::string_view(run.articles[cluster.original].article.key.text) : std::string_view(cluster.id);
}

std::size_t count_outlets(const ClusterRun& run, const Cluster& cluster) {
  std::set<std::string_view> outlets;
  for (const Member& member : cluster.members) outlets.insert(run.articles[member.article].article.outlet);
  outlets.erase(std::string_view());
  return outlets.size();
}

std::string agency_of(const ClusterRun& run, const Cluster& cluster) {
  std::map<std::string_view, std::size_t> credits;
  for (const Member& member : cluster.members) ++credits[run.articles[member.article].agency];
  credits.erase(std::string_view());

  std::string_view most = run.articles[cluster.original].agency;
  for (const auto& [agency, times] : credits) {
    if (most.empty() || times > credits.at(most)) most = agency;
  }
  return std::string(most);
}

}  // namespace wireprint
