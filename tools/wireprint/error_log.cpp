#include "error_log.hpp"

#include <fmt/format.h>

#include <string_view>

namespace wireprint::command {
namespace {

constexpr std::uint64_t kSaidOfAKind = 20;

/// What may help against errors of a kind; empty where no option does.
std::string_view way_out(ErrorCode code) {
  if (code == ErrorCode::TooLarge) return "--max-record SIZE reads longer records";
  if (code == ErrorCode::BadInput) return "--from says what a file holds, where its content does not tell; --body-field and the like, which field is which";
  return {};
}

}  // namespace

void ErrorLog::add(const Error& error) {
  if (all_ != nullptr) all_->write(error.describe() + "\n");
  if (++counts_[error.code] <= kSaidOfAKind) terminal_->say(error.describe());
}

void ErrorLog::end() {
  for (const auto& [code, count] : counts_) {
    if (count > kSaidOfAKind) {
      terminal_->say(fmt::format("... and {} more like these{}", count - kSaidOfAKind,
                                 all_ == nullptr ? "; 'wireprint cluster --errors FILE' names them all" : ""));
    }
    if (const auto way = way_out(code); !way.empty()) terminal_->say(way);
  }
}

}  // namespace wireprint::command
