// Invented words of a language: real function words first, then pseudo-words out of its syllables, by rank.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "generate/desk.hpp"

namespace wireprint {

/// Characters appended without a check for each: room is made for many at once.
class TextBuffer {
 public:
  void clear() { size_ = 0; }
  void drop(std::size_t bytes) { size_ -= bytes; }

  void add(std::string_view text) {
    make_room(text.size());
    std::memcpy(bytes_.data() + size_, text.data(), text.size());
    size_ += text.size();
  }

  void add(char c) {
    make_room(1);
    bytes_[size_++] = c;
  }

  /// Copies all `N` bytes, of which `length` count: no branch on the length.
  template <std::size_t N>
  void add_block(const std::array<char, N>& block, std::size_t length) {
    make_room(N);
    std::memcpy(bytes_.data() + size_, block.data(), N);
    size_ += length;
  }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] char* at(std::size_t place) { return bytes_.data() + place; }
  [[nodiscard]] std::string_view view() const { return {bytes_.data(), size_}; }

 private:
  void make_room(std::size_t more) {
    if (size_ + more > bytes_.size()) bytes_.resize(2 * (size_ + more) + 4096);
  }

  std::vector<char> bytes_;
  std::size_t size_ = 0;
};

class Vocabulary {
 public:
  /// 2^`octaves` words of `script`. The same words for every seed of a corpus: a language does not change.
  Vocabulary(Script script, std::uint32_t octaves);

  /// A word by random bits, the frequent ones often, with a space after it where the script has spaces.
  void add_word(TextBuffer& text, std::uint64_t bits) const {
    const Word& word = words_[zipf_rank(bits, octaves_)];
    text.add_block(word.bytes, word.length);
  }

  /// A rare word with a capital letter where the script has these: a name.
  void add_name(TextBuffer& text, std::uint64_t bits) const;

  [[nodiscard]] bool spaced() const { return script_ != Script::Chinese; }
  [[nodiscard]] std::string_view comma() const;      ///< with its space
  [[nodiscard]] std::string_view full_stop() const;  ///< with its space
  [[nodiscard]] std::string_view open_quote() const;
  [[nodiscard]] std::string_view close_quote() const;
  [[nodiscard]] Script script() const { return script_; }

  /// The letter at `first` as a capital, where it has one of the same length.
  static void capitalise(char* first);

 private:
  struct Word {
    std::array<char, 31> bytes{};
    std::uint8_t length = 0;
  };

  Script script_;
  std::uint32_t octaves_;
  std::vector<Word> words_;
};

}  // namespace wireprint
