// Where a run in limited memory keeps bodies and fingerprints.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/pool.hpp"
#include "engine/prints.hpp"
#include "wireprint/engine/engine.hpp"

namespace wireprint {

/// In a run with memory enough, bodies stay in their articles. Of one thread until everything is taken.
class Depot {
 public:
  /// Errors: Io.
  static Result<Depot> open(const ClusterOptions& options);

  /// Takes the body, and what no line and no report shows of a cluster's articles.
  void take(JudgedArticle& judged);

  [[nodiscard]] Prints prints() const { return spool_ ? Prints(spool_, most_prints_) : Prints(); }
  [[nodiscard]] const std::shared_ptr<Spool>& spool() const { return spool_; }  ///< null for none
  [[nodiscard]] bool failed() const { return spool_ && spool_->failed(); }

  /// Gives back the bodies; empty where the articles have them.
  [[nodiscard]] std::function<std::string(ArticleId)> bodies() const;

 private:
  std::shared_ptr<Spool> spool_;
  std::size_t most_prints_ = 0;  // bytes
  std::shared_ptr<Pool> bodies_;
};

}  // namespace wireprint
