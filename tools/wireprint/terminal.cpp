#include "terminal.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string>

namespace wireprint::command {
namespace {

std::string without_controls(std::string_view text) {
  std::string clean(text);
  std::replace_if(clean.begin(), clean.end(), [](unsigned char c) { return (c < 0x20 && c != '\n') || c == 0x7F; }, '?');
  return clean;
}

}  // namespace

void Terminal::say(std::string_view text) {
  const std::scoped_lock lock(mutex_);
  bar_.clear();
  const std::string line = without_controls(text.substr(0, text.find_last_not_of('\n') + 1)) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

ExitCode Terminal::stop(ExitCode code, const Error& error) {
  say("wireprint: " + error.describe());
  return code;
}

ProgressSink Terminal::progress() {
  if (::isatty(STDERR_FILENO) == 0) return {};
  return [this](const Progress& progress) {
    const std::scoped_lock lock(mutex_);
    bar_.show(progress);
  };
}

void Terminal::end_progress() {
  const std::scoped_lock lock(mutex_);
  bar_.clear();
}

}  // namespace wireprint::command
