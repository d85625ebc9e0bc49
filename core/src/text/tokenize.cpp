#include "wireprint/text/tokenizer.hpp"

#include <algorithm>

#include "text/normalizer.hpp"
#include "text/quotations.hpp"
#include "text/words.hpp"
#include "wireprint/base/hash.hpp"

namespace wireprint {
namespace {

using unicode::WordClass;

struct HashSink {
  std::string_view text;
  std::vector<std::uint64_t>& hashes;

  void operator()(std::size_t begin, std::size_t end) const {
    hashes.push_back(hash_bytes(text.substr(begin, end - begin)));
  }
};

bool holds_digit(std::string_view token) {
  for (std::size_t at = 0; at < token.size();) {
    const auto c = utf8::decode_valid(token, at);
    if (unicode::entry_of(c.point).word_class() == WordClass::Digit) return true;
    at += c.length;
  }
  return false;
}

bool holds_line_break(std::string_view normalized) {
  for (std::size_t at = 0; at < normalized.size();) {
    const auto c = utf8::decode_valid(normalized, at);
    if ((c.point >= '\n' && c.point <= '\r') || c.point == 0x85 || c.point == 0x2028 || c.point == 0x2029) return true;
    at += c.length;
  }
  return false;
}

bool first_letter_is_upper(std::string_view source) {
  for (std::size_t at = 0; at < source.size();) {
    const auto c = utf8::decode(source, at);
    const auto entry = unicode::entry_of(c.point);
    if (entry.word_class() == WordClass::Letter || entry.word_class() == WordClass::Cluster) return entry.upper();
    at += c.length;
  }
  return false;
}

// Tokens come in the order of the normalised text, so what is known of gaps and quotations moves forward only.
class StreamSink {
 public:
  StreamSink(std::string_view source, std::string_view normalized, const std::vector<TextRange>& origins)
      : source_(source), normalized_(normalized), origins_(origins), quotations_(find_quotations(source)) {}

  void operator()(std::size_t begin, std::size_t end) {
    const auto token = normalized_.substr(begin, end - begin);
    const TextRange range = source_range(begin, end);
    stream_.hashes.push_back(hash_bytes(token));
    stream_.ranges.push_back(range);
    stream_.flags.push_back(flags_of(token, range, begin));
    gap_ = std::max(gap_, end);
  }

  TokenStream finish(std::uint64_t repaired) {
    stream_.kinds.assign(stream_.size(), FurnitureKind::Story);
    stream_.repaired = repaired;
    return std::move(stream_);
  }

 private:
  [[nodiscard]] TextRange source_range(std::size_t begin, std::size_t end) const {
    TextRange range = origins_[begin];
    for (std::size_t i = begin + 1; i < end; ++i) {
      range.begin = std::min(range.begin, origins_[i].begin);
      range.end = std::max(range.end, origins_[i].end);
    }
    return range;
  }

  std::uint8_t flags_of(std::string_view token, TextRange range, std::size_t begin) {
    unsigned flags = 0;
    if (holds_digit(token)) flags |= kNumber;
    if (first_letter_is_upper(source_.substr(range.begin, range.end - range.begin))) flags |= kCapitalised;
    if (is_quoted(range.begin)) flags |= kQuoted;
    if (opens_paragraph(begin)) flags |= kParagraphStart;
    return static_cast<std::uint8_t>(flags);
  }

  bool is_quoted(std::size_t at) {
    while (quotation_ < quotations_.size() && quotations_[quotation_].end <= at) ++quotation_;
    return quotation_ < quotations_.size() && quotations_[quotation_].begin <= at;
  }

  [[nodiscard]] bool opens_paragraph(std::size_t begin) const {
    return stream_.ranges.size() == 1 || (begin > gap_ && holds_line_break(normalized_.substr(gap_, begin - gap_)));
  }

  std::string_view source_;
  std::string_view normalized_;
  const std::vector<TextRange>& origins_;
  std::vector<TextRange> quotations_;
  std::size_t quotation_ = 0;
  std::size_t gap_ = 0;  // end of the last token, in the normalised text
  TokenStream stream_;
};

}  // namespace

std::string_view unicode_version() { return unicode::kVersion; }

TokenStream tokenize(std::string_view text) {
  Origins origins(text.size());
  Normalizer normalizer(text, origins);
  const std::string normalized = normalizer.run();
  StreamSink sink(text, normalized, origins.ranges());
  WordCutter(normalized, sink).run();
  return sink.finish(normalizer.repaired());
}

std::uint64_t hash_tokens(std::string_view text, std::vector<std::uint64_t>& hashes) {
  hashes.clear();
  NoOrigins origins;
  Normalizer normalizer(text, origins);
  const std::string normalized = normalizer.run();
  HashSink sink{normalized, hashes};
  WordCutter(normalized, sink).run();
  return normalizer.repaired();
}

std::string normalize(std::string_view text) {
  NoOrigins origins;
  return Normalizer(text, origins).run();
}

}  // namespace wireprint
