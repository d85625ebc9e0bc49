// wireprint: finds the copies of a news story.
#include <csignal>
#include <sstream>
#include <string>

#include "command.hpp"
#include "unfinished_file.hpp"

namespace wireprint::command {
namespace {

// Help and version come as "errors" that are none.
ExitCode end_of_parsing(const CLI::App& app, const CLI::ParseError& error, Terminal& terminal) {
  std::ostringstream asked_for;
  std::ostringstream complaint;
  if (app.exit(error, asked_for, complaint) == 0) return print(asked_for.str(), terminal);
  terminal.say(complaint.str());
  return ExitCode::Usage;
}

ExitCode run(int argc, char** argv) {
  Terminal terminal;
  Runner runner;
  CLI::App app{"Finds the copies of a news story: who ran it, who ran it first, what each outlet changed."};
  app.name("wireprint");
  app.set_version_flag("--version", "wireprint " WIREPRINT_VERSION);
  app.require_subcommand(1);
  add_cluster(app, runner);
  add_explain(app, runner);
#ifdef WIREPRINT_HAS_ARCHIVE
  add_add(app, runner);
  add_check(app, runner);
  add_archive_commands(app, runner);
#endif
  add_evaluate(app, runner);
  add_sample(app, runner);
  add_tune(app, runner);
  add_certify(app, runner);
  add_generate(app, runner);
  add_bench(app, runner);
  add_fingerprint(app, runner);
  add_schema(app, runner);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return end_of_parsing(app, error, terminal);
  }
  return runner.run(terminal);
}

}  // namespace
}  // namespace wireprint::command

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that has gone is seen when writing, and is no error
  wireprint::command::end_cleanly_on_signals();
  return static_cast<int>(wireprint::command::run(argc, argv));
}
