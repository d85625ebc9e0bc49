// Articles as they arrive: each is durable before it is answered; those that wait are stored by one commit.
#include <optional>
#include <utility>
#include <vector>

#include "add_options.hpp"
#include "answers.hpp"
#include "arrivals.hpp"
#include "open_archive.hpp"
#include "wireprint/base/executor.hpp"

namespace wireprint::command {
namespace {

constexpr std::size_t kAtOnce = 256;

class Intake {
 public:
  Intake(Archive& archive, const AddFlags& flags) : archive_(archive), flags_(flags), executor_(flags.threads) {}

  /// Stores those that could be read, and answers all. Errors: those of the archive; nothing is answered then.
  Result<std::vector<CheckAnswer>> take(const std::vector<Asked>& asked);

 private:
  Archive& archive_;
  const AddFlags& flags_;
  Executor executor_;
};

Result<std::vector<CheckAnswer>> Intake::take(const std::vector<Asked>& asked) {
  std::vector<Article> articles;
  std::vector<std::size_t> places(asked.size());
  for (std::size_t i = 0; i < asked.size(); ++i) {
    places[i] = articles.size();
    if (asked[i].article) articles.push_back(*asked[i].article);
  }
  std::vector<DocId> docs;
  if (!articles.empty()) {
    auto stored = archive_.add(std::move(articles));
    if (!stored) return fail(stored.error());
    docs = std::move(stored->docs);
  }
  std::vector<CheckAnswer> answers(asked.size());
  std::vector<std::optional<Error>> errors(asked.size());
  executor_.for_each(asked.size(), [&](std::size_t i) {
    CheckOptions options = flags_.check;
    if (asked[i].article) options.before = docs[places[i]];
    auto answer = asked[i].article ? archive_.check(*asked[i].article, options) : Result<CheckAnswer>(refusal(asked[i]));
    if (answer) answers[i] = std::move(*answer);
    if (!answer) errors[i] = std::move(answer.error());
    answers[i].line = asked[i].where.line;
  });
  for (const auto& error : errors) {
    if (error) return fail(*error);
  }
  return answers;
}

Result<void> take_all(Archive& archive, ArticleReader& reader, const AddFlags& flags, AnswerDesk& desk) {
  Arrivals arrivals(reader, kAtOnce);
  Intake intake(archive, flags);
  for (;;) {
    std::vector<Asked> asked;
    auto records = arrivals.take();
    if (records.empty()) return {};
    for (RawRecord& record : records) {
      Asked one = parse(reader, std::move(record));
      one.where.line == 0 && one.error ? desk.note_failed_input(*one.error) : asked.push_back(std::move(one));
    }
    const auto answers = intake.take(asked);
    if (!answers) return fail(answers.error());
    for (std::size_t i = 0; i < asked.size(); ++i) desk.write(asked[i], (*answers)[i]);
    static_cast<void>(desk.flush());  // what arrives is stored, also when nobody reads the answers any more
  }
}

}  // namespace

ExitCode add_each(const AddFlags& flags, ReaderOptions options, const BadLimit& limit, Terminal& terminal) {
  answer_every_line(flags.input, options);
  auto opened = open_for_writing(flags.archive, {!flags.no_text, flags.recipe}, flags.threads, terminal);
  if (!opened) return stop(opened.error(), terminal);
  auto outputs = AnswerOutputs::open(flags.output, flags.matches);
  if (!outputs) return terminal.stop(ExitCode::NotWritten, outputs.error());

  ErrorLog errors(terminal, nullptr);
  ArticleReader reader(flags.input.inputs, options);
  AnswerDesk desk(outputs->answers, outputs->matches ? &*outputs->matches : nullptr, errors);
  const auto taken = take_all(opened->archive, reader, flags, desk);
  errors.end();
  const auto written = outputs->finish();
  if (!taken) return stop(taken.error(), terminal);
  if (!written) return terminal.stop(ExitCode::NotWritten, written.error());
  if (desk.counts().records == 0 && desk.counts().failed_inputs > 0) {
    return terminal.stop(ExitCode::Usage, {ErrorCode::NotFound, "no input could be read"});
  }
  return too_many_bad(desk.counts(), limit) ? ExitCode::SomeUnreadable : ExitCode::Done;
}

}  // namespace wireprint::command
