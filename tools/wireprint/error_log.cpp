#include "error_log.hpp"

#include <fmt/format.h>

namespace wireprint::command {
namespace {

constexpr std::uint64_t kSaidOfAKind = 20;

}  // namespace

void ErrorLog::add(const Error& error) {
  if (all_ != nullptr) all_->write(error.describe() + "\n");
  if (++counts_[error.code] <= kSaidOfAKind) terminal_->say(error.describe());
}

void ErrorLog::end() {
  for (const auto& [code, count] : counts_) {
    if (count <= kSaidOfAKind) continue;
    terminal_->say(fmt::format("... and {} more like these{}", count - kSaidOfAKind,
                               all_ == nullptr ? "; 'wireprint cluster --errors FILE' names them all" : ""));
  }
}

}  // namespace wireprint::command
