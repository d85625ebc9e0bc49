#include "input_options.hpp"

#include <fmt/format.h>

#include <map>
#include <sstream>

namespace wireprint::command {
namespace {

const std::map<std::string, InputFormat> kFormats{{"jsonl", InputFormat::Jsonl}, {"json", InputFormat::Json}, {"csv", InputFormat::Csv},
                                                  {"tsv", InputFormat::Tsv},     {"text", InputFormat::Text}};

constexpr std::string_view kGroup = "Input";

std::vector<std::string> parts_of(const std::string& key) {
  std::vector<std::string> parts;
  std::istringstream in(key);
  for (std::string part; std::getline(in, part, ',');) parts.push_back(part);
  if (key.ends_with(',')) parts.emplace_back();
  return parts;
}

std::string names_of(Field field) {
  std::string names;
  for (const std::string_view name : default_names(field)) names += fmt::format("{}{}", names.empty() ? "" : ", ", name);
  return names;
}

void add_fields(CLI::App* command, FieldNames& fields) {
  for (const Field field : kFields) {
    command->add_option(fmt::format("--{}-field", name_of(field)), fields.of(field), "Instead of " + names_of(field))
        ->type_name("NAME")
        ->group(std::string(kGroup));
  }
}

}  // namespace

void add_reading(CLI::App* command, InputFlags& flags, const std::string& key_option) {
  const std::string group(kGroup);
  command->add_option("--from", flags.format, "What the files hold, where their content does not tell")
      ->check(CLI::IsMember(kFormats).description(""))
      ->type_name("jsonl|json|csv|tsv|text")
      ->group(group);
  add_fields(command, flags.fields);
  command->add_option(key_option, flags.key, "Make the key of several fields: outlet,id")->type_name("NAME,...")->group(group);
  command->add_option("--timezone", flags.zone, "The zone of times that name none: Europe/Berlin, CET, +02:00")
      ->type_name("ZONE")
      ->group(group);
  command->add_option("--max-record", flags.max_record, "Refuse a longer record; 64MiB where nothing is said")
      ->transform(CLI::AsSizeValue(false).description(""))
      ->check(CLI::Range(std::size_t{1}, (std::size_t{1} << 32U) - 1).description(""))
      ->type_name("SIZE")
      ->group(group);
  command->add_flag("--force", flags.force, "Go on when more than half of the first articles have no body")->group(group);
}

void add_inputs(CLI::App* command, InputFlags& flags, const std::string& key_option) {
  const std::string group(kGroup);
  command->add_option("FILES", flags.inputs, "Files or folders; gz and zst are read as they are; - is standard input")
      ->required()
      ->type_name("");
  add_reading(command, flags, key_option);
  command->add_flag("--dry-run", flags.dry_run, "Only read, and say what was understood: formats, fields, dates, an article")->group(group);
}

Result<ReaderOptions> resolve(const InputFlags& flags) {
  ReaderOptions options;
  options.max_record = flags.max_record;
  if (!flags.format.empty()) options.format = kFormats.at(flags.format);
  options.fields = flags.fields;
  options.fields.key = parts_of(flags.key);
  if (const auto good = check(options.fields); !good) return fail(good.error());
  if (!flags.zone.empty()) {
    auto zone = HomeZone::named(flags.zone);
    if (!zone) return fail(zone.error());
    options.zone = std::move(*zone);
  }
  return options;
}

void say_shared_keys(std::uint64_t shared_keys, const std::string& key_option, Terminal& terminal) {
  if (shared_keys == 0) return;
  terminal.say(fmt::format("{} {} set aside for a newer one of another outlet under the same key; '{} outlet,id' tells outlets apart", shared_keys,
                           shared_keys == 1 ? "article was" : "articles were", key_option));
}

}  // namespace wireprint::command
