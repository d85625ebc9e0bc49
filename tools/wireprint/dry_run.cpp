#include "dry_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <optional>

#include "command.hpp"
#include "error_log.hpp"
#include "wireprint/article/article_reader.hpp"
#include "wireprint/article/body_guard.hpp"

namespace wireprint::command {
namespace {

using Counts = FieldSurvey::Counts;

constexpr std::size_t kNamed = 10;   // of outlets, languages and names not understood
constexpr std::size_t kShown = 300;  // bytes of a text

/// All that is counted on the way.
struct Reading {
  std::uint64_t articles = 0;
  std::map<Precision, std::uint64_t> precisions;
  std::uint64_t unreadable_dates = 0;
  std::uint64_t zoneless = 0;  ///< dates with a time of day that name no zone
  std::uint64_t stripped = 0;  ///< bodies that held mark-up or character references
  Counts outlets;
  Counts languages;
  std::vector<std::string> strange_dates;
  std::optional<Article> example;
};

void add(const Article& article, Reading& reading) {
  ++reading.articles;
  ++reading.precisions[article.published.precision];
  if (!article.published.known() && !article.published_as_read.empty()) {
    ++reading.unreadable_dates;
    if (reading.strange_dates.size() < 3) reading.strange_dates.push_back(article.published_as_read);
  }
  if (article.published.known() && article.published.precision != Precision::WholeDay && !article.published.offset_minutes) ++reading.zoneless;
  if (!article.body_source.empty()) ++reading.stripped;
  ++reading.outlets[article.outlet];
  ++reading.languages[article.language];
  if (!reading.example || (reading.example->body.empty() && !article.body.empty())) reading.example = article;
}

std::string share(std::uint64_t part, std::uint64_t whole) {
  const double per_cent = whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  return fmt::format("{} of {} ({:.1f} %)", part, whole, per_cent);
}

/// The most frequent, with their counts; what is empty is called `nothing`.
std::string top(const Counts& counts, std::string_view nothing) {
  const auto names = by_frequency(counts);
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), kNamed); ++i) {
    text += fmt::format("{}{} ({})", i == 0 ? "" : ", ", names[i].empty() ? nothing : std::string_view(names[i]), counts.at(names[i]));
  }
  return names.size() > kNamed ? fmt::format("{}, and {} more", text, names.size() - kNamed) : text;
}

std::string shortened(std::string_view text) {
  std::string line(text.substr(0, kShown));
  if (text.size() > kShown) {
    while (!line.empty() && (static_cast<unsigned char>(line.back()) & 0xC0U) == 0x80U) line.pop_back();
    if (!line.empty() && static_cast<unsigned char>(line.back()) >= 0xC0U) line.pop_back();
    line += "…";
  }
  std::replace_if(line.begin(), line.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
  return line;
}

std::string files_text(const ReaderCounts& counts) {
  std::string text = "files     ";
  for (const auto& [format, files] : counts.formats) text += fmt::format(" {} {},", files, name_of(format));
  text += fmt::format(" {} could not be read\n", counts.bad_files);
  return text + fmt::format("records    {}: {} articles, {} unreadable, {} repaired\n", counts.records, counts.records - counts.bad_records,
                            counts.bad_records, counts.repaired);
}

std::string mapping_text(const FieldSurvey& survey) {
  std::string text = "\nfield      from\n";
  Counts others = survey.seen;
  for (const Field field : kFields) {
    const Counts& names = survey.of(field);
    text += fmt::format("{:<10} {}\n", name_of(field), names.empty() ? fmt::format("nothing; --{}-field names it", name_of(field)) : top(names, ""));
    for (const auto& [name, count] : names) others.erase(name);
  }
  return text + fmt::format("not used   {}\n", others.empty() ? "nothing" : top(others, ""));
}

std::string facts_text(const Reading& reading) {
  const auto of = [&](Precision precision) { return reading.precisions.contains(precision) ? reading.precisions.at(precision) : 0; };
  std::string text = fmt::format("\ndates      {} readable: {} to the second, {} to the minute, {} to the day; {} missing, {} not understood\n",
                                 share(reading.articles - of(Precision::None), reading.articles), of(Precision::Second), of(Precision::Minute),
                                 of(Precision::WholeDay), of(Precision::None) - reading.unreadable_dates, reading.unreadable_dates);
  if (reading.zoneless > 0) text += fmt::format("           {} name a time without a zone; --timezone says which\n", reading.zoneless);
  for (const std::string& date : reading.strange_dates) text += fmt::format("           not understood: {}\n", shortened(date));
  text += fmt::format("languages  {}\n", top(reading.languages, "not said"));
  text += fmt::format("outlets    {}\n", top(reading.outlets, "not said"));
  return text + fmt::format("mark-up    taken off {}\n", share(reading.stripped, reading.articles));
}

std::string example_text(const Article& article) {
  std::string text = fmt::format("\nan article, {}:{}\n", article.where.file, article.where.line);
  const auto line = [&](Field field, std::string_view value) {
    if (!value.empty()) text += fmt::format("{:<10} {}\n", name_of(field), shortened(value));
  };
  line(Field::Id, article.key.text);
  line(Field::Outlet, article.outlet);
  line(Field::Published, article.published.known() || article.published_as_read.empty() ? article.published.iso8601() : "not understood: " + article.published_as_read);
  line(Field::Updated, article.updated.iso8601());
  line(Field::Headline, article.headline);
  line(Field::Url, article.url);
  line(Field::Language, article.language);
  line(Field::Byline, article.byline);
  line(Field::Author, article.author);
  line(Field::Copyright, article.copyright);
  line(Field::Body, article.body);
  return text;
}

ExitCode end_of(const ReaderCounts& counts, const BadLimit& limit) {
  RunCounts run;
  run.records = counts.records;
  run.failed_inputs = counts.bad_files;
  run.statuses[Status::Error] = counts.bad_records;
  return too_many_bad(run, limit) ? ExitCode::SomeUnreadable : ExitCode::Done;
}

}  // namespace

ExitCode dry_run(const std::vector<std::string>& inputs, ReaderOptions options, bool force, const BadLimit& limit, Terminal& terminal) {
  options.surveyed = std::numeric_limits<std::uint64_t>::max();
  ArticleReader reader(inputs, std::move(options));
  ErrorLog errors(terminal, nullptr);
  BodyGuard guard;
  Reading reading;
  while (const auto article = reader.next()) {
    if (!*article) {
      errors.add(article->error());
      continue;
    }
    guard.add(**article);
    add(**article, reading);
  }
  errors.end();
  const ReaderCounts counts = reader.counts();
  std::string text = files_text(counts) + mapping_text(reader.survey()) + facts_text(reading);
  if (reading.example) text += example_text(*reading.example);
  if (const ExitCode printed = print(text, terminal); printed != ExitCode::Done) return printed;
  if (!force && guard.fails(reader.survey())) return terminal.stop(ExitCode::Usage, guard.error(reader.survey()));
  if (counts.records == 0 && counts.bad_files == counts.files) {
    return terminal.stop(ExitCode::Usage, {ErrorCode::NotFound, "no input could be read"});
  }
  return end_of(counts, limit);
}

}  // namespace wireprint::command
