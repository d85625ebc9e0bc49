#include "coefficients_option.hpp"

#include "wireprint/article/line_reader.hpp"

namespace wireprint::command {

void add_coefficients(CLI::App* command, std::string& path) {
  command->add_option("--coefficients", path, "Judge by what 'wireprint tune -o' wrote instead of what wireprint comes with")->type_name("FILE");
}

Result<CopyRule> read_rule(const std::string& path) {
  if (path.empty()) return CopyRule{};
  auto source = ByteSource::open(path);
  if (!source) return fail(source.error());
  LineReader lines(std::move(*source), path);
  std::string text;
  while (true) {
    const auto line = lines.next();
    if (!line) return fail(line.error());
    if (!*line) break;
    text.append((*line)->bytes).append("\n");
  }
  const auto coefficients = parse_coefficients(text, path);
  if (!coefficients) return fail(coefficients.error());
  return rule_of(*coefficients);
}

}  // namespace wireprint::command
