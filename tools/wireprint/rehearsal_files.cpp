#include "rehearsal_files.hpp"

#include <span>
#include <utility>

namespace wireprint::command {
namespace {

constexpr std::size_t kTogether = 50'000;  // as `add` takes them

}  // namespace

Result<void> RehearsalFiles::take(std::vector<Asked> asked) {
  if (!files_.wanted()) return {};
  for (Asked& one : asked) {
    records_.push_back({.fate = one.article ? EventKind::New : EventKind::Skipped, .where = std::move(one.where), .place = one.place});
    if (one.article) articles_.push_back(std::move(*one.article));
  }
  return articles_.size() < kTogether ? Result<void>() : rehearse();
}

Result<void> RehearsalFiles::rehearse() {
  if (!view_) view_ = archive_->view();
  auto rehearsal = archive_->rehearse(view_, std::exchange(articles_, {}));
  if (!rehearsal) return fail(rehearsal.error());
  tell_fates(std::span(records_).subspan(rehearsed_), rehearsal->report);
  rehearsed_ = records_.size();
  view_ = std::move(rehearsal->view);
  return {};
}

Result<void> RehearsalFiles::finish(const std::vector<InputFile>& read) {
  if (!files_.wanted()) return {};
  if (auto done = rehearse(); !done) return done;
  NightReport report = report_night(*view_, records_, {});
  report.run.files = read;
  return files_.write(report);
}

}  // namespace wireprint::command
