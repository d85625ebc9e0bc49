// Compression on the way out, as the input had it.
//
// Used by one thread at a time.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "output.hpp"
#include "wireprint/article/byte_source.hpp"

namespace wireprint::command {

/// Writes to an Output what it is given: as it is, as one gzip member, or as one zstd frame. The same bytes for the same
/// input, however it was cut into pieces.
class Packer {
 public:
  Packer() = default;
  Packer(const Packer&) = delete;
  Packer& operator=(const Packer&) = delete;
  virtual ~Packer() = default;

  /// `to` has to outlive it.
  [[nodiscard]] static std::unique_ptr<Packer> make(Packing packing, Output& to);

  virtual void write(std::string_view bytes) = 0;
  virtual void finish() = 0;                           ///< ends the member or frame; `to` is not finished
  [[nodiscard]] virtual double seconds() const = 0;    ///< spent in compressing
};

/// What a name promises: ".gz" and ".zst", in any case; else None.
[[nodiscard]] Packing packing_named_by(const std::string& path);

}  // namespace wireprint::command
