#include "texts.hpp"

#include <filesystem>
#include <string_view>

#include "wireprint/article/article_reader.hpp"
#include "wireprint/generate/generator.hpp"

namespace wireprint::bench {
namespace {

constexpr std::size_t kMega = 1'000'000;

std::string stem_of(const std::string& path) {
  const std::string name = std::filesystem::path(path).filename().string();
  return name.substr(0, name.find('.'));
}

// What stands between the quotation marks behind `"name":`, if it escapes nothing but line feeds.
std::string field(std::string_view line, std::string_view name) {
  const auto at = line.find('"' + std::string(name) + "\":\"");
  if (at == std::string_view::npos) return {};
  std::string value;
  for (std::size_t i = at + name.size() + 4; i < line.size() && line[i] != '"'; ++i) {
    if (line[i] != '\\') value += line[i];
    else value += line[++i] == 'n' ? '\n' : line[i];
  }
  return value;
}

}  // namespace

std::size_t Texts::bytes() const {
  std::size_t sum = 0;
  for (const auto& body : bodies) sum += body.size();
  return sum;
}

Texts read_texts(const std::string& path, std::size_t megabytes) {
  Texts texts{stem_of(path), {}};
  ArticleReader reader({path});
  for (std::size_t read = 0; read < megabytes * kMega;) {
    auto article = reader.next();
    if (!article) break;
    if (!*article || (**article).body.empty()) continue;
    read += (**article).body.size();
    texts.bodies.push_back(std::move((**article).body));
  }
  return texts;
}

Texts generate_texts(const std::string& language, std::size_t megabytes) {
  Texts texts{"generated-" + language, {}};
  Generator generator(1);
  for (std::size_t made = 0; made < megabytes * kMega;) {
    const auto line = generator.next().line;
    if (field(line, "language") != language) continue;
    std::string body = field(line, "body");
    if (body.empty()) continue;
    made += body.size();
    texts.bodies.push_back(std::move(body));
  }
  return texts;
}

}  // namespace wireprint::bench
