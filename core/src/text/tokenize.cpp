#include "wireprint/text/tokenizer.hpp"

#include <algorithm>

#include "text/cut_fast.hpp"
#include "text/normalizer.hpp"
#include "text/quotations.hpp"
#include "text/token_hash.hpp"
#include "text/words.hpp"

namespace wireprint {
namespace {

using unicode::WordClass;

template <class Holds>
bool any_point(std::string_view valid, Holds holds) {
  for (std::size_t at = 0; at < valid.size();) {
    const auto c = utf8::decode_valid(valid, at);
    if (holds(c.point)) return true;
    at += c.length;
  }
  return false;
}

bool is_digit(char32_t c) {
  return c < 0x80 ? c >= '0' && c <= '9' : unicode::entry_of(c).word_class() == WordClass::Digit;
}

bool is_line_break(char32_t c) { return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029; }

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
  StreamSink(std::string_view source, std::string_view normalized, const Origins& origins, bool hashes)
      : source_(source), normalized_(normalized), origins_(origins), hashes_(hashes), quotations_(find_quotations(source)) {}

  void operator()(std::size_t begin, std::size_t end) {
    const auto token = normalized_.substr(begin, end - begin);
    const TextRange range = origins_.of(begin, end);
    if (hashes_) stream_.hashes.push_back(hash_token(token));
    stream_.ranges.push_back(range);
    stream_.flags.push_back(flags_of(token, range, begin));
    gap_ = std::max(gap_, end);
  }

  TokenStream finish(std::uint64_t repaired) {
    stream_.kinds.assign(stream_.ranges.size(), FurnitureKind::Story);
    stream_.repaired = repaired;
    return std::move(stream_);
  }

 private:
  std::uint8_t flags_of(std::string_view token, TextRange range, std::size_t begin) {
    unsigned flags = 0;
    if (any_point(token, is_digit)) flags |= kNumber;
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
    return stream_.ranges.size() == 1 || (begin > gap_ && any_point(normalized_.substr(gap_, begin - gap_), is_line_break));
  }

  std::string_view source_;
  std::string_view normalized_;
  const Origins& origins_;
  bool hashes_;
  std::vector<TextRange> quotations_;
  std::size_t quotation_ = 0;
  std::size_t gap_ = 0;  // end of the last token, in the normalised text
  TokenStream stream_;
};

TokenStream token_stream(std::string_view text, bool hashes) {
  Origins origins;
  Normalizer normalizer(text, origins);
  const std::string normalized = normalizer.run();
  StreamSink sink(text, normalized, origins, hashes);
  WordCutter(normalized, sink).run();
  return sink.finish(normalizer.repaired());
}

}  // namespace

std::uint64_t hash_token(std::string_view normalized) { return hash_any_token(normalized.data(), normalized.size()); }

std::string_view unicode_version() { return unicode::kVersion; }

TokenStream tokenize(std::string_view text) { return token_stream(text, true); }

TokenStream place_tokens(std::string_view text) { return token_stream(text, false); }

std::uint64_t hash_tokens(std::string_view text, std::vector<std::uint64_t>& hashes) {
  hashes.clear();
  NoOrigins origins;
  Normalizer normalizer(text, origins);
  const std::string_view normalized = normalizer.run_here();
  static_assert(kCutReach < decltype(normalizer)::kRoom);
  append_token_hashes(unicode::easy_points(), normalized.data(), normalized.size(), hashes);
  return normalizer.repaired();
}

std::string normalize(std::string_view text) {
  NoOrigins origins;
  return Normalizer(text, origins).run();
}

}  // namespace wireprint
