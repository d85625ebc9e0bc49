#include "text/fold_easy.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "base/utf8.hpp"
#include "text/unicode_tables.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "text/fold_easy.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "base/simd.hpp"

HWY_BEFORE_NAMESPACE();
namespace wireprint::HWY_NAMESPACE {

using unicode::EasyPage;
using unicode::EasyPoint;
using unicode::EasyPoints;
using unicode::Folded;

#if !WIREPRINT_VECTORS

// Nothing is easy: all of the text is left to the tables.
Folded fold(const EasyPoints&, const char*, std::size_t, Folded from, char*) { return from; }

#else

using Vector = hn::Vec<Bytes>;

constexpr std::size_t kBehind = 2;  // bytes that are looked at behind a vector
constexpr std::size_t kReach = kVectorBytes + kBehind;

HWY_INLINE Vector fold_ascii(Vector v) {
  const Bytes d;
  const auto folded = hn::Add(v, hn::IfThenElseZero(in_range(v, 'A', 26), hn::Set(d, 'a' - 'A')));
  return hn::IfThenElse(hn::Eq(v, hn::Set(d, '`')), hn::Set(d, '\''), folded);
}

// Of a vector that begins with a code point, as many bytes as are ASCII or whole code points among `good` leads of `length` bytes.
HWY_INLINE std::size_t good_bytes(std::uint64_t high, std::uint64_t good_leads, unsigned length) {
  std::uint64_t good = good_leads;
  for (unsigned i = 1; i < length; ++i) good |= good_leads << i;
  const std::uint64_t bad = high & ~good;
  return bad == 0 ? kVectorBytes : static_cast<std::size_t>(std::countr_zero(bad));
}

// A page's second bytes: by sixteens, of which a shuffle looks up one.
HWY_INLINE Vector second_of(const EasyPage& page, Vector sixteen, Vector rest) {
  const Bytes d;
  Vector found = hn::Zero(d);
  for (std::uint8_t i = 0; i < 8; ++i) {
    const auto looked_up = hn::TableLookupBytes(hn::LoadDup128(d, page.second.data() + 16 * i), rest);
    found = hn::IfThenElse(hn::Eq(sixteen, hn::Set(d, i)), looked_up, found);
  }
  return found;
}

// One vector of ASCII and of code points that stay two bytes of one page; the first byte may be the second of one. Which
// bytes begin one that does. Reads a byte on either side.
HWY_INLINE std::uint64_t fold_page(const EasyPage& page, std::uint8_t first_lead, const char* text, char* out) {
  const Bytes d;
  const auto v = load(text), next = load(text + 1), previous = load(text - 1);
  const auto cont = continues(v);
  const auto lead = hn::Eq(hn::And(v, hn::Set(d, 0xfe)), hn::Set(d, first_lead));
  const auto six = hn::And(hn::IfThenElse(cont, v, next), hn::Set(d, 0x3f));
  const auto which = hn::And(hn::IfThenElse(cont, previous, v), hn::Set(d, 1));
  const auto bit = bit_of(hn::And(six, hn::Set(d, 7)));
  const auto byte = hn::Or(hn::ShiftRight<3>(six), hn::ShiftLeft<3>(which));

  const auto good = hn::And(hn::And(lead, continues(next)), in_set(page.same_size.data(), byte, bit));
  const auto second = second_of(page, hn::Or(hn::ShiftRight<4>(six), hn::ShiftLeft<2>(which)), hn::And(six, hn::Set(d, 15)));
  const auto first = hn::Xor(v, hn::IfThenElseZero(in_set(page.other_lead.data(), byte, bit), hn::Set(d, 1)));
  store(hn::IfThenElse(cont, second, hn::IfThenElse(lead, first, fold_ascii(v))), out);

  return bits_of(good);
}

// Vectors of them, until `stop` or another code point: how many bytes.
HWY_INLINE std::size_t fold_pages(const EasyPage& page, std::uint8_t first_lead, const char* text, std::size_t stop, char* out) {
  std::uint64_t parted = 0;  // 1 when a code point goes on in the next vector
  std::size_t at = 0;
  for (; at < stop; at += kVectorBytes) {
    const std::uint64_t leads = fold_page(page, first_lead, text + at, out + at);
    const std::uint64_t bad = bits_of(not_ascii(load(text + at))) & ~(leads | leads << 1U | parted);
    if (bad != 0) return at + static_cast<std::size_t>(std::countr_zero(bad));
    parted = leads >> (kVectorBytes - 1);
  }
  return at - parted;
}

// One vector of ASCII and Han with its full stop and comma, all of which stay themselves. Reads two bytes behind.
HWY_INLINE std::size_t fold_han(const char* text, char* out) {
  const Bytes d;
  const auto v = load(text), second = load(text + 1), third = load(text + 2);
  const auto early = hn::And(hn::Eq(v, hn::Set(d, 0xe4)), hn::Not(in_range(second, 0xb8, 8)));  // before U+4E00
  const auto han = hn::AndNot(early, in_range(v, 0xe4, 6));
  const auto stop = hn::And(hn::And(hn::Eq(v, hn::Set(d, 0xe3)), hn::Eq(second, hn::Set(d, 0x80))), in_range(third, 0x81, 2));
  store(fold_ascii(v), out);

  const std::uint64_t conts = bits_of(continues(v));
  return good_bytes(bits_of(not_ascii(v)), bits_of(hn::Or(han, stop)) & (conts >> 1U) & (conts >> 2U), 3);
}

class Folder {
 public:
  Folder(const EasyPoints& points, char* out, std::size_t size) : points_(points), out_(out), size_(size) {}

  // Until `at` is `stop`, the end or what is not easy. kReach bytes from any place before `stop` can be read.
  std::size_t run(const char* text, std::size_t text_size, std::size_t at, std::size_t stop) {
    while (at < stop) {
      const auto v = load(text + at);
      store(fold_ascii(v), out_ + size_);
      const std::uint64_t high = bits_of(not_ascii(v));
      const std::size_t ascii = std::min(high == 0 ? kVectorBytes : static_cast<std::size_t>(std::countr_zero(high)), text_size - at);
      at += ascii;
      size_ += ascii;
      if (ascii == kVectorBytes) continue;
      while (at < stop && static_cast<unsigned char>(text[at]) >= 0x80) {
        const std::size_t taken = fold_point(text + at, text_size - at, stop - at, at > 0);
        if (taken == 0) return at;
        at += taken;
      }
    }
    return at;
  }

  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  HWY_INLINE std::size_t fold_point(const char* text, std::size_t left, std::size_t stop, bool behind) {
    const unsigned lead = static_cast<unsigned char>(text[0]);
    if (lead < 0xc2 || left < 2) return 0;
    const unsigned second = static_cast<unsigned char>(text[1]);
    if (lead < 0xe0) {
      const EasyPage& page = points_.pages[(lead >> 1U) & 15U];
      if (page.useful && behind) {
        const std::size_t taken = fold_pages(page, static_cast<std::uint8_t>(lead & 0xfeU), text, stop, out_ + size_);
        if (taken != 0) return wrote(std::min(taken, left));
      }
      if ((second & 0xc0U) != 0x80) return 0;
      return put(points_.two_bytes[(lead & 0x1fU) << 6U | (second & 0x3fU)], 2);
    }
    if (lead == 0xe2 && second == 0x80 && left > 2 && (static_cast<unsigned char>(text[2]) & 0xc0U) == 0x80) {
      return put(points_.punctuation[static_cast<unsigned char>(text[2]) & 0x3fU], 3);
    }
    if (lead >= 0xe3 && lead <= 0xe9) {
      if (const std::size_t taken = wrote(std::min(fold_han(text, out_ + size_), left))) return taken;
    }
    return put_direct({text, left});
  }

  // Any code point that becomes one other, by tables.
  HWY_INLINE std::size_t put_direct(std::string_view text) {
    const auto found = utf8::decode(text, 0);
    const auto entry = unicode::entry_of(found.point);
    if (!found.valid || entry.kind() != unicode::Kind::Direct) return 0;
    const std::size_t written = utf8::encode(found.point + static_cast<char32_t>(entry.delta()), out_ + size_);
    if (written > found.length) return 0;  // there may be no room for more
    size_ += written;
    return found.length;
  }

  HWY_INLINE std::size_t wrote(std::size_t bytes) {
    size_ += bytes;
    return bytes;
  }

  HWY_INLINE std::size_t put(const EasyPoint& point, std::size_t bytes) {
    std::memcpy(out_ + size_, point.bytes.data(), point.bytes.size());
    size_ += point.length;
    return point.length == 0 ? 0 : bytes;
  }

  const EasyPoints& points_;
  char* out_;
  std::size_t size_;
};

// The last bytes are copied to where enough zeros stand behind them.
Folded fold(const EasyPoints& points, const char* text, std::size_t text_size, Folded from, char* out) {
  Folder folder(points, out, from.size);
  std::size_t at = from.at;
  if (text_size - at >= kReach) {
    const std::size_t stop = text_size - kReach + 1;
    at = folder.run(text, text_size, at, stop);
    if (at < stop) return {at, folder.size()};
  }
  const std::size_t left = text_size - at;
  std::array<char, 1 + 2 * kReach> rest{};
  std::memcpy(rest.data() + 1, text + at, left);
  const std::size_t end = folder.run(rest.data(), 1 + left, 1, 1 + left);
  return {at + end - 1, folder.size()};
}

#endif

}  // namespace wireprint::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace wireprint {
HWY_EXPORT(fold);

unicode::Folded unicode::fold_easy(const EasyPoints& points, const char* text, std::size_t text_size, Folded from, char* out) {
  return HWY_DYNAMIC_DISPATCH(fold)(points, text, text_size, from, out);
}

unicode::LastEasy unicode::last_easy(const EasyPoints& points, std::string_view folded) {
  std::size_t at = folded.size() - 1;
  while (utf8::continues(folded[at])) --at;
  const auto last = utf8::decode_valid(folded, at);
  const Entry entry = entry_of(last.point);
  if (entry.kind() == Kind::Direct) {
    std::array<char, 4> bytes;
    return {last.length, utf8::encode(last.point + static_cast<char32_t>(entry.delta()), bytes.data()), entry.sheds_marks()};
  }
  const EasyPoint& point = last.length == 2 ? points.two_bytes[last.point] : points.punctuation[last.point & 0x3fU];
  return {last.length, point.length, point.sheds_marks};
}

}  // namespace wireprint
#endif
