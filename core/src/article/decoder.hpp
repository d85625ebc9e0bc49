// One way of compression: from the bytes of a RawInput to those that were compressed.
//
// Used by one thread at a time.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "article/raw_input.hpp"
#include "wireprint/base/result.hpp"

namespace wireprint {

class Decoder {
 public:
  /// What one step gave. Bytes may come together with the damage behind them, or with the end, or be none.
  struct Step {
    std::string_view bytes = {};  ///< live until the next step
    std::optional<Error> damage = {};
    bool ended = false;
  };

  Decoder() = default;
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
  virtual ~Decoder() = default;

  /// Goes on a little. Not to be called after damage or the end.
  [[nodiscard]] virtual Step step() = 0;
};

/// The decoders read `input`, which has to outlive them.
[[nodiscard]] std::unique_ptr<Decoder> make_plain_decoder(RawInput& input);
[[nodiscard]] std::unique_ptr<Decoder> make_gzip_decoder(RawInput& input);
[[nodiscard]] std::unique_ptr<Decoder> make_zstd_decoder(RawInput& input);

/// The error of a compressed stream that stops too early, or that is not what it should be, where `input` stands.
[[nodiscard]] Error truncated(std::string_view format, const RawInput& input);
[[nodiscard]] Error corrupt(std::string_view format, const RawInput& input, std::string_view reason);

}  // namespace wireprint
