#include <fmt/format.h>

#include <string>
#include <vector>

#include "report/phrases.hpp"
#include "wireprint/report/text_report.hpp"

namespace wireprint {
namespace {

// How a person says a status: the codes are for lines.
std::string_view words_for(Status status) {
  switch (status) {
    case Status::Ok: return "ok";
    case Status::Short: return "short";
    case Status::Empty: return "empty";
    case Status::NoContent: return "without a story";
    case Status::Superseded: return "superseded by a newer version";
    case Status::Error: return "unreadable";
  }
  return {};
}

std::string statuses_phrase(const RunCounts& counts) {
  std::string phrase;
  for (const auto& [status, count] : counts.statuses) {
    if (count > 0) phrase += fmt::format("{}{} {}", phrase.empty() ? ": " : ", ", with_commas(count), words_for(status));
  }
  return phrase;
}

// Empty when there is nothing that a reader of the results has to know.
std::string doubts_line(const RunCounts& counts) {
  std::vector<std::string> doubts;
  if (counts.undated > 0) doubts.push_back(with_commas(counts.undated) + " undated");
  if (counts.unreadable_dates > 0) {
    doubts.push_back(with_commas(counts.unreadable_dates) + " of them by a date that could not be read");
  }
  if (counts.repaired > 0) doubts.push_back(counted(counts.repaired, "record", "records") + " mended");
  return doubts.empty() ? std::string() : fmt::format("{}\n", fmt::join(doubts, ", "));
}

}  // namespace

std::string summary_text(const RunCounts& counts, std::uint64_t clusters) {
  std::string text = fmt::format("{} read in {:.1f} s{}\n", counted(counts.records, "record", "records"), counts.seconds,
                                 statuses_phrase(counts));
  if (counts.references > 0) {
    text += fmt::format("{} compared with", counted(counts.references, "reference", "references"));
    text += counts.bad_references > 0 ? fmt::format(", {} unreadable\n", with_commas(counts.bad_references)) : "\n";
  }
  text += doubts_line(counts);
  text += fmt::format("{} from {} ({} compared on the text, {} identical to another)", counted(clusters, "cluster", "clusters"),
                      counted(counts.copies, "copied pair", "copied pairs"), counted(counts.candidates, "pair", "pairs"),
                      counted(counts.exact_copies, "article", "articles"));
  if (counts.cut_edges > 0) text += fmt::format("; {} cut", counted(counts.cut_edges, "weak link", "weak links"));
  return text + "\n";
}

}  // namespace wireprint
