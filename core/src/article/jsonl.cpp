#include "wireprint/article/jsonl.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <array>
#include <bitset>
#include <optional>

#include "article/ascii.hpp"
#include "article/json_repair.hpp"
#include "wireprint/base/hash.hpp"

namespace wireprint {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t kCommonLine = std::size_t{1} << 20U;

struct TextField {
  std::string_view name;
  std::string Article::*member;
};

constexpr std::array<TextField, 8> kTextFields{{{"outlet", &Article::outlet},
                                                {"headline", &Article::headline},
                                                {"body", &Article::body},
                                                {"url", &Article::url},
                                                {"language", &Article::language},
                                                {"byline", &Article::byline},
                                                {"author", &Article::author},
                                                {"copyright", &Article::copyright}}};

std::string_view name_of(dom::element_type type) {
  switch (type) {
    case dom::element_type::ARRAY: return "an array";
    case dom::element_type::OBJECT: return "an object";
    case dom::element_type::STRING: return "a string";
    case dom::element_type::BOOL: return "a boolean";
    case dom::element_type::NULL_VALUE: return "null";
    case dom::element_type::INT64:
    case dom::element_type::UINT64:
    case dom::element_type::DOUBLE: return "a number";
  }
  return "something else";
}

/// Makes an Article of the fields of one object.
class FieldReader {
 public:
  explicit FieldReader(Location where) { article_.where = std::move(where); }

  [[nodiscard]] Result<Article> read(dom::object fields) {
    for (const auto field : fields) {
      if (field.value.is_null()) continue;
      if (auto fault = read(field.key, field.value)) return fail(std::move(*fault));
    }
    article_.published = parse_timestamp(article_.published_as_read).value_or(Timestamp{});
    article_.updated = parse_timestamp(updated_as_read_).value_or(Timestamp{});
    if (article_.key.text.empty()) article_.key = missing_key(article_);
    return std::move(article_);
  }

 private:
  static constexpr std::size_t kKey = kTextFields.size();
  static constexpr std::size_t kPublished = kKey + 1;
  static constexpr std::size_t kUpdated = kKey + 2;

  std::optional<Error> read(std::string_view name, dom::element value) {
    for (std::size_t i = 0; i < kTextFields.size(); ++i) {
      if (!is_word(name, kTextFields[i].name)) continue;
      return first(i) ? text(name, value, article_.*kTextFields[i].member) : std::nullopt;
    }
    if (is_word(name, "id") && first(kKey)) return key(name, value);
    if (is_word(name, "published") && first(kPublished)) return date(name, value, article_.published_as_read);
    if (is_word(name, "updated") && first(kUpdated)) return date(name, value, updated_as_read_);
    return std::nullopt;
  }

  bool first(std::size_t field) {
    const bool is_first = !seen_.test(field);
    seen_.set(field);
    return is_first;
  }

  std::optional<Error> text(std::string_view name, dom::element value, std::string& into) {
    std::string_view read;
    if (value.get(read) != simdjson::SUCCESS) return wrong_type(name, value, "a string");
    into = read;
    return std::nullopt;
  }

  std::optional<Error> key(std::string_view name, dom::element value) {
    if (value.is_int64() || value.is_uint64()) {
      article_.key = {number_text(value), true};
      return std::nullopt;
    }
    std::string_view read;
    if (value.get(read) != simdjson::SUCCESS) return wrong_type(name, value, "a string or an integer");
    article_.key = {std::string(read), false};
    return std::nullopt;
  }

  std::optional<Error> date(std::string_view name, dom::element value, std::string& into) {
    if (!value.is_number()) return text(name, value, into);
    into = number_text(value);
    return std::nullopt;
  }

  static std::string number_text(dom::element value) {
    if (value.is_int64()) return std::to_string(value.get_int64().value_unsafe());
    if (value.is_uint64()) return std::to_string(value.get_uint64().value_unsafe());
    return fmt::format("{}", value.get_double().value_unsafe());
  }

  Error wrong_type(std::string_view name, dom::element found, std::string_view expected) const {
    Location where = article_.where;
    where.field = name;
    auto message = fmt::format("expected {}, found {}", expected, name_of(found.type()));
    return {ErrorCode::BadInput, std::move(message), std::move(where)};
  }

  Article article_;
  std::string updated_as_read_;
  std::bitset<kUpdated + 1> seen_;
};

/// A line's JSON, good until the next call in the same thread. `own` serves a line that is too long for the
/// parser of the thread to keep the memory.
simdjson::simdjson_result<dom::element> parse(std::string& line, std::optional<dom::parser>& own) {
  thread_local dom::parser of_this_thread;
  if (line.size() > kCommonLine) own.emplace();
  dom::parser& parser = own ? *own : of_this_thread;
  if (parser.capacity() == 0 && !own) {
    if (const auto error = parser.allocate(kCommonLine)) return error;
  }
  const std::size_t size = line.size();
  line.resize(size + simdjson::SIMDJSON_PADDING);
  auto parsed = parser.parse(line.data(), size, /*realloc_if_needed=*/false);
  line.resize(size);
  return parsed;
}

}  // namespace

Result<ParsedLine> parse_jsonl(std::string line, Location where) {
  std::optional<dom::parser> own;
  bool repaired = false;
  auto parsed = parse(line, own);
  if (parsed.error() != simdjson::SUCCESS) {
    if (auto mended = repair_json(line)) {
      parsed = parse(*mended, own);
      repaired = true;
    }
  }
  if (parsed.error() != simdjson::SUCCESS) {
    auto message = fmt::format("not JSON: {}", simdjson::error_message(parsed.error()));
    return fail({ErrorCode::BadInput, std::move(message), std::move(where)});
  }
  dom::object fields;
  if (parsed.get(fields) != simdjson::SUCCESS) {
    auto message = fmt::format("expected an object, found {}", name_of(parsed.value_unsafe().type()));
    return fail({ErrorCode::BadInput, std::move(message), std::move(where)});
  }
  auto article = FieldReader(std::move(where)).read(fields);
  if (!article) return fail(std::move(article.error()));
  return ParsedLine{std::move(*article), repaired};
}

Key missing_key(const Article& article) {
  std::array<std::uint64_t, 8> words{};
  std::size_t at = 0;
  // The hash of hashes keeps the fields apart: moving a word from one to the next gives another key.
  for (const auto& field : {std::string_view(article.outlet), std::string_view(article.published_as_read),
                            std::string_view(article.headline), std::string_view(article.body)}) {
    const Hash128 hash = hash_bytes_128(field);
    words[at++] = hash.high;
    words[at++] = hash.low;
  }
  return {fmt::format("~{}", hash_words_128(words).hex()), false};
}

}  // namespace wireprint
