// An archive in memory that grows, beside what a run over the whole set says of the articles that are left in it.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "support/records.hpp"
#include "wireprint/archive/memory_store.hpp"
#include "wireprint/article/article_reader.hpp"
#include "wireprint/engine/archive.hpp"
#include "wireprint/verify/coefficients.hpp"

namespace wireprint::test {

using Lines = std::vector<std::string>;

inline std::vector<Article> parsed(const Lines& lines) {
  const TempDir dir;
  ArticleReader reader({dir.write("a.jsonl", joined(lines))});
  std::vector<Article> articles;
  while (auto article = reader.next()) {
    if (*article) articles.push_back(std::move(**article));
  }
  return articles;
}

/// What is known of articles and clusters, line by line, in a settled order, without the clusters' ids.
class Account {
 public:
  void article(std::string_view key, Status status) { lines_.insert(fmt::format("article {} {}", key, name_of(status))); }
  void copy(std::string_view a, std::string_view b, Role role, Share copied, Share kept, double nearness, const std::optional<Share>& probability) {
    lines_.insert(fmt::format("copy {} {} {} {} {} {} {}", a, b, name_of(role), text(copied), text(kept), nearness, probability ? probability->value() : -1));
  }
  void cluster(std::string_view original, OriginalBy by, Share weakest, const std::string& members) {
    lines_.insert(fmt::format("cluster of {} by {} weakest {}:{}", original, name_of(by), weakest.value(), members));
  }
  static std::string member(std::string_view key, Role role, Share copied, Share kept, std::string_view source, const std::optional<Share>& probability) {
    return fmt::format(" {} {} {} {} from '{}' {};", key, name_of(role), text(copied), text(kept), source, probability ? probability->value() : -1);
  }

  /// Lines that one of the two has and the other not; empty when they say the same.
  [[nodiscard]] std::string difference(const Account& other) const {
    std::string found;
    for (const auto& line : lines_) {
      if (!other.lines_.contains(line)) found += "\nonly in the first: " + line;
    }
    for (const auto& line : other.lines_) {
      if (!lines_.contains(line)) found += "\nonly in the second: " + line;
    }
    return found;
  }
  [[nodiscard]] std::size_t count(std::string_view what) const {
    return static_cast<std::size_t>(std::ranges::count_if(lines_, [&](const std::string& line) { return line.starts_with(what); }));
  }

 private:
  static std::string text(Share share) { return fmt::format("{}/{}", share.part, share.whole); }
  std::set<std::string> lines_;
};

inline Account account_of(const ClusterRun& run) {
  Account account;
  const auto key = [&](ArticleId id) { return std::string_view(run.articles[id].article.key.text); };
  for (const auto& judged : run.articles) {
    if (judged.status != Status::Error && judged.status != Status::Superseded) account.article(judged.article.key.text, judged.status);
  }
  for (const Match& match : run.matches) account.copy(key(match.a), key(match.b), match.role, match.copied, match.kept, nearness_of(match).value(), probability_of(match));
  for (const Cluster& cluster : run.clusters) {
    std::string members;
    for (const Member& m : cluster.members) members += Account::member(key(m.article), m.role, m.copied, m.kept, m.source ? key(*m.source) : "", m.probability);
    account.cluster(key(cluster.original), cluster.original_by, cluster.weakest, members);
  }
  return account;
}

inline Account account_of(const StoreView& view) {
  Account account;
  std::map<DocId, std::string> keys;
  for (DocId doc = 0; doc < view.docs(); ++doc) {
    if (const auto record = view.record(doc)) keys[doc] = record->key.text;
  }
  for (const auto& [doc, key] : keys) {
    const auto record = view.record(doc);
    const auto standing = view.standing(doc);
    if (view.key(key)->newest == doc) account.article(key, standing->current && !standing->has_content ? Status::NoContent : record->status);
    for (const CopyRecord& copy : view.copies(doc)) account.copy(keys.at(copy.a), keys.at(copy.b), copy.role, copy.copied, copy.kept, copy.nearness.value(), copy.probability);
  }
  for (ClusterNumber number = 1; number <= view.clusters(); ++number) {
    const auto row = view.cluster(number);
    if (row->members.empty()) continue;
    std::string members;
    for (const MemberRecord& m : row->members) {
      members += Account::member(keys.at(m.doc), m.role, m.copied, m.kept, m.source == kNoDoc ? "" : keys.at(m.source), m.probability);
      CHECK(view.standing(m.doc)->cluster == number);
    }
    account.cluster(keys.at(row->original), row->original_by, row->weakest, members);
  }
  return account;
}

/// Lines that came and stayed, in the order in which they came, and the archive that took them.
class GrownArchive {
 public:
  explicit GrownArchive(Recipe recipe = {}, int threads = 1, bool keeps_text = true)
      : recipe_(recipe), store_(std::make_shared<MemoryStore>(Archive::identity(recipe, keeps_text))), archive_(open(store_, threads)) {}

  BatchReport add(const Lines& lines) {
    for (const auto& line : lines) {
      if (std::ranges::find(lines_, line) == lines_.end()) lines_.push_back(line);
    }
    auto report = archive_.add(parsed(lines));
    REQUIRE(report);
    return *report;
  }

  EachReport add_each(const Lines& lines) {
    lines_.insert(lines_.end(), lines.begin(), lines.end());
    auto report = archive_.add_each(parsed(lines));
    REQUIRE(report);
    return *report;
  }

  void remove_texts(const std::vector<std::string>& keys) { REQUIRE(archive_.remove_texts(keys)); }

  BatchReport remove(const std::vector<std::string>& keys) {
    std::erase_if(lines_, [&](const std::string& line) { return std::ranges::any_of(keys, [&](const std::string& key) { return line.starts_with("{\"id\":" + json_string(key) + ","); }); });
    auto report = archive_.remove(keys);
    REQUIRE(report);
    return *report;
  }

  [[nodiscard]] const Archive& archive() const { return archive_; }
  [[nodiscard]] std::shared_ptr<const StoreView> view() const { return archive_.view(); }
  [[nodiscard]] Account account() const { return account_of(*view()); }
  [[nodiscard]] const Lines& lines() const { return lines_; }

  /// What one run over the articles that are left says. An outlet's precision is settled once, so it is taken from the archive.
  [[nodiscard]] Account of_one_run() const {
    ClusterOptions options;
    options.recipe = recipe_;
    const auto newest = view();
    options.edit = [&](Article& article) {
      const auto outlet = newest->outlet(article.outlet);
      if (outlet && outlet->day_only == true && article.published.known()) article.published.precision = Precision::WholeDay;
    };
    return account_of(*Run(lines_, options));
  }

 private:
  static Archive open(std::shared_ptr<ArticleStore> store, int threads) {
    ArchiveOptions options;
    options.threads = threads;
    auto archive = Archive::open(std::move(store), options);
    REQUIRE(archive);
    return std::move(*archive);
  }

  Recipe recipe_;
  std::shared_ptr<MemoryStore> store_;
  Archive archive_;
  Lines lines_;
};

}  // namespace wireprint::test
