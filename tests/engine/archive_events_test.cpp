// What an archive tells of its changes, and the ids that its clusters keep.
#include <catch2/catch.hpp>

#include "support/grown_archive.hpp"
#include "support/random_newsroom.hpp"

namespace wireprint {
namespace {

using test::GrownArchive;
using test::Lines;
using test::Record;

constexpr Day kDay = 19'700;

Record print(const std::string& key, int hour, const std::string& body) {
  return {key, "Outlet of " + key, test::iso_day(kDay) + "T" + std::to_string(10 + hour) + ":00", "Headline of " + key, body};
}

// A database that follows an archive by its events alone.
struct Follower {
  std::map<std::string, std::string> clusters;
  std::map<std::string, std::string> originals;

  void take(const Event& event) {
    const auto renamed = [&](const std::string& id) { return std::ranges::find(event.from, id) != event.from.end(); };
    if (event.original) originals[event.cluster] = event.original->text;
    if (event.kind == EventKind::Merged) {
      for (auto& [key, cluster] : clusters) {
        if (renamed(cluster)) cluster = event.cluster;
      }
    }
    if (!event.key) return;
    if (event.kind == EventKind::Removed) {
      clusters.erase(event.key->text);
    } else {
      clusters[event.key->text] = event.cluster;
    }
  }
};

void require_followed(const Follower& follower, const StoreView& view) {
  std::map<std::string, std::string> clusters;
  for (DocId doc = 0; doc < view.docs(); ++doc) {
    const auto record = view.record(doc);
    if (!record || view.key(record->key.text)->newest != doc) continue;
    const auto row = view.cluster(view.standing(doc)->cluster);
    clusters[record->key.text] = row ? row->id : "";
    if (row) REQUIRE(follower.originals.at(row->id) == view.record(row->original)->key.text);
    if (row) REQUIRE(view.cluster_number(row->id) == view.standing(doc)->cluster);
  }
  REQUIRE(follower.clusters == clusters);
}

std::string id_of(const GrownArchive& archive, const std::string& key) {
  const auto view = archive.view();
  const auto row = view->cluster(view->standing(view->key(key)->newest)->cluster);
  return row ? row->id : "";
}

std::vector<EventKind> kinds(const BatchReport& report) {
  std::vector<EventKind> all;
  for (const Event& event : report.events) all.push_back(event.kind);
  return all;
}

}  // namespace

TEST_CASE("whoever replays the events has the cluster of each article, and the original of each cluster") {
  const auto seed = GENERATE(range(1, 7));
  test::Random random(static_cast<std::uint64_t>(seed));
  GrownArchive archive;
  Follower follower;
  std::uint64_t seq = 0;
  const auto lines = test::json_lines(test::RandomNewsroom(static_cast<std::uint64_t>(seed)).articles(120));
  for (std::size_t i = 0; i < lines.size(); i += 8) {
    archive.add(Lines(lines.begin() + static_cast<std::ptrdiff_t>(i), lines.begin() + static_cast<std::ptrdiff_t>(i + 8)));
    if (i % 3 == 0) archive.remove({"k" + std::to_string(random.below(100)), "k" + std::to_string(random.below(100))});
    for (const Event& event : archive.view()->events_after(seq, 10'000)) {
      REQUIRE(event.seq == ++seq);
      follower.take(event);
    }
    require_followed(follower, *archive.view());
  }
  CHECK(seq > 100);
}

TEST_CASE("a cluster keeps its id as it grows, even when an earlier print turns up") {
  GrownArchive archive;
  const std::string text = test::story(1, 120);
  archive.add(test::json_lines({print("a", 3, text), print("b", 4, text + test::story(50, 20))}));
  REQUIRE(id_of(archive, "a") == "a");
  const auto report = archive.add(test::json_lines({print("early", 1, text), print("c", 5, test::story(51, 20) + text)}));
  CHECK(id_of(archive, "early") == "a");
  CHECK(id_of(archive, "c") == "a");
  CHECK(kinds(report) == std::vector<EventKind>{EventKind::Joined, EventKind::Joined, EventKind::Moved});  // a is no original now
  CHECK(report.events[0].original->text == "early");
  CHECK(report.events[2].from == std::vector<std::string>{"a"});
}

TEST_CASE("two clusters that become one keep the older id; the other is an alias, and is told apart again when they fall apart") {
  GrownArchive archive;
  const std::string first = test::story(1, 100);
  const std::string second = test::story(2, 100);
  archive.add(test::json_lines({print("a1", 1, first), print("a2", 2, first + test::story(50, 20))}));
  archive.add(test::json_lines({print("b1", 3, second), print("b2", 4, second + test::story(51, 20))}));
  REQUIRE(id_of(archive, "b2") == "b1");

  const std::string both = first + second;
  std::vector<Record> joining;
  for (int i = 0; i < 4; ++i) joining.push_back(print("both" + std::to_string(i), 5, both + test::story(60 + static_cast<std::uint64_t>(i), 10)));
  const auto report = archive.add(test::json_lines(joining));
  REQUIRE(id_of(archive, "a1") == "a1");
  REQUIRE(id_of(archive, "b1") == "a1");
  CHECK(archive.view()->cluster(1)->aliases == std::vector<std::string>{"b1"});
  CHECK(archive.view()->cluster_number("b1") == 1);
  CHECK(report.events.at(0).kind == EventKind::Merged);
  CHECK(report.events.at(0).from == std::vector<std::string>{"b1"});
  CHECK(archive.view()->cluster(2)->history.back().kind == ClusterTurn::Kind::MergedInto);

  const auto parted = archive.remove({"both0", "both1", "both2", "both3"});
  CHECK(id_of(archive, "a2") == "a1");
  CHECK(id_of(archive, "b1") != "a1");
  CHECK(id_of(archive, "b1") == id_of(archive, "b2"));
  CHECK(parted.events.at(0).kind == EventKind::Split);
  CHECK(parted.events.at(0).from == std::vector<std::string>{"a1"});
}

TEST_CASE("a newer version with another body leaves its cluster, and the old version stays readable") {
  GrownArchive archive;
  const std::string text = test::story(1, 120);
  archive.add(test::json_lines({print("a", 1, text), print("b", 2, text), print("c", 3, text)}));
  auto changed = print("b", 2, test::story(2, 120));
  changed.updated = test::iso_day(kDay + 1);
  const auto report = archive.add(test::json_lines({changed}));
  CHECK(kinds(report) == std::vector<EventKind>{EventKind::Version});
  CHECK(report.events[0].cluster.empty());
  CHECK(report.events[0].from == std::vector<std::string>{"a"});
  CHECK(id_of(archive, "c") == "a");
  const auto versions = archive.view()->key("b")->versions;
  REQUIRE(versions.size() == 2);
  CHECK(archive.view()->article(versions[0])->body == text);
  CHECK(archive.view()->record(versions[1])->version == 2);
}

TEST_CASE("a cluster that loses all but one of its articles is none, and its id can still be looked up") {
  GrownArchive archive;
  archive.add(test::json_lines({print("a", 1, test::story(1, 120)), print("b", 2, test::story(1, 120))}));
  const auto report = archive.remove({"a", "nobody"});
  CHECK(kinds(report) == std::vector<EventKind>{EventKind::Removed, EventKind::Moved});
  CHECK(report.events[1].cluster.empty());
  CHECK(id_of(archive, "b").empty());
  CHECK(archive.view()->cluster(archive.view()->cluster_number("a"))->history.back().kind == ClusterTurn::Kind::Dissolved);
}

}  // namespace wireprint
