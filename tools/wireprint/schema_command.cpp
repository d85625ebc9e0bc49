// wireprint schema: the JSON Schema of a line.
#include <memory>
#include <string>

#include "command.hpp"
#include "wireprint/report/schema.hpp"

namespace wireprint::command {
namespace {

std::vector<std::string> known_names() {
  const auto names = schema_names();
  return {names.begin(), names.end()};
}

}  // namespace

void add_schema(CLI::App& app, Runner& runner) {
  auto name = std::make_shared<std::string>();
  auto* command = app.add_subcommand("schema", "Print the JSON Schema of a line of output");
  command->add_option("NAME", *name, "The kind of line")->required()->check(CLI::IsMember(known_names()));
  runner.on(command, [name](Terminal& terminal) { return print(*schema(*name), terminal); });
}

}  // namespace wireprint::command
