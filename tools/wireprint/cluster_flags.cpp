#include "cluster_flags.hpp"

#include <fmt/format.h>

#include <map>

#include "coefficients_option.hpp"
#include "file_identity.hpp"
#include "wireprint/text/tokenizer.hpp"

namespace wireprint::command {
namespace {

const std::map<std::string, ReportFormat> kFormats{
    {"text", ReportFormat::Text}, {"jsonl", ReportFormat::Jsonl}, {"csv", ReportFormat::Csv}};
const std::map<std::string, OffsetUnit> kOffsets{
    {"codepoints", OffsetUnit::CodePoints}, {"bytes", OffsetUnit::Bytes}, {"utf16", OffsetUnit::Utf16}};
const std::map<std::string, Keep> kKeeps{
    {"longest", Keep::Longest}, {"original", Keep::Original}, {"latest", Keep::Latest}, {"first", Keep::First}};
const std::map<std::string, LinkedBy> kRules{{"story", LinkedBy::Story}, {"jaccard", LinkedBy::Jaccard}};

template <class Value>
std::string name_in(const std::map<std::string, Value>& names, Value value) {
  for (const auto& [name, named] : names) {
    if (named == value) return name;
  }
  return {};
}

void add_outputs(CLI::App* command, ClusterFlags& flags) {
  command->add_option("-o,--output", flags.paths.report, "Write the report here instead of standard output")->type_name("FILE");
  command->add_option("--format", flags.style.format, "text for people, jsonl: a line a cluster, csv: a row an article")
      ->transform(CLI::CheckedTransformer(kFormats).description(""))
      ->type_name("text|jsonl|csv");
  command->add_flag("--singletons", flags.style.singletons, "Report stories that nobody shares too, as clusters of one");
  auto* matches = command->add_option("--matches", flags.paths.matches, "Write the pairs that are copies, with their shared passages")->type_name("FILE");
  command->add_flag("--all", flags.all_matches, "With --matches, also the pairs that were compared and refused, with the reasons")->needs(matches);
  command->add_option("--offsets", flags.style.offsets, "What the places of passages count")
      ->transform(CLI::CheckedTransformer(kOffsets).description(""))
      ->type_name("codepoints|bytes|utf16");
  command->add_option("--articles", flags.paths.articles, "Write what became of each record; CSV if the name ends in .csv")->type_name("FILE");
  command->add_option("--stats", flags.paths.stats, "Write the record of the run: options, inputs with their hashes, counts, times")->type_name("FILE");
  command->add_option("--errors", flags.paths.errors, "Name all records that could not be read here")->type_name("FILE");
}

void add_rules(CLI::App* command, RuleFlags& rules) {
  const std::string group("Rules");
  command->add_option("--window", rules.window, "Link only articles at most so many days apart")->check(CLI::NonNegativeNumber.description(""))->type_name("DAYS")->group(group);
  command->add_flag("--across-outlets", rules.across_outlets, "Link only articles of different outlets")->group(group);
  command->add_option("--min-share", rules.min_share, "Of the shorter story, so much has to stand in the other; 0.45 where nothing is said")
      ->check(CLI::Range(0.0, 1.0).description(""))
      ->type_name("SHARE")
      ->group(group);
  command->add_option("--rule", rules.rule, "jaccard links by resemblance of the whole text alone, to compare with other tools")
      ->transform(CLI::CheckedTransformer(kRules).description(""))
      ->type_name("story|jaccard")
      ->group(group);
  command->add_option("--threshold", rules.threshold, "With --rule jaccard: the least resemblance; 0.8 where nothing is said")
      ->check(CLI::Range(0.0, 1.0).description(""))
      ->type_name("T")
      ->group(group);
}

void add_selection(CLI::App* command, ClusterFlags& flags) {
  const std::string group("Deduplication");
  command->add_option("--dedup", flags.paths.dedup, "Write the input without what others hold, byte for byte; several inputs give a folder")
      ->type_name("OUT")
      ->group(group);
  command->add_option("--removed", flags.paths.removed, "Write what was left out, and what was kept in its place; CSV if the name ends in .csv")
      ->type_name("FILE")
      ->group(group);
  command->add_option("--annotate", flags.paths.annotate, "Write the whole input, with cluster, role and selection in each record")->type_name("OUT")->group(group);
  command->add_option("--keep", flags.selection.keep, "Which member stays; longest where nothing is said")
      ->transform(CLI::CheckedTransformer(kKeeps).description(""))
      ->type_name("longest|original|latest|first")
      ->group(group);
  command->add_option("--prefer", flags.selection.prefer, "Outlets whose articles stay before all others, the dearest first")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("OUTLET,...")
      ->group(group);
  command->add_option("--drop-min", flags.selection.drop_min, "Leave out only what has so much of its story in one that stays; 0.9 where nothing is said")
      ->check(CLI::Range(0.0, 1.0).description(""))
      ->type_name("SHARE")
      ->group(group);
}

Error useless(std::string_view option, std::string_view needed) { return {ErrorCode::InvalidArgument, fmt::format("{} does nothing without {}", option, needed)}; }

RunRecord::Value text(const std::string& value) { return value.empty() ? RunRecord::Value() : RunRecord::Value(value); }

}  // namespace

void add_cluster_flags(CLI::App* command, ClusterFlags& flags) {
  add_inputs(command, flags.input, kKeyOption);
  add_recipe(command, flags.recipe);
  command->add_option("--against", flags.against, "Files or folders of references: compared with, but never reported on their own")->type_name("FILES");
  add_outputs(command, flags);
  add_rules(command, flags.rules);
  add_selection(command, flags);
  add_coefficients(command, flags.coefficients);
  command->add_option("--max-bad", flags.max_bad, "Exit 4 only when more records, or per cent of them, are unreadable")->type_name("N|P%");
  command->add_option("--memory", flags.memory, "Live with about so much: what does not fit goes to a temporary file beside the output")
      ->transform(CLI::AsSizeValue(false).description(""))
      ->check(CLI::Range(std::uint64_t{64} << 20U, std::uint64_t{1} << 50U).description(""))
      ->type_name("SIZE");
  command->add_option("--threads", flags.threads, "0 takes one for each processor")->check(CLI::Range(0, 1024).description(""))->type_name("N");
  command->add_flag("-q,--quiet", flags.quiet, "No progress and no summary; errors are still said");
}

Result<void> check_options(const ClusterFlags& flags) {
  const RuleFlags& rules = flags.rules;
  const bool jaccard = rules.rule == LinkedBy::Jaccard;
  if (!jaccard && rules.threshold) return fail(useless("--threshold", "--rule jaccard; --min-share is the story's"));
  if (jaccard && rules.threshold == 0.0) return fail(invalid("--threshold", "0", "above 0"));
  if (jaccard && (rules.window || rules.across_outlets || rules.min_share || flags.all_matches)) {
    return fail(Error{ErrorCode::InvalidArgument, "--rule jaccard asks for nothing but resemblance: --window, --across-outlets, --min-share and --all go with --rule story"});
  }
  const SelectionFlags& selection = flags.selection;
  if ((selection.keep || !selection.prefer.empty() || selection.drop_min) && !flags.paths.need_selection(flags.style.format == ReportFormat::Csv)) {
    return fail(useless("--keep, --prefer or --drop-min", "--dedup, --removed, --annotate, --articles or --stats"));
  }
  return {};
}

Result<void> check_files(const ClusterFlags& flags) {
  if (auto good = check_references(flags.against, flags.input.inputs); !good) return good;
  if (!flags.paths.dedup.empty() || !flags.paths.annotate.empty()) {
    if (auto good = check_readable_twice(flags.input.inputs); !good) return good;
  }
  std::vector<std::string> read = flags.input.inputs;
  read.insert(read.end(), flags.against.begin(), flags.against.end());
  std::vector<std::string> written = flags.paths.all();
  if (const auto recipe = written_by(flags.recipe); !recipe.empty()) written.push_back(recipe);
  return check_apart(written, read);
}

void set_rules(const ClusterFlags& flags, ClusterOptions& options) {
  const RuleFlags& rules = flags.rules;
  options.links = {rules.window, rules.across_outlets};
  options.rule.min_share = rules.min_share.value_or(options.rule.min_share);
  if (rules.rule == LinkedBy::Jaccard) options.jaccard = JaccardRule{rules.threshold.value_or(JaccardRule{}.threshold)};
  if (!flags.paths.need_selection(flags.style.format == ReportFormat::Csv)) return;
  SelectionRule selection;
  selection.keep = flags.selection.keep.value_or(selection.keep);
  selection.prefer = flags.selection.prefer;
  selection.drop_min = flags.selection.drop_min.value_or(selection.drop_min);
  options.selection = selection;
}

RunRecord record_of(const ClusterFlags& flags, const ClusterOptions& options) {
  const SelectionRule selection = options.selection.value_or(SelectionRule{});
  const bool jaccard = options.jaccard.has_value();
  RunRecord record;
  record.version = WIREPRINT_VERSION;
  record.recipe = options.recipe;
  record.recipe.unicode = unicode_version();
  record.inputs = flags.input.inputs.size();
  std::string preferred;
  for (const std::string& outlet : selection.prefer) preferred += (preferred.empty() ? "" : ",") + outlet;
  record.options = {{"rule", name_in(kRules, flags.rules.rule)},
                    {"min_share", jaccard ? RunRecord::Value() : options.rule.min_share},
                    {"window_days", options.links.window_days ? RunRecord::Value(std::int64_t{*options.links.window_days}) : RunRecord::Value()},
                    {"across_outlets", options.links.across_outlets},
                    {"threshold", jaccard ? RunRecord::Value(options.jaccard->threshold) : RunRecord::Value()},
                    {"keep", name_in(kKeeps, selection.keep)},
                    {"prefer", text(preferred)},
                    {"drop_min", selection.drop_min},
                    {"from", text(flags.input.format)},
                    {"key", text(flags.input.key)},
                    {"timezone", text(flags.input.zone)},
                    {"max_record_bytes", static_cast<std::int64_t>(flags.input.max_record)},
                    {"max_bad", flags.max_bad},
                    {"memory_bytes", flags.memory ? RunRecord::Value(static_cast<std::int64_t>(*flags.memory)) : RunRecord::Value()},
                    {"threads", std::int64_t{flags.threads}}};
  for (const Field field : kFields) {
    if (!flags.input.fields.of(field).empty()) record.options.emplace_back(fmt::format("{}_field", name_of(field)), flags.input.fields.of(field));
  }
  return record;
}

}  // namespace wireprint::command
