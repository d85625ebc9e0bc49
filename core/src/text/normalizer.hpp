// The one pass that normalises a text.
//
// Nearly every code point becomes one other, whatever stands around it: it is looked up and written. Only a mark or
// jamo that may combine sends the pass back to the last boundary, from where combine() redoes the stretch.
#pragma once

#include <bit>
#include <cstring>
#include <memory>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/combine.hpp"
#include "text/fold_easy.hpp"
#include "text/unicode_tables.hpp"
#include "base/utf8.hpp"
#include "wireprint/text/token_stream.hpp"

namespace wireprint {

/// Who only wants the text follows no origins.
struct NoOrigins {
  static constexpr bool kFollows = false;
  void grown(std::size_t) {}
  void copied(std::size_t, std::size_t, std::size_t) {}
  void written(std::size_t, std::size_t, TextRange) {}
  void extended(std::size_t, std::size_t) {}
};

/// For each byte of the normalised text the range of the source from which its code point comes. Neither begins nor
/// ends ever go back, so the range of a stretch is from its first byte's begin to its last byte's end.
class Origins {
 public:
  static constexpr bool kFollows = true;

  void grown(std::size_t room) {
    begins_ = grown(begins_, room);
    ends_ = grown(ends_, room);
    room_ = room;
  }
  void copied(std::size_t at, std::size_t from, std::size_t bytes) {
    std::iota(begins_.get() + at, begins_.get() + at + bytes, static_cast<std::uint32_t>(from));
    std::iota(ends_.get() + at, ends_.get() + at + bytes, static_cast<std::uint32_t>(from + 1));
  }
  void written(std::size_t at, std::size_t bytes, TextRange range) {
    for (std::size_t i = 0; i < bytes; ++i) {
      begins_[at + i] = range.begin;
      ends_[at + i] = range.end;
    }
  }
  void extended(std::size_t at, std::size_t end) { ends_[at] = static_cast<std::uint32_t>(end); }

  [[nodiscard]] TextRange of(std::size_t begin, std::size_t end) const { return {begins_[begin], ends_[end - 1]}; }

 private:
  using Places = std::unique_ptr<std::uint32_t[]>;  // not a vector: room is written before it is read, and clearing it would take longer

  [[nodiscard]] Places grown(const Places& places, std::size_t room) const {
    auto larger = std::make_unique_for_overwrite<std::uint32_t[]>(room);
    if (room_ > 0) std::memcpy(larger.get(), places.get(), room_ * sizeof(std::uint32_t));
    return larger;
  }

  Places begins_;
  Places ends_;
  std::size_t room_ = 0;
};

/// Made for one text and run once.
template <class Follower>
class Normalizer {
 public:
  Normalizer(std::string_view text, Follower& follower) : text_(text), follower_(follower) { ensure_room(); }

  std::string run() {
    fill();
    out_.resize(size_);
    return std::move(out_);
  }

  /// run() without taking the text out: it lives as long as this does, a NUL stands behind it, and kRoom bytes behind
  /// it can be read.
  std::string_view run_here() {
    fill();
    out_[size_] = '\0';
    return {out_.data(), size_};
  }

  static constexpr std::size_t kRoom = 256;  ///< more than a batch grows by, or one code point becomes, and a vector

  [[nodiscard]] std::uint64_t repaired() const { return repaired_; }

 private:
  static constexpr std::size_t kStride = 16;
  static constexpr std::size_t kBatch = 32;   // code points

  void fill() {
    while (at_ < text_.size()) {
      if constexpr (!Follower::kFollows) {
        fold_easy();
        if (at_ < text_.size()) step();
      } else if (ascii_at(at_) && ascii_at(at_ + 1)) {
        copy_ascii();
      } else if (!copy_direct()) {
        step();
      }
    }
  }

  // What stands alone, many bytes at a time. What was written last may yet combine with what follows.
  void fold_easy() {
    ensure_room();
    const auto folded = unicode::fold_easy(easy_, text_.data(), text_.size(), {at_, size_}, out_.data());
    if (folded.at == at_) return;
    at_ = folded.at;
    size_ = folded.size;
    const auto last = unicode::last_easy(easy_, text_.substr(0, at_));
    settle(at_ - last.read, size_ - last.written, last.sheds_marks);
  }

  [[nodiscard]] bool ascii_at(std::size_t at) const { return at < text_.size() && utf8::is_ascii(text_[at]); }

  void copy_ascii() {
    const std::size_t from = at_;
    const std::size_t to = size_;
    fold_ascii_run();
    follower_.copied(to, from, at_ - from);
    settle(at_ - 1, size_ - 1, unicode::entry_of(static_cast<unsigned char>(text_[at_ - 1])).sheds_marks());
  }

  void fold_ascii_run() {
    while (text_.size() - at_ >= kStride) {
      const std::size_t taken = fold_stride();
      advance(taken, taken);
      if (taken < kStride) return;
    }
    while (at_ < text_.size() && utf8::is_ascii(text_[at_])) {
      out_[size_] = fold_ascii(text_[at_]);
      advance(1, 1);
    }
  }

  // How many ASCII bytes the stride begins with. What lies behind them is folded too, and written over afterwards.
  std::size_t fold_stride() {
    const char* in = text_.data() + at_;
    char* to = out_.data() + size_;
    for (std::size_t i = 0; i < kStride; ++i) to[i] = fold_ascii(in[i]);
    std::uint64_t low = 0, high = 0;
    std::memcpy(&low, in, 8);
    std::memcpy(&high, in + 8, 8);
    constexpr std::uint64_t kHighBits = 0x8080808080808080U;
    if ((low & kHighBits) != 0) return static_cast<std::size_t>(std::countr_zero(low & kHighBits)) / 8;
    if ((high & kHighBits) != 0) return 8 + static_cast<std::size_t>(std::countr_zero(high & kHighBits)) / 8;
    return kStride;
  }

  static char fold_ascii(char c) {
    const auto lower = static_cast<char>(c + (c >= 'A' && c <= 'Z' ? 'a' - 'A' : 0));
    return lower == '`' ? '\'' : lower;
  }

  // Code points that become one other, one after the other, as long as no two are ASCII. Members are kept out of the
  // loop: through a char pointer the compiler has to take any of them for overwritten. False when there were none.
  bool copy_direct() {
    ensure_room();
    const std::string_view text = text_;
    char* const out = out_.data();
    std::size_t at = at_, size = size_, last_at = at, last_size = size;
    unicode::Entry last(0);
    for (std::size_t n = 0; n < kBatch && at < text.size(); ++n) {
      const auto next = utf8::decode(text, at);
      const auto entry = unicode::entry_of(next.point);
      if (entry.kind() != unicode::Kind::Direct || !next.valid) break;
      last = entry, last_at = at, last_size = size;
      size += utf8::encode(next.point + static_cast<char32_t>(entry.delta()), out + size);
      at += next.length;
      follower_.written(last_size, size - last_size, range(last_at, at));
      if (next.length == 1 && at < text.size() && utf8::is_ascii(text[at])) break;
    }
    if (at == at_) return false;
    settle(last_at, last_size, last.sheds_marks());
    at_ = at, size_ = size;
    return true;
  }

  void step() {
    const auto next = utf8::decode(text_, at_);
    if (!next.valid) ++repaired_;
    const unicode::Entry entry = unicode::entry_of(next.point);
    switch (entry.kind()) {
      case unicode::Kind::Direct:
        settle(at_, size_, entry.sheds_marks());
        put(next.point + static_cast<char32_t>(entry.delta()), range(at_, at_ + next.length));
        break;
      case unicode::Kind::Expand: expand(entry, range(at_, at_ + next.length)); break;
      case unicode::Kind::Mark:
        if (!mark(next.point, entry, range(at_, at_ + next.length))) return redo();
        break;
      case unicode::Kind::Context: return redo();
    }
    at_ += next.length;
  }

  void put(char32_t point, TextRange source) {
    const std::size_t bytes = utf8::encode(point, out_.data() + size_);
    follower_.written(size_, bytes, source);
    size_ += bytes;
  }

  void expand(unicode::Entry entry, TextRange source) {
    const auto points = unicode::expansion_of(entry);
    if (!points.empty()) settle(at_, size_, false);
    for (const char32_t point : points) {
      put(point, source);
      const unicode::Entry part = unicode::entry_of(point);
      const bool is_mark = part.kind() == unicode::Kind::Mark;
      if (!is_mark) sheds_ = part.sheds_marks();
      last_class_ = is_mark ? part.combining_class() : 0;
    }
  }

  // False when it has to be seen together with what stands before it.
  bool mark(char32_t point, unicode::Entry entry, TextRange source) {
    if (sheds_) {
      if (!entry.nonspacing()) return false;  // it may decompose into marks that are shed
      follower_.extended(size_ - 1, source.end);
      return true;
    }
    const unsigned own = entry.combining_class();
    if (entry.composes_back() || (own != 0 && own < last_class_)) return false;
    last_class_ = own;
    put(point, source);
    return true;
  }

  // From the last boundary to the next.
  void redo() {
    elements_.clear();
    size_ = boundary_size_;
    for (at_ = boundary_at_; at_ < text_.size();) {
      const auto next = utf8::decode(text_, at_);
      if (at_ != boundary_at_ && is_boundary(unicode::entry_of(next.point))) break;
      unicode::append_normalized(next.point, range(at_, at_ + next.length), elements_);
      at_ += next.length;
    }
    unicode::combine(elements_);
    for (const auto& element : elements_) {
      ensure_room();
      put(element.point, element.range);
    }
  }

  static bool is_boundary(unicode::Entry entry) {
    return entry.kind() == unicode::Kind::Direct ||
           (entry.kind() == unicode::Kind::Expand && entry.expansion_size() != 0);
  }

  static TextRange range(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  void settle(std::size_t at, std::size_t size, bool sheds) {
    boundary_at_ = at;
    boundary_size_ = size;
    sheds_ = sheds;
    last_class_ = 0;
  }

  void advance(std::size_t taken, std::size_t written) {
    at_ += taken;
    size_ += written;
  }

  void ensure_room() {
    const std::size_t needed = size_ + (text_.size() - at_) + kRoom;
    if (needed <= out_.size()) return;
    out_.resize(size_ == 0 ? needed : needed + needed / 2);
    follower_.grown(out_.size());
  }

  const unicode::EasyPoints& easy_ = unicode::easy_points();
  std::string_view text_;
  Follower& follower_;
  std::string out_;
  std::size_t at_ = 0;             // in text_
  std::size_t size_ = 0;           // of what is written of out_
  std::size_t boundary_at_ = 0;    // where nothing can combine with what stands before, in text_
  std::size_t boundary_size_ = 0;  // and in out_
  bool sheds_ = false;             // the last code point that is no mark sheds marks
  unsigned last_class_ = 0;        // combining class of the last code point
  std::uint64_t repaired_ = 0;
  std::vector<unicode::Element> elements_;
};

}  // namespace wireprint
