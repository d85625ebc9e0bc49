#include "answers.hpp"

#include <algorithm>
#include <utility>

namespace wireprint::command {

Asked parse(ArticleReader& reader, RawRecord record) {
  Asked asked{.article = {}, .error = {}, .where = record.where, .place = record.place};
  auto article = reader.parse(std::move(record));
  if (article) {
    asked.article = std::move(*article);
  } else {
    asked.error = std::move(article.error());
  }
  return asked;
}

CheckAnswer refusal(const Asked& asked) {
  CheckAnswer answer;
  answer.status = Status::Error;
  answer.error = asked.error;
  return answer;
}

void answer_every_line(const InputFlags& flags, ReaderOptions& options) {
  const bool from_stdin = std::ranges::find(flags.inputs, "-") != flags.inputs.end();
  options.blank_lines = true;
  if (from_stdin && !options.format) options.format = InputFormat::Jsonl;
}

Result<AnswerOutputs> AnswerOutputs::open(const std::string& answers, const std::string& matches) {
  auto to = Output::open(answers);
  if (!to) return fail(to.error());
  AnswerOutputs outputs{std::move(*to), std::nullopt};
  if (matches.empty()) return outputs;
  auto also = Output::open(matches);
  if (!also) return fail(also.error());
  outputs.matches.emplace(std::move(*also));
  return outputs;
}

Result<void> AnswerOutputs::finish() {
  auto done = answers.finish();
  const auto also = matches ? matches->finish() : Result<void>();
  return done ? also : done;
}

void AnswerDesk::write(const Asked& asked, const CheckAnswer& answer) {
  ++counts_.records;
  ++counts_.statuses[answer.status];
  if (asked.error) errors_->add(*asked.error);
  found_copy_ |= verdict_of(answer) == Verdict::Copy;
  to_->write(check_line(answer) + "\n");
  if (matches_ == nullptr) return;
  for (const ArchivedMatch& match : answer.matches) matches_->write(match_line(answer, match) + "\n");
}

void AnswerDesk::note_failed_input(const Error& error) {
  ++counts_.failed_inputs;
  errors_->add(error);
}

bool AnswerDesk::flush() {
  to_->flush();
  return to_->wanted();
}

}  // namespace wireprint::command
