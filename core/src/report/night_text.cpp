#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "report/columns.hpp"
#include "report/phrases.hpp"
#include "report/story_facts.hpp"
#include "wireprint/report/night_report.hpp"
#include "wireprint/report/text_report.hpp"

namespace wireprint {
namespace {

constexpr int kTitleWidth = 84;  // behind "  12 + 3  "

/// A cluster with its members of tonight.
struct Told {
  const Cluster* cluster = nullptr;
  std::size_t tonight = 0;

  [[nodiscard]] std::size_t before() const { return cluster->members.size() - tonight; }
};

bool is_tonight(const NightReport& night, ArticleId id) { return id < night.fates.size(); }

std::vector<Told> clusters_of(const NightReport& night) {
  std::vector<Told> told;
  for (const Cluster& cluster : night.run.clusters) {
    const auto tonight = std::ranges::count_if(cluster.members, [&](const Member& member) { return is_tonight(night, member.article); });
    told.push_back({&cluster, static_cast<std::size_t>(tonight)});
  }
  return told;
}

// Those with most of tonight's articles first; within a number they stay in the order of the run, by time.
std::vector<Told> most_first(std::vector<Told> told) {
  std::ranges::stable_sort(told, std::ranges::greater(), &Told::tonight);
  return told;
}

std::string came_line(const NightReport& night) {
  std::map<EventKind, std::uint64_t> counts;
  for (ArticleId id = 0; id < night.fates.size(); ++id) {
    const Status status = night.run.articles[id].status;
    const bool told = status != Status::Empty && status != Status::NoContent;
    ++counts[told || night.fates[id] == EventKind::Unchanged ? night.fates[id] : EventKind::Skipped];
  }
  return fmt::format("{} came: {}, {}, {} known already, {} without a story or unreadable.\n", counted(night.fates.size(), "record", "records"),
                     counted(counts[EventKind::New] + counts[EventKind::Joined], "new article", "new articles"),
                     counted(counts[EventKind::Version], "newer version", "newer versions"), with_commas(counts[EventKind::Unchanged]),
                     with_commas(counts[EventKind::Skipped]));
}

struct Sections {
  std::vector<Told> again;  ///< stories of the archive that tonight's articles joined
  std::vector<Told> fresh;  ///< stories of tonight alone, printed more than once
  std::size_t alone = 0;
};

Sections sections_of(const NightReport& night) {
  Sections sections;
  for (const Told& told : clusters_of(night)) {
    if (told.tonight == 0) continue;
    if (told.before() > 0) {
      sections.again.push_back(told);
    } else {
      sections.fresh.push_back(told);
    }
  }
  for (ArticleId id = 0; id < night.fates.size(); ++id) {
    const JudgedArticle& judged = night.run.articles[id];
    if (!judged.cluster && carries_a_story(judged)) ++sections.alone;
  }
  return sections;
}

std::uint64_t articles_in(const std::vector<Told>& all) {
  std::uint64_t articles = 0;
  for (const Told& told : all) articles += told.tonight;
  return articles;
}

std::string found_lines(const Sections& sections) {
  return fmt::format("{} printed again by {}; {} printed more than once, by {}; {}.\n",
                     counted(sections.again.size(), "story of the archive was", "stories of the archive were"),
                     counted(articles_in(sections.again), "article", "articles"),
                     counted(sections.fresh.size(), "new story was", "new stories were"),
                     counted(articles_in(sections.fresh), "article", "articles"),
                     counted(sections.alone, "article stands alone", "articles stand alone"));
}

// The original and what tonight brought: who reads this in the morning knows the rest.
std::string again_text(const NightReport& night, const Told& told) {
  Cluster shown = *told.cluster;
  std::erase_if(shown.members, [&](const Member& member) { return !is_tonight(night, member.article) && member.article != shown.original; });
  const std::string text = cluster_text(night.run, shown, "in the archive");
  const Article& original = night.run.articles[shown.original].article;
  return fmt::format("{:>3} + {}  {}\n", told.before(), told.tonight, shortened(title_of(original), kTitleWidth)) +
         text.substr(text.find('\n') + 1);
}

/// The clusters that were split off, by id, and how many articles each took along: these stand in one line with it.
class Splits {
 public:
  explicit Splits(const std::vector<Event>& events) {
    for (const Event& event : events) {
      if (event.kind == EventKind::Split) splits_.emplace(event.cluster, Split{&event, 0});
    }
    for (const Event& event : events) {
      if (has(event)) ++splits_.at(event.cluster).moved;
    }
  }

  /// Whether an event is a move that a split brought.
  [[nodiscard]] bool has(const Event& event) const {
    const auto found = event.kind == EventKind::Moved ? splits_.find(event.cluster) : splits_.end();
    if (found == splits_.end()) return false;
    const auto& from = found->second.event->from;
    return std::ranges::all_of(event.from, [&](const std::string& id) { return std::ranges::count(from, id) > 0; });
  }

  [[nodiscard]] std::string line(const Event& split) const {
    return fmt::format("  cluster {} was split off from {} with {}\n", one_line(split.cluster), one_line(fmt::format("{}", fmt::join(split.from, ", "))),
                       counted(splits_.at(split.cluster).moved, "article", "articles"));
  }

 private:
  struct Split {
    const Event* event = nullptr;
    std::uint64_t moved = 0;
  };
  std::map<std::string_view, Split> splits_;
};

std::string change_line(const Event& event) {
  const std::string from = one_line(fmt::format("{}", fmt::join(event.from, ", ")));
  const std::string cluster = one_line(event.cluster);
  switch (event.kind) {
    case EventKind::Merged: return fmt::format("  cluster {} took in {}\n", cluster, from);
    case EventKind::Moved: {
      const bool same = event.from.empty() || (event.from.size() == 1 && event.from.front() == event.cluster);
      if (same || !event.key) return {};
      if (cluster.empty()) return fmt::format("  {} left {} and stands alone\n", one_line(event.key->text), from);
      return fmt::format("  {} moved from {} to {}\n", one_line(event.key->text), from, cluster);
    }
    case EventKind::Removed: return fmt::format("  {} was removed\n", event.key ? one_line(event.key->text) : std::string());
    default: return {};
  }
}

std::string changes_text(const NightReport& night) {
  const Splits splits(night.events);
  std::string text;
  for (const Event& event : night.events) {
    if (!splits.has(event)) text += event.kind == EventKind::Split ? splits.line(event) : change_line(event);
  }
  return text.empty() ? text : "\nWhat became of clusters\n\n" + text;
}

}  // namespace

std::string night_text(const NightReport& night) {
  const Sections sections = sections_of(night);
  std::string text = came_line(night) + found_lines(sections);
  if (!sections.again.empty()) text += "\nStories of the archive that were printed again (before + tonight)\n";
  for (const Told& told : most_first(sections.again)) text += "\n" + again_text(night, told);
  if (!sections.fresh.empty()) text += "\nNew stories that were printed more than once\n";
  for (const Told& told : most_first(sections.fresh)) text += "\n" + cluster_text(night.run, *told.cluster);
  return text + changes_text(night);
}

}  // namespace wireprint
