// Articles as JSON lines, and whole runs of the engine over them.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>
#include <string>
#include <vector>

#include "support/temp_dir.hpp"
#include "wireprint/engine/engine.hpp"
#include "wireprint/report/lines.hpp"

namespace wireprint::test {

struct Record {
  std::string key;
  std::string outlet;
  std::string published;  ///< empty for none
  std::string headline;
  std::string body;
  std::string updated = {};
};

inline std::string json_string(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' ? std::string("\\n") : std::string(1, c);
  }
  return out + '"';
}

inline std::string json_line(const Record& r) {
  std::string line = "{\"id\":" + json_string(r.key) + ",\"outlet\":" + json_string(r.outlet) + ",\"headline\":" + json_string(r.headline);
  if (!r.published.empty()) line += ",\"published\":" + json_string(r.published);
  if (!r.updated.empty()) line += ",\"updated\":" + json_string(r.updated);
  return line + ",\"body\":" + json_string(r.body) + "}";
}

inline std::vector<std::string> json_lines(const std::vector<Record>& records) {
  std::vector<std::string> lines;
  for (const auto& record : records) lines.push_back(json_line(record));
  return lines;
}

inline std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += line + '\n';
  return text;
}

/// A day counted from 1970-01-01, as ISO 8601.
inline std::string iso_day(Day day) { return Timestamp{.seconds = std::int64_t{day} * 86'400, .precision = Precision::WholeDay, .offset_minutes = {}}.iso8601(); }

/// An engine that has clustered some lines, and what it found, by key.
class Run {
 public:
  explicit Run(const std::vector<Record>& records, ClusterOptions options = {}) : Run(json_lines(records), std::move(options)) {}
  explicit Run(const std::vector<std::string>& lines, ClusterOptions options = {}) : Run(std::vector<std::vector<std::string>>{lines}, std::move(options)) {}

  /// Of several files.
  Run(const std::vector<std::vector<std::string>>& files, ClusterOptions options) : engine_(std::move(options)) {
    std::vector<std::string> paths;
    for (std::size_t i = 0; i < files.size(); ++i) paths.push_back(dir_.write(std::to_string(i) + ".jsonl", joined(files[i])));
    cluster(paths);
  }

  static Run of_file(const std::string& path, ClusterOptions options = {}) { return Run(path, std::move(options)); }

  const ClusterRun* operator->() const { return run_; }
  const ClusterRun& operator*() const { return *run_; }
  [[nodiscard]] const Engine& engine() const { return engine_; }

  [[nodiscard]] const JudgedArticle& article(const std::string& key) const {
    const auto found = std::ranges::find_if(run_->articles, [&](const JudgedArticle& a) { return a.article.key.text == key && a.status != Status::Superseded; });
    if (found == run_->articles.end()) throw std::runtime_error("no article " + key);
    return *found;
  }
  [[nodiscard]] std::string key(ArticleId id) const { return run_->articles.at(id).article.key.text; }

  /// Keys of the clusters' members, each cluster in its order.
  [[nodiscard]] std::vector<std::vector<std::string>> clusters() const {
    std::vector<std::vector<std::string>> all;
    for (const auto& cluster : run_->clusters) {
      auto& keys = all.emplace_back();
      for (const auto& member : cluster.members) keys.push_back(key(member.article));
    }
    return all;
  }

  /// Every line that is written of the run: clusters, matches, and articles in a settled order.
  [[nodiscard]] std::string all_lines() const {
    std::vector<std::string> articles, lines;
    const ArticleLines article_lines(*run_);
    for (ArticleId id = 0; id < run_->articles.size(); ++id) articles.push_back(article_lines.json(id));
    std::ranges::sort(articles);
    for (const auto& cluster : run_->clusters) lines.push_back(cluster_line(*run_, cluster));
    for (const auto& match : run_->matches) lines.push_back(match_line(*run_, match));
    return joined(lines) + joined(articles);
  }

 private:
  Run(const std::string& path, ClusterOptions options) : engine_(std::move(options)) { cluster({path}); }

  void cluster(const std::vector<std::string>& paths) {
    const auto run = engine_.cluster(paths);
    REQUIRE(run);
    run_ = *run;
  }

  TempDir dir_;
  Engine engine_;
  const ClusterRun* run_ = nullptr;
};

inline ClusterOptions on_threads(int threads) {
  ClusterOptions options;
  options.threads = threads;
  return options;
}

}  // namespace wireprint::test
