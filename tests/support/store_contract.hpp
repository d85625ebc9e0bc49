// What every store has to do, in memory and on disk alike.
#pragma once

#include <catch2/catch.hpp>
#include <functional>
#include <memory>

#include "wireprint/archive/article_store.hpp"

namespace wireprint::test {

/// A new and empty store each time.
using MakeStore = std::function<std::unique_ptr<ArticleStore>()>;

inline NewDoc invented_doc(const std::string& key, Day day, std::vector<std::uint64_t> samples, std::vector<std::uint64_t> bands, std::uint64_t text) {
  NewDoc doc;
  doc.record.key = {key, false};
  if (day != kUndated) doc.record.published = {.seconds = std::int64_t{day} * 86'400, .precision = Precision::WholeDay, .offset_minutes = {}};
  doc.record.outlet = "Outlet of " + key;
  doc.record.words = 7;
  doc.record.exact = {1, text};
  doc.article.key = doc.record.key;
  doc.article.body = "body of " + key;
  doc.print.exact = doc.record.exact;
  doc.print.samples = std::move(samples);
  doc.print.minhash = {1, 2, 3};
  doc.print.words = 7;
  doc.bands = std::move(bands);
  return doc;
}

inline void check_documents(ArticleStore& store) {
  Changes first;
  first.added = {invented_doc("a", 10, {1, 5}, {70}, 100), invented_doc("b", 12, {5}, {70, 71}, 100), invented_doc("c", kUndated, {5, 9}, {}, 200)};
  first.standings[0] = {.current = true, .identical = 0, .leader = 0};
  first.keys["a"] = KeyRecord{{0}, 0};
  first.outlets["Outlet of a"] = OutletRecord{{}, {0}};
  REQUIRE(store.commit(std::move(first)));

  const auto view = store.view();
  CHECK(view->epoch() == 1);
  CHECK(view->docs() == 3);
  CHECK(view->record(1)->key.text == "b");
  CHECK(view->record(2)->day() == kUndated);
  CHECK(view->article(0)->body == "body of a");
  CHECK_FALSE(view->fingerprint(0));  // the text tells
  CHECK(view->standing(0)->leader == 0);
  CHECK(view->marks(0) == Marks{.takes_part = true, .first = true, .leads = true, .current = true});
  CHECK(view->marks(1) == Marks{});
  CHECK(view->key("a")->versions == std::vector<DocId>{0});
  CHECK_FALSE(view->key("nobody"));
  CHECK(view->outlet("Outlet of a")->dated == std::vector<DocId>{0});
  CHECK(view->postings(PostingKind::Sample, 5, {}) == std::vector<Posting>{{0, 10}, {1, 12}, {2, kUndated}});
  CHECK(view->postings(PostingKind::Sample, 5, {11, kUndated - 1}) == std::vector<Posting>{{1, 12}});
  CHECK(view->postings(PostingKind::Sample, 5, {13, kUndated}) == std::vector<Posting>{{2, kUndated}});
  CHECK(view->postings(PostingKind::Band, 70, {}) == std::vector<Posting>{{0, 10}, {1, 12}});
  CHECK(view->postings(PostingKind::Text, 100, {}) == std::vector<Posting>{{0, 10}, {1, 12}});
  CHECK(view->postings(PostingKind::Text, 5, {}).empty());
}

inline void check_removal(ArticleStore& store) {
  const auto before = store.view();
  Changes removal;
  removal.removed = {1};
  removal.standings[0] = {.current = true, .counted = true};
  removal.standings[2] = {.current = true, .leader = 2};
  removal.text_removed = {{2, invented_doc("c", kUndated, {5, 9}, {}, 200).print}};
  removal.keys["a"] = std::nullopt;
  REQUIRE(store.commit(std::move(removal)));
  const auto view = store.view();
  CHECK_FALSE(view->record(1));
  CHECK_FALSE(view->standing(1));
  CHECK_FALSE(view->fingerprint(1));
  CHECK_FALSE(view->article(1));
  CHECK_FALSE(view->article(2));
  CHECK(view->record(2));
  CHECK(view->fingerprint(2)->samples == std::vector<std::uint64_t>{5, 9});
  CHECK_FALSE(view->key("a"));
  CHECK(view->docs() == 3);
  CHECK(view->marks(0) == Marks{.takes_part = true, .counted = true, .current = true});
  CHECK(view->marks(2).leads);
  CHECK(before->marks(0).leads);
  CHECK(view->postings(PostingKind::Sample, 5, {}) == std::vector<Posting>{{0, 10}, {2, kUndated}});
  CHECK(before->key("a"));  // an epoch stays what it was
  CHECK(before->postings(PostingKind::Sample, 5, {}).size() == 3);
}

inline void check_spread_rows(ArticleStore& store) {
  Changes changes;
  changes.representatives = {{{10, 7, 0}, true}, {{10, 3, 2}, true}, {{11, 1, 1}, true}};
  changes.crossings = {{5, 30}};
  REQUIRE(store.commit(std::move(changes)));
  CHECK(store.view()->representatives(10, 9) == std::vector<Representative>{{3, 2}, {7, 0}});
  CHECK(store.view()->representatives(10, 1) == std::vector<Representative>{{3, 2}});
  CHECK(store.view()->representatives(12, 9).empty());
  CHECK(store.view()->crossing(5) == 30);
  CHECK(store.view()->crossing(6) == kNever);

  Changes gone;
  gone.representatives = {{{10, 3, 2}, false}};
  gone.crossings = {{5, kNever}};
  REQUIRE(store.commit(std::move(gone)));
  CHECK(store.view()->representatives(10, 9) == std::vector<Representative>{{7, 0}});
  CHECK(store.view()->crossing(5) == kNever);
}

inline void check_clusters(ArticleStore& store) {
  const CopyRecord copy{.a = 2, .b = 0, .role = Role::Trimmed, .copied = {9, 10}, .kept = {9, 30}, .nearness = {9, 10}, .probability = Share{9876, 10000}};
  Event event;
  event.seq = 1;
  event.kind = EventKind::Joined;
  event.key = Key{"a", true};
  event.from = {"x", "y"};
  event.role = Role::Trimmed;
  Changes changes;
  changes.copies[{2, 0}] = copy;
  changes.clusters[1] = {.id = "c", .members = {{2, Role::Original, {1, 1}, {1, 1}, kNoDoc}, {0, Role::Trimmed, {9, 10}, {9, 30}, 2, Share{0, 10000}}}, .original = 2,
                         .original_by = OriginalBy::Agency, .weakest = {9, 10}, .aliases = {"old"}, .history = {{ClusterTurn::Kind::Created, 1, ""}}};
  changes.cluster_ids = {{"c", 1}, {"old", 1}};
  changes.events = {event};
  REQUIRE(store.commit(std::move(changes)));

  const auto view = store.view();
  CHECK(view->copies(0) == std::vector<CopyRecord>{copy});
  CHECK(view->copies(2) == std::vector<CopyRecord>{copy});
  CHECK(view->copies(1).empty());
  CHECK(view->clusters() == 1);
  CHECK(view->cluster(1)->members.at(1).kept == Share{9, 30});
  CHECK(view->cluster(1)->members.at(1).probability == Share{0, 10000});
  CHECK_FALSE(view->cluster(1)->members.at(0).probability);
  CHECK(view->cluster(1)->aliases == std::vector<std::string>{"old"});
  CHECK_FALSE(view->cluster(2));
  CHECK(view->cluster_number("old") == 1);
  CHECK(view->cluster_number("nobody") == 0);
  REQUIRE(view->events() == 1);
  CHECK(view->events_after(1, 9).empty());
  const auto told = view->events_after(0, 9);
  REQUIRE(told.size() == 1);
  CHECK(told[0].key->number);
  CHECK(told[0].from == std::vector<std::string>{"x", "y"});
  CHECK(told[0].role == Role::Trimmed);

  Changes gone;
  gone.copies[{2, 0}] = std::nullopt;
  REQUIRE(store.commit(std::move(gone)));
  CHECK(store.view()->copies(0).empty());
}

inline void check_store_contract(const MakeStore& make) {
  const auto store = make();
  CHECK(store->view()->docs() == 0);
  check_documents(*store);
  check_removal(*store);
  check_spread_rows(*store);
  check_clusters(*store);
  CHECK_FALSE(store->view()->fault());
}

}  // namespace wireprint::test
