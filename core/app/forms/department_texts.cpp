#include "core/app/forms/department_texts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <regex>

#include "core/base/platform.h"
#include "core/base/reading/similar.h"
#include "core/base/texts_file.h"

namespace cchc {
namespace {

namespace fs = std::filesystem;

struct Use {
  std::string file;
  int line = 0;
  bool named = false;  // by the registration of a check, whose name need not be a text
};

// What the sources of a department say.
struct Sources {
  bool any = false, library = false;
  std::map<std::string, Use> codes;  // string literals that look like codes: "labour.benefit"
  std::set<std::string> beginnings;  // of codes that are completed later: "labour.column."
  std::map<std::string, Use> importers;
};

int lineOf(const std::string& text, std::ptrdiff_t at) {
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + at, '\n'));
}

void readSource(const std::string& file, const std::string& text, Sources& sources) {
  static const std::regex literal("\"([a-z][a-z0-9_-]*(?:\\.[a-z0-9_-]+)*\\.?)\"");
  static const std::regex importer("add(?:Text)?Importer\\s*\\([^,]*,\\s*\"([^\"]+)\"");
  static const std::regex check("addCheck\\s*\\([^,]*,\\s*\"([^\"]+)\"");
  const auto each = [&](const std::regex& pattern, const auto& take) {
    for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at)
      take((*at)[1].str(), Use{file, lineOf(text, at->position()), false});
  };
  each(literal, [&](const std::string& code, const Use& use) {
    if (code.ends_with('.'))
      sources.beginnings.insert(code);
    else
      sources.codes.emplace(code, use);
  });
  each(importer, [&](const std::string& name, const Use& use) { sources.importers.emplace(name, use); });
  each(check, [&](const std::string& name, const Use&) { sources.codes[name].named = true; });
}

Sources sourcesIn(const fs::path& folder) {
  constexpr std::array<std::string_view, 6> endings = {".c", ".cc", ".cpp", ".h", ".hpp", ".cxx"};
  Sources sources;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const auto ending = at->path().extension().string();
    if (ending == ".so" || ending == ".dll") sources.library = true;
    if (std::find(endings.begin(), endings.end(), ending) == endings.end()) continue;
    const auto text = readFile(at->path());
    if (!text) continue;
    sources.any = true;
    readSource(at->path().filename().string(), *text, sources);
  }
  return sources;
}

std::string firstWord(const std::string& code) { return code.substr(0, code.find('.')); }

class TextCheck {
 public:
  TextCheck(std::string file, const std::string& tsv, std::vector<DefinitionProblem>& problems)
      : file_(std::move(file)), tsv_(tsv), problems_(problems) {}

  bool read() {
    auto texts = readTexts(tsv_, file_);
    if (texts) {
      for (const auto& text : *texts) codes_.push_back(text.code);
      return true;
    }
    // The error names "file:line".
    const auto& place = texts.error().place;
    int line = 0;
    const auto colon = place.rfind(':');
    if (colon != std::string::npos) std::from_chars(place.data() + colon + 1, place.data() + place.size(), line);
    problems_.push_back({Severity::error, texts.error().code, file_, {line, 0}, texts.error().parameters});
    return false;
  }

  void checkUse(const Sources& sources, const std::set<std::string>& definitionIds) {
    if (!sources.any && !sources.library) need("plugin.title", "cchc plugins", 1);
    for (const auto& [name, use] : sources.importers) need("importer." + name, use.file, 1);
    std::set<std::string> firstWords;
    for (const auto& code : codes_) firstWords.insert(firstWord(code));
    for (const auto& [code, use] : sources.codes) {
      const bool ours =
          firstWords.contains(firstWord(code)) && firstWord(code) != code && !definitionIds.contains(code);
      if (ours && !use.named) need(code, use.file + ":" + std::to_string(use.line), 1);
    }
    if (sources.library && !sources.any) return;
    for (const auto& code : codes_) {
      if (isUsed(code, sources)) continue;
      std::vector<std::string> used;
      for (const auto& [name, use] : sources.codes) used.push_back(name);
      if (!sources.any) used.emplace_back("plugin.title");
      std::vector<Parameter> parameters{{"text", code}};
      addSimilar(parameters, code, used);
      problems_.push_back(
          {Severity::warning, "definition.text-unused", file_, {lineOfCode(code), 1}, std::move(parameters)});
    }
  }

 private:
  bool has(const std::string& code) const { return std::find(codes_.begin(), codes_.end(), code) != codes_.end(); }

  static bool isUsed(const std::string& code, const Sources& sources) {
    if (!sources.any) return code == "plugin.title";
    if (code.starts_with("importer.")) return sources.importers.contains(code.substr(9));
    return sources.codes.contains(code) ||
           std::any_of(sources.beginnings.begin(), sources.beginnings.end(),
                       [&](const std::string& beginning) { return code.starts_with(beginning); });
  }

  void need(const std::string& code, const std::string& where, int line) {
    if (has(code)) return;
    std::vector<Parameter> parameters{{"text", code}, {"used", where}};
    addSimilar(parameters, code, codes_);
    problems_.push_back({Severity::warning, "definition.text-missing", file_, {line, 0}, std::move(parameters)});
  }

  int lineOfCode(const std::string& code) const {
    const auto at = tsv_.find("\n" + code + "\t");
    return at == std::string::npos ? 1 : lineOf(tsv_, static_cast<std::ptrdiff_t>(at) + 1);
  }

  std::string file_;
  const std::string& tsv_;
  std::vector<DefinitionProblem>& problems_;
  std::vector<std::string> codes_;
};

}  // namespace

void checkTexts(const fs::path& folder, const std::set<std::string>& definitionIds,
                std::vector<DefinitionProblem>& problems) {
  const auto file = folder / "messages.tsv";
  std::error_code ignored;
  if (!fs::exists(file, ignored)) return;
  const auto tsv = readFile(file);
  if (!tsv) {
    problems.push_back({Severity::error, tsv.error().code, file.string(), {}, tsv.error().parameters});
    return;
  }
  TextCheck check(file.string(), *tsv, problems);
  if (check.read()) check.checkUse(sourcesIn(folder), definitionIds);
}

}  // namespace cchc
