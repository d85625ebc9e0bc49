// A small run made by hand: one story in four prints, one tied by the day, and records that carry no story.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "wireprint/report/run.hpp"

namespace wireprint::test {

constexpr std::int64_t kJune1 = 1496275200;  // 2017-06-01T00:00:00Z
constexpr std::int64_t kHour = 3600;

inline Timestamp minute(std::int64_t seconds, std::optional<int> offset = std::nullopt) {
  return {.seconds = seconds, .precision = Precision::Minute, .offset_minutes = offset};
}

inline Timestamp day(std::int64_t seconds) { return {.seconds = seconds, .precision = Precision::WholeDay, .offset_minutes = {}}; }

inline JudgedArticle article(std::string key, std::string outlet, std::string headline, std::uint32_t words, Timestamp time) {
  JudgedArticle judged;
  judged.article.key.text = std::move(key);
  judged.article.outlet = std::move(outlet);
  judged.article.headline = std::move(headline);
  judged.article.published = time;
  judged.words = words;
  judged.story_words = words;
  return judged;
}

inline void add_articles(ClusterRun& run) {
  run.articles = {
      article("h1", "Harbor Ledger", "Harbour bridge to close for six weeks", 600, minute(kJune1 + 13 * kHour, -480)),
      article("h2", "Coast Courier", "Bridge shuts in July", 190, minute(kJune1 + 14 * kHour + 1800)),
      article("7", "Inland \"Daily\", late", "Harbour bridge to close for six weeks", 700, day(kJune1 + 48 * kHour)),
      article("h4", "", "", 600, {}),
      article("d1", "Valley Post", "港口大桥将关闭六周", 120, day(kJune1)),
      article("d2", "Hill Gazette", "港口大橋將關閉六週，市長說明原因", 100, day(kJune1)),
      article("s1", "Valley Post", "Choir sings alone", 300, day(kJune1)),
      article("e1", "Valley Post", "", 0, day(kJune1)),
      article("", "", "", 0, {}),
  };
  run.articles[0].agency = "AP";
  run.articles[0].article.url = "https://ledger.example/bridge";
  run.articles[0].article.language = "en";
  run.articles[0].article.body = "“Six weeks,” said the mayor. The bridge 🌉 closes.";
  run.articles[1].article.body = "LEDGER — Six weeks, said the mayor.";
  run.articles[2].article.key.number = true;
  run.articles[7].status = Status::Empty;
  run.articles[8].status = Status::Error;
}

inline void add_clusters(ClusterRun& run) {
  run.clusters = {{.members = {{4, Role::Original, {120, 120}, {120, 120}, {}}, {5, Role::Trimmed, {95, 100}, {95, 120}, 4}},
                   .original = 4,
                   .original_by = OriginalBy::Length,
                   .weakest = {95, 100}},
                  {.members = {{0, Role::Original, {600, 600}, {600, 600}, {}},
                               {1, Role::Trimmed, {190, 190}, {186, 600}, 0},
                               {2, Role::Extended, {586, 700}, {590, 600}, 0},
                               {3, Role::Verbatim, {599, 600}, {600, 600}, 0}},
                   .original = 0,
                   .original_by = OriginalBy::Time,
                   .weakest = {586, 700}}};
  for (const ArticleId id : {4U, 5U}) run.articles[id].cluster = 0;
  for (const ArticleId id : {0U, 1U, 2U, 3U}) run.articles[id].cluster = 1;
}

inline Match trimmed_match() {
  Match match;
  match.a = 0;
  match.b = 1;
  match.verdict = Verdict::Copy;
  match.role = Role::Trimmed;
  match.reasons = {Reason::StoryShared, Reason::IdenticalText};
  match.copied = {190, 190};
  match.kept = {186, 600};
  match.jaccard = {3, 10};
  match.jaccard_all = {27, 100};
  match.containment_a_in_b = {3, 10};
  match.containment_b_in_a = {99, 100};
  match.words_a = 600;
  match.words_b = 190;
  match.longest_run_words = 141;
  match.passages = {{{3, 12}, {11, 20}, 2, true}, {{44, 55}, {22, 34}, 3, false}};
  return match;
}

inline ClusterRun sample_run() {
  ClusterRun run;
  add_articles(run);
  add_clusters(run);
  Match longest;  // 7 holds nine tenths of h2, but not of h1
  longest.a = 1;
  longest.b = 2;
  longest.verdict = Verdict::Copy;
  longest.copied = {188, 700};
  longest.kept = {188, 190};
  run.matches = {trimmed_match(), longest};
  run.counts.records = 9;
  run.counts.statuses = {{Status::Ok, 7}, {Status::Empty, 1}, {Status::Error, 1}};
  run.counts.undated = 2;
  run.counts.candidates = 5;
  run.counts.copies = 4;
  return run;
}

}  // namespace wireprint::test
