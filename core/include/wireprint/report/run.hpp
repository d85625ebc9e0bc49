// What a run over a set of articles found: the one thing that reports are written from.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "wireprint/article/article.hpp"
#include "wireprint/article/input_file.hpp"
#include "wireprint/article/status.hpp"
#include "wireprint/cluster/cluster.hpp"
#include "wireprint/verify/match.hpp"

namespace wireprint {

/// An article with what the run learned of it. Of a record that gave no article only `where` and the status are known.
struct JudgedArticle {
  Article article;
  Status status = Status::Ok;
  std::uint32_t words = 0;        ///< tokens of the body
  std::uint32_t story_words = 0;  ///< those that the pattern table leaves
  std::string agency;             ///< that the article itself credits; else empty
  std::optional<std::uint32_t> cluster;  ///< position in ClusterRun::clusters
  bool reference = false;   ///< only compared with: it may be an original, and stands in no output on its own account
  bool twin_in_input = false;  ///< a reference under whose key the input has an article too: two articles of one name
  RecordPlace place = {};   ///< in ClusterRun::files
};

/// Counts that add up: every record of the input is in exactly one of `statuses`; references are counted apart.
struct RunCounts {
  std::uint64_t records = 0;
  std::uint64_t failed_inputs = 0;  ///< files that could not be opened, or not be read to their end
  std::map<Status, std::uint64_t> statuses;
  std::uint64_t references = 0;      ///< records that were only compared with
  std::uint64_t bad_references = 0;  ///< of these, unreadable ones
  std::uint64_t undated = 0;     ///< of the articles, those without a readable date
  std::uint64_t unreadable_dates = 0;  ///< of those, the ones that had something in the field
  std::uint64_t repaired = 0;    ///< records with invalid UTF-8 or JSON that could be mended
  std::uint64_t shared_keys = 0;  ///< of the superseded, those whose newer version is another outlet's
  std::uint64_t exact_copies = 0;
  std::uint64_t candidates = 0;  ///< pairs compared on the text
  std::uint64_t copies = 0;      ///< of those, copies
  std::uint64_t cut_edges = 0;   ///< copies that did not join, because a cluster hung on them alone
  double seconds = 0;
};

/// What deduplication leaves out, and what it keeps in its place.
struct Removal {
  ArticleId article = 0;
  ArticleId kept = 0;   ///< never left out itself
  Share copied;         ///< of the article's story words, those that stand in the kept one
  Role role = Role::Verbatim;  ///< of the article towards the kept one
};

/// How long a part of the run took.
struct Stage {
  std::string name;
  double seconds = 0;
};

struct ClusterRun {
  std::vector<JudgedArticle> articles;  ///< in the order of reading, references last; an ArticleId is a position here
  std::vector<InputFile> files;         ///< in the order of reading
  std::vector<Cluster> clusters;        ///< with a member that is no reference; by the time of the original, then its key; undated last
  std::vector<Match> matches;           ///< the copies that were found, two references apart, by time of b, then of a; with keep_refused all that were compared
  std::vector<Removal> removals;        ///< by article; empty unless a selection was asked for
  RunCounts counts;
  std::vector<Stage> stages;            ///< in their order
  std::function<std::string(ArticleId)> body_on_disk = {};  ///< in limited memory: gives bodies; articles hold but an opening where they have no headline
};

/// The article with its body; `held` is filled only where that is on disk.
[[nodiscard]] inline const Article& whole_article(const ClusterRun& run, ArticleId article, Article& held) {
  if (!run.body_on_disk) return run.articles[article].article;
  held = run.articles[article].article;
  held.body = run.body_on_disk(article);
  return held;
}

}  // namespace wireprint
