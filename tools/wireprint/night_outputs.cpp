#include "night_outputs.hpp"

#include <algorithm>
#include <utility>

#include "wireprint/report/check_answer.hpp"
#include "wireprint/report/event_line.hpp"

namespace wireprint::command {
namespace {

constexpr std::size_t kAllMatches = 10'000;

std::optional<Error> open_if_named(const std::string& path, std::optional<Output>& output) {
  if (path.empty()) return std::nullopt;
  auto opened = Output::open(path);
  if (!opened) return opened.error();
  output.emplace(std::move(*opened));
  return std::nullopt;
}

}  // namespace

Result<NightOutputs> NightOutputs::open(const AddFlags& flags) {
  auto files = NightFiles::open({flags.articles, flags.dedup}, flags.input.inputs);
  if (!files) return fail(files.error());
  NightOutputs outputs(std::move(*files));
  if (const auto error = open_if_named(flags.output, outputs.main_)) return fail(*error);
  if (const auto error = open_if_named(flags.matches, outputs.matches_)) return fail(*error);
  if (const auto error = open_if_named(flags.errors, outputs.errors_)) return fail(*error);
  outputs.format_ = flags.format;
  return outputs;
}

void NightOutputs::add(std::span<const NightRecord> records, std::vector<Event> events) {
  if (format_ == NightFormat::Jsonl) {
    for (const Event& event : events) main_->write(event_line(event) + "\n");
    main_->flush();  // they are durable: who follows the archive may have them now
  } else {
    events_.insert(events_.end(), std::make_move_iterator(events.begin()), std::make_move_iterator(events.end()));
  }
  records_.insert(records_.end(), records.begin(), records.end());
}

Result<void> NightOutputs::add_matches(const Archive& archive, std::span<const NightRecord> records) {
  if (!matches_) return {};
  const auto view = archive.view();
  for (const NightRecord& record : records) {
    const auto article = record.doc == kNoDoc || record.fate == EventKind::Unchanged ? std::nullopt : view->article(record.doc);
    if (!article) continue;
    const auto answer = archive.check(*article, {.top = kAllMatches, .before = record.doc});
    if (!answer) return fail(answer.error());
    for (const ArchivedMatch& match : answer->matches) {
      if (match.match.verdict == Verdict::Copy) matches_->write(match_line(*answer, match) + "\n");
    }
  }
  return {};
}

Result<void> NightOutputs::write_reports(const StoreView& view, const std::vector<InputFile>& files) {
  if (format_ != NightFormat::Text && !files_.wanted()) return {};
  NightReport report = report_night(view, records_, std::move(events_));
  report.run.files = files;
  if (format_ == NightFormat::Text) main_->write(night_text(report));
  return files_.write(report);
}

Result<void> NightOutputs::finish(const StoreView& view, const std::vector<InputFile>& files) {
  auto result = write_reports(view, files);
  for (auto* output : {&main_, &matches_, &errors_}) {
    if (!*output) continue;
    if (auto done = (*output)->finish(); !done && result) result = std::move(done);
  }
  return result;
}

}  // namespace wireprint::command
