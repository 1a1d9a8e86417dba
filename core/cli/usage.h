// Converts the parser's error about a command line into one of our own errors.
#pragma once
#include <CLI/App.hpp>

#include "core/base/result.h"
#include "core/base/texts.h"

namespace cchc::cli {

// `app` has tried to parse the line and thrown `error`. The place is the command, such as "cchc units import". The
// result has the kind usage and one of these codes:
//   cli.usage.command-missing    no command is given
//   cli.usage.command-unknown    a word that is not a command; the error names the most similar command
//   cli.usage.command-second     a second command in one line
//   cli.usage.option-unknown     the error names the most similar option
//   cli.usage.option-misplaced   an option for all commands comes after the command
//   cli.usage.word-extra         one word more than the command takes
//   cli.usage.missing            options or words that the command requires
//   cli.usage.one-value          an option has no value, or more than one
//   cli.usage.value              an option does not take this value
//   cli.usage.excludes           two options that exclude each other
//   cli.usage.needs              an option without the other one that it needs
//   cli.usage.other              any other fault, in the words of the parser
Error usageError(const CLI::App& app, const CLI::ParseError& error);

// The language given with --lang, even in a line that cannot be parsed. Vietnamese if none is given.
Language languageOf(int argc, const char* const* argv);

}  // namespace cchc::cli
