#include "record_rewriter.hpp"

#include <algorithm>
#include <limits>

#include "json_member.hpp"
#include "wireprint/article/byte_source.hpp"

namespace wireprint::command {
namespace {

constexpr std::string_view kMember = "wireprint";

/// The bytes of a file from their beginning to their end, given out by their places.
class Reading {
 public:
  explicit Reading(ByteSource source) : source_(std::move(source)) {}

  /// Calls `use` with the bytes up to place `to`, piece by piece; they end early where the file does.
  template <class Use>
  void up_to(std::uint64_t to, const Use& use) {
    while (at_ < to && fill()) {
      const auto piece = rest_.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(rest_.size(), to - at_)));
      use(piece);
      rest_.remove_prefix(piece.size());
      at_ += piece.size();
    }
  }

  template <class Use>
  void to_end(const Use& use) {
    up_to(std::numeric_limits<std::uint64_t>::max(), use);
  }

  [[nodiscard]] std::string text_up_to(std::uint64_t to) {
    std::string text;
    up_to(to, [&](std::string_view piece) { text += piece; });
    return text;
  }

  /// The first line, inside whose quotation marks there may be line breaks, and what stands before it on the way.
  [[nodiscard]] std::string header() {
    std::string text;
    bool quoted = false;
    for (bool ended = false; !ended && fill();) {
      std::size_t length = 0;
      while (length < rest_.size() && !ended) {
        const char c = rest_[length++];
        if (c == '"') quoted = !quoted;
        ended = c == '\n' && !quoted && text.find_first_not_of("\xEF\xBB\xBF \t\r\n") != std::string::npos;
        text += c;
      }
      rest_.remove_prefix(length);
      at_ += length;
    }
    return text;
  }

  [[nodiscard]] std::uint64_t at() const { return at_; }
  [[nodiscard]] const ByteSource& source() const { return source_; }

 private:
  bool fill() {
    if (!rest_.empty() || ended_) return !rest_.empty();
    const auto bytes = source_.next();
    if (bytes) rest_ = *bytes;  // damage was told when it was read first
    ended_ = rest_.empty();
    return !ended_;
  }

  ByteSource source_;
  std::string_view rest_;
  std::uint64_t at_ = 0;
  bool ended_ = false;
};

/// What parts the elements of JSON arrays, written anew when elements go.
class Separators {
 public:
  /// What stands between two values, the later of which is kept or not. An array's first value has no comma before it.
  [[nodiscard]] std::string between(std::string_view gap, bool keeps) {
    std::string text;
    for (const char c : gap) {
      if (c == '[') open_ = true;
      if (c == ']') open_ = false;
      const bool bracket = c == '[' || c == ']';
      if (c == ',' ? keeps && !open_ : keeps || bracket || at_start_) text += c;
    }
    at_start_ = false;
    if (keeps) open_ = false;
    return text;
  }

 private:
  bool at_start_ = true;
  bool open_ = true;  // no value of this array was written yet
};

std::string quoted_cell(std::string_view text) {
  std::string cell = "\"";
  for (const char c : text) cell += c == '"' ? "\"\"" : std::string(1, c);
  return cell + "\"";
}

class Rewriter {
 public:
  Rewriter(const InputFile& file, const ClusterRun& run, const RecordChange& change, ByteSource source, Packer& to)
      : file_(file), run_(run), change_(change), reading_(std::move(source)), to_(to) {}

  Result<void> run(std::span<const ArticleId> records) {
    const bool table = file_.format == InputFormat::Csv || file_.format == InputFormat::Tsv;
    if (table && change_.annotation) add_column();
    for (const ArticleId id : records) {
      if (auto done = record(id); !done) return done;
    }
    end();
    if (file_.hash && reading_.source().hash() != *file_.hash) {
      return fail(Error{ErrorCode::Io, "was changed while it was read: what was written is not whole", {file_.path, 0, {}}});
    }
    return {};
  }

 private:
  void write(std::string_view text) { to_.write(text); }

  void add_column() {
    std::string header = reading_.header();
    const std::size_t first = std::min(header.find_first_not_of("\xEF\xBB\xBF \t\r\n"), header.size());
    if (first < header.size()) header.insert(first, std::string(kMember) + file_.delimiter);
    write(header);
  }

  [[nodiscard]] Result<void> record(ArticleId id) {
    const JudgedArticle& judged = run_.articles[id];
    const bool drops = change_.drops && change_.drops(id);
    const bool annotates = change_.annotation && (judged.status != Status::Error || is_table());
    if (!drops && !annotates && file_.format != InputFormat::Json) return {};  // it is copied with what comes behind it
    if (!judged.place.known()) return judged.status == Status::Error || !(drops || annotates) ? Result<void>() : fail(no_place(judged));
    if (file_.format == InputFormat::Text && annotates) return fail(no_member(judged));
    gap(judged.place.begin, !drops);
    if (drops) {
      reading_.up_to(judged.place.end, [](std::string_view) {});
    } else if (annotates) {
      write(annotated(id, reading_.text_up_to(judged.place.end)));
    } else {
      reading_.up_to(judged.place.end, [&](std::string_view piece) { write(piece); });
    }
    return {};
  }

  [[nodiscard]] bool is_table() const { return file_.format == InputFormat::Csv || file_.format == InputFormat::Tsv; }

  void gap(std::uint64_t to, bool keeps) {
    if (file_.format == InputFormat::Json) return write(separators_.between(reading_.text_up_to(to), keeps));
    reading_.up_to(to, [&](std::string_view piece) { write(piece); });
  }

  [[nodiscard]] std::string annotated(ArticleId id, std::string text) const {
    const bool readable = run_.articles[id].status != Status::Error;
    if (is_table()) return (readable ? quoted_cell(change_.annotation(id)) : std::string()) + file_.delimiter + text;
    return with_member(text, kMember, change_.annotation(id));
  }

  void end() {
    reading_.to_end([&](std::string_view piece) { write(piece); });
  }

  [[nodiscard]] static Error no_place(const JudgedArticle& judged) {
    return {ErrorCode::BadInput, "this row ends without a line feed and cannot be written again by itself: give the file usual line ends", judged.article.where};
  }

  [[nodiscard]] static Error no_member(const JudgedArticle& judged) {
    return {ErrorCode::BadInput, "plain text has no place for an annotation; --articles writes the same beside it", judged.article.where};
  }

  const InputFile& file_;
  const ClusterRun& run_;
  const RecordChange& change_;
  Reading reading_;
  Separators separators_;
  Packer& to_;
};

}  // namespace

Result<void> rewrite(const InputFile& file, std::span<const ArticleId> records, const ClusterRun& run, const RecordChange& change, Packer& to) {
  auto source = ByteSource::open(file.path);
  if (!source) return fail(source.error());
  return Rewriter(file, run, change, std::move(*source), to).run(records);
}

}  // namespace wireprint::command
