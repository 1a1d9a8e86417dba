#include "core/cli/usage.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/reading/similar.h"
#include "core/base/store_address.h"
#include "core/base/text.h"

namespace cchc::cli {
namespace {

using Words = std::vector<std::string>;

std::string beforeEquals(const std::string& option) { return option.substr(0, option.find('=')); }

// One line, without the secrets of a store's address.
std::string shownWord(const std::string& word) { return foldSpace(isSharedStore(word) ? shownStore(word) : word); }

class Usage {
 public:
  explicit Usage(const CLI::App& app) : apps_{&app} {
    // The words of the line that name commands.
    for (auto parsed = app.get_subcommands(); !parsed.empty(); parsed = parsed.front()->get_subcommands())
      apps_.push_back(parsed.front());
    for (const auto* one : apps_) command_ += (command_.empty() ? "" : " ") + one->get_name();
  }

  Error of(const CLI::ParseError& error) const {
    // A word that was not understood is the reason for whatever seems to be missing.
    if (const auto rest = apps_.front()->remaining(true); !rest.empty()) return notUnderstood(rest.front());
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) return missing();
    if (dynamic_cast<const CLI::ExcludesError*>(&error) != nullptr) {
      if (const auto pair = pairOf(true)) return *pair;
    }
    if (dynamic_cast<const CLI::RequiresError*>(&error) != nullptr) {
      if (const auto pair = pairOf(false)) return *pair;
    }
    if (const auto* option = optionIn(error.what())) {
      if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
        return usage("cli.usage.one-value", {{"option", nameOf(*option)}});
      return wrongValue(*option, error.what());
    }
    return usage("cli.usage.other", {{"detail", foldSpace(error.what())}});
  }

 private:
  const CLI::App& root() const { return *apps_.front(); }
  const CLI::App& leaf() const { return *apps_.back(); }

  Error usage(std::string_view code, std::vector<Parameter> parameters) const {
    parameters.push_back({"command", command_});
    return {std::string(code), command_, std::move(parameters), ErrorKind::usage};
  }

  // Fills {hint} and {hint_en} with the text of a code.
  static void addHint(std::vector<Parameter>& parameters, std::string_view code, const Parameter& filled) {
    for (const auto language : {Language::vi, Language::en}) {
      const auto hint = filled.value.empty() ? "" : text(code, language, {filled}) + " ";
      parameters.push_back({language == Language::en ? "hint_en" : "hint", hint});
    }
  }

  static Words commandsOf(const CLI::App& app) {
    Words names;
    for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; }))
      names.push_back(command->get_name());
    return names;
  }
  // "--unit", or "file" for what stands by itself.
  static std::string nameOf(const CLI::Option& option) { return option.get_name(); }
  static Words optionsOf(const CLI::App& app) {
    Words names;
    for (const auto* option : app.get_options()) {
      for (const auto& name : option->get_lnames()) names.push_back("--" + name);
      for (const auto& name : option->get_snames()) names.push_back("-" + name);
    }
    return names;
  }

  Error notUnderstood(const std::string& word) const {
    if (word.size() > 1 && word.front() == '-') return unknownOption(beforeEquals(word));
    std::vector<Parameter> parameters{{"word", shownWord(word)}};
    const auto commands = commandsOf(leaf());
    if (!commands.empty()) {
      addSimilar(parameters, word, commands);
      return usage("cli.usage.command-unknown", std::move(parameters));
    }
    const auto all = commandsOf(root());
    const bool second = std::find(all.begin(), all.end(), word) != all.end();
    return usage(second ? "cli.usage.command-second" : "cli.usage.word-extra", std::move(parameters));
  }

  Error unknownOption(const std::string& option) const {
    std::vector<Parameter> parameters{{"option", shownWord(option)}};
    const auto ofAll = optionsOf(root());
    if (std::find(ofAll.begin(), ofAll.end(), option) != ofAll.end())
      return usage("cli.usage.option-misplaced", std::move(parameters));
    auto known = optionsOf(leaf());
    known.insert(known.end(), ofAll.begin(), ofAll.end());
    addSimilar(parameters, option, known);
    return usage("cli.usage.option-unknown", std::move(parameters));
  }

  Error missing() const {
    std::string names;
    for (const auto* option : leaf().get_options()) {
      if (option->get_required() && option->count() == 0) names += (names.empty() ? "" : ", ") + nameOf(*option);
    }
    return names.empty() ? usage("cli.usage.command-missing", {}) : usage("cli.usage.missing", {{"options", names}});
  }

  // Two given options of which one excludes the other, or a given option without the one that it needs.
  std::optional<Error> pairOf(bool excluding) const {
    for (const auto* option : leaf().get_options()) {
      if (option->count() == 0) continue;
      for (const auto* other : excluding ? option->get_excludes() : option->get_needs()) {
        if ((other->count() > 0) != excluding) continue;
        return usage(excluding ? "cli.usage.excludes" : "cli.usage.needs",
                     {{"option", nameOf(*option)}, {"other", nameOf(*other)}});
      }
    }
    return std::nullopt;
  }

  // The option that a message of the parser is about: the messages hold its name.
  const CLI::Option* optionIn(std::string_view message) const {
    const CLI::Option* found = nullptr;
    for (const auto* app : apps_) {
      for (const auto* option : app->get_options()) {
        const auto name = nameOf(*option);
        if (message.find(name) == std::string_view::npos) continue;
        if (found == nullptr || name.size() > nameOf(*found).size()) found = option;
      }
    }
    return found;
  }

  Error wrongValue(const CLI::Option& option, std::string_view message) const {
    std::string given;
    for (const auto& value : option.results()) {
      if (given.empty() || message.find(value) != std::string_view::npos) given = value;
    }
    std::vector<Parameter> parameters{{"option", nameOf(option)}, {"given", shownWord(given)}};
    addHint(parameters, "cli.usage.hint.allowed", {"allowed", allowedOf(option)});
    return usage("cli.usage.value", std::move(parameters));
  }

  // What the option takes, from its type: "TEXT:{vi,en}", "UINT:INT in [10 - 3600000]". "" if the type does not name
  // values.
  static std::string allowedOf(const CLI::Option& option) {
    const auto type = option.get_type_name();
    const auto from = type.find_first_of("{["), to = type.find_last_of("}]");
    if (from == std::string::npos || to == std::string::npos || to < from) return {};
    std::string allowed;
    for (const char c : type.substr(from + 1, to - from - 1)) allowed += c == ',' ? ", " : std::string(1, c);
    return allowed;
  }

  std::vector<const CLI::App*> apps_;  // the program, then the commands that the line names
  std::string command_;                // their names
};

}  // namespace

Error usageError(const CLI::App& app, const CLI::ParseError& error) { return Usage(app).of(error); }

Language languageOf(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--lang=en" || (word == "--lang" && i + 1 < argc && std::string_view(argv[i + 1]) == "en"))
      return Language::en;
  }
  return Language::vi;
}

}  // namespace cchc::cli
