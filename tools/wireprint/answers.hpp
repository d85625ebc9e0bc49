// Records in, answers out: what `check` and `add --each` share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "error_log.hpp"
#include "input_options.hpp"
#include "output.hpp"
#include "terminal.hpp"
#include "wireprint/article/article_reader.hpp"
#include "wireprint/report/check_answer.hpp"
#include "wireprint/report/run.hpp"

namespace wireprint::command {

/// A record as it was read: an article, or the error that is answered.
struct Asked {
  std::optional<Article> article;
  std::optional<Error> error;
  Location where = {};     ///< without a line for an input that could not be opened, or read to its end: it gets no answer
  RecordPlace place = {};
};

[[nodiscard]] Asked parse(ArticleReader& reader, RawRecord record);

/// The answer to a record that could not be read.
[[nodiscard]] CheckAnswer refusal(const Asked& asked);

/// Lets the reader give a record for every line, and read standard input as lines of JSON as they come: to tell the format
/// from the content would wait for more of it.
void answer_every_line(const InputFlags& flags, ReaderOptions& options);

/// Where answers go.
struct AnswerOutputs {
  Output answers;
  std::optional<Output> matches;

  /// Without a path there are no matches. Errors: Io.
  [[nodiscard]] static Result<AnswerOutputs> open(const std::string& answers, const std::string& matches);

  /// Finishes both. Errors: Io for the first that failed.
  [[nodiscard]] Result<void> finish();
};

/// Writes answers, and counts them for the way in which the command ends.
class AnswerDesk {
 public:
  /// `matches` may be null. All have to live longer than this.
  AnswerDesk(Output& to, Output* matches, ErrorLog& errors) : to_(&to), matches_(matches), errors_(&errors) {}

  void write(const Asked& asked, const CheckAnswer& answer);
  void note_failed_input(const Error& error);

  /// Hands all that was answered to who waits for it. False when nobody does any more.
  [[nodiscard]] bool flush();

  [[nodiscard]] const RunCounts& counts() const { return counts_; }
  [[nodiscard]] bool found_copy() const { return found_copy_; }

 private:
  Output* to_;
  Output* matches_;
  ErrorLog* errors_;
  RunCounts counts_;
  bool found_copy_ = false;
};

}  // namespace wireprint::command
