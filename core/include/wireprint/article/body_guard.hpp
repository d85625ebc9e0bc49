// Whether an input gives bodies at all: a run over articles without any finds nothing, and says so too late.
//
// A value; to be used by one thread at a time.
#pragma once

#include <cstdint>

#include "wireprint/article/article.hpp"
#include "wireprint/article/field_survey.hpp"
#include "wireprint/base/result.hpp"

namespace wireprint {

class BodyGuard {
 public:
  /// To be called with each article in its order. True once it is clear that the run should stop: more than half of the
  /// first 1,000 have no body.
  bool add(const Article& article);

  /// The same at the end of an input that has fewer.
  [[nodiscard]] bool fails() const { return 2 * without_body_ > articles_; }

  /// BadInput: what was seen, and which options help.
  [[nodiscard]] Error error(const FieldSurvey& survey) const;

 private:
  std::uint64_t articles_ = 0;
  std::uint64_t without_body_ = 0;
};

}  // namespace wireprint
