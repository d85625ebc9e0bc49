// Whether an input gives bodies at all: a run over articles without any finds nothing, and says so too late.
//
// A value; to be used by one thread at a time.
#pragma once

#include <cstdint>
#include <string_view>

#include "wireprint/article/article.hpp"
#include "wireprint/article/field_survey.hpp"
#include "wireprint/base/result.hpp"

namespace wireprint {

class BodyGuard {
 public:
  /// To be called with each article in its order. True once 1,000 have come and more than half of them have no body: ask
  /// fails() then.
  bool add(const Article& article);

  /// Whether the run should stop: more than half of the first 1,000, or of all where there are fewer, have no body, and
  /// a field may be named wrongly. Where the body's field is there, but empty, and no other is left that could hold it,
  /// articles are empty, and that is all.
  [[nodiscard]] bool fails(const FieldSurvey& survey) const;

  /// BadInput: what was seen, and which options help. `what` the articles are called.
  [[nodiscard]] Error error(const FieldSurvey& survey, std::string_view what = "articles") const;

 private:
  std::uint64_t articles_ = 0;
  std::uint64_t without_body_ = 0;
};

}  // namespace wireprint
