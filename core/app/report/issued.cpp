#include "core/app/report/issued.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/app/report/make_report.h"
#include "core/app/report/store_source.h"
#include "core/app/suite/catalogue.h"
#include "core/base/digest.h"
#include "core/base/platform.h"
#include "core/definition/read_definition.h"
#include "core/signing/report_signature.h"

namespace cchc {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view definitionsFolder = "definitions/";
constexpr std::string_view pluginsFolder = "plugins/";
constexpr const char* reportSchema = "report.xsd";
constexpr std::string_view textsName = "/messages.tsv";

IssuedFile keptWhole(std::string name, std::string content) {
  auto digest = sha256(content);
  return {std::move(name), std::move(digest), std::move(content)};
}

Result<IssuedFile> byDigest(std::string name, const fs::path& file) {
  CCHC_TRY(const auto content, readFile(file));
  return IssuedFile{std::move(name), sha256(content), std::nullopt};
}

// What the report is rendered by.
Status addStyleSheets(const fs::path& schemas, std::vector<IssuedFile>& files) {
  std::error_code failed;
  for (fs::directory_iterator entry(schemas, failed), end; !failed && entry != end; entry.increment(failed)) {
    if (entry->path().extension() != ".xsl" && entry->path().filename() != reportSchema) continue;
    CCHC_TRY(auto content, readFile(entry->path()));
    files.push_back(keptWhole(schemaFileName(entry->path().filename().string()), std::move(content)));
  }
  if (failed) return fail("file.read", schemas.string(), {{"reason", failed.message()}}, ErrorKind::failure);
  return {};
}

// A store may come from elsewhere, so a name from it must not lead out of the folder that files are written to.
bool staysInside(const std::string& name) {
  const fs::path path(name);
  return path.is_relative() && !path.has_root_name() && name.find('\\') == std::string::npos &&
         std::none_of(path.begin(), path.end(), [](const fs::path& part) { return part == ".."; });
}

bool isOwnName(const IssuedFile& file) { return file.name == issuedReportName || file.name == unsignedReportName; }

tl::unexpected<Error> incomplete(const IssuedReport& report, const IssuedFile& file) {
  return fail("issued.incomplete", codeOf(report.unit) + "/" + report.period.value, {{"file", file.name}});
}

// The files that are kept whole, with their content.
Result<std::vector<IssuedFile>> contentsOf(Suite& suite, const IssuedReport& report) {
  std::vector<IssuedFile> files;
  for (auto file : report.files) {
    CCHC_TRY(file.content, suite.store.keptFile(file.digest));
    if (file.content) files.push_back(std::move(file));
  }
  return files;
}

Result<std::shared_ptr<const Catalogue>> catalogueOf(Suite& suite, const IssuedReport& report) {
  auto catalogue = std::make_shared<Catalogue>();
  catalogue->kept = suite.catalogue.kept;
  std::vector<CatalogueFile> files;
  std::map<std::string, std::string> texts;
  CCHC_TRY(const auto contents, contentsOf(suite, report));
  for (const auto& file : contents) {
    const std::string_view name = file.name;
    if (name.starts_with(definitionsFolder)) {
      auto read = readDefinition(*file.content, file.name, DefinitionSource::store);
      if (!read) return incomplete(report, file);
      auto compiled = CompiledDefinition::compile(std::move(*read));
      if (!compiled || !catalogue->definitions.addKept(std::move(*compiled))) return incomplete(report, file);
    } else if (name.starts_with(pluginsFolder) && name.ends_with(textsName)) {
      texts.emplace(name.substr(pluginsFolder.size(), name.size() - pluginsFolder.size() - textsName.size()),
                    *file.content);
    } else if (std::any_of(suite.catalogue.files.begin(), suite.catalogue.files.end(),
                           [&](const CatalogueFile& one) { return one.name == name; })) {
      files.push_back({file.name, file.digest, *file.content});
    }
  }
  CCHC_CHECK(readFiles(*catalogue, std::move(files)));
  CCHC_TRY(catalogue->plugins, suite.catalogue.plugins.withTexts(texts));
  return std::shared_ptr<const Catalogue>(std::move(catalogue));
}

Result<std::vector<IssuedFile>> installedFiles(Suite& suite, const IssuedReport& report) {
  ConsolidationInput input;
  CCHC_TRY(input.period, periodOf(suite, report.period));
  input.definitions = suite.definitions->inForce(input.period.end);
  return filesOf(suite, input);
}

// Whether consolidating depends on the file: not on those for rendering, nor on what is known by its digest alone.
bool shapesContent(const IssuedFileState& state) {
  const auto& name = state.file.name;
  return state.kept && !name.ends_with(".xsl") && name != schemaFileName(reportSchema);
}

Result<std::unique_ptr<Suite>> suiteFor(Suite& suite, const IssuedReport& report) {
  CCHC_TRY(const auto states, fileStates(suite, report));
  const bool same = std::none_of(states.begin(), states.end(), [](const IssuedFileState& one) {
    return shapesContent(one) && one.state != IssuedFileState::State::same;
  });
  if (same) return std::unique_ptr<Suite>();
  auto options = suite.options;
  options.withoutOutbox = true;
  CCHC_TRY(options.catalogue, catalogueOf(suite, report));
  return openSuite(std::move(options));
}

}  // namespace

Result<std::vector<IssuedFile>> filesOf(Suite& suite, const ConsolidationInput& input) {
  std::vector<IssuedFile> files;
  for (const auto& compiled : input.definitions) {
    const auto& definition = compiled->definition();
    files.push_back(
        {std::string(definitionsFolder) + definition.id.value + "-" + std::to_string(definition.version) + ".xml",
         definition.digest, definition.xml});
  }
  for (const auto& file : suite.catalogue.files) files.push_back({file.name, file.digest, file.content});
  CCHC_CHECK(addStyleSheets(suite.options.resources.schemas, files));
  for (const auto& plugin : suite.catalogue.plugins.plugins()) {
    if (plugin.quarantined) continue;
    const auto folder = std::string(pluginsFolder) + plugin.id;
    if (!plugin.texts.empty()) files.push_back(keptWhole(folder + std::string(textsName), plugin.texts));
    if (!plugin.library) continue;
    CCHC_TRY(auto library, byDigest(folder + "/" + plugin.file.filename().string(), plugin.file));
    files.push_back(std::move(library));
  }
  CCHC_TRY(auto program, byDigest("program", platform::programPath()));
  files.push_back(std::move(program));
  std::sort(files.begin(), files.end(), [](const IssuedFile& a, const IssuedFile& b) { return a.name < b.name; });
  return files;
}

Result<std::unique_ptr<Suite>> suiteAsIssued(Suite& suite, const OrgUnitId& unit, const PeriodId& period) {
  CCHC_TRY(const auto all, suite.store.issuedReports(unit, period));
  if (all.empty() || all.front().reopenedAt) return std::unique_ptr<Suite>();
  return suiteFor(suite, all.front());
}

Result<IssuedReport> issuedReport(Suite& suite, const OrgUnitId& unit, const PeriodId& period, int revision) {
  CCHC_TRY(auto all, suite.store.issuedReports(unit, period));
  for (auto& report : all) {
    if (revision == 0 || report.revision == revision) return std::move(report);
  }
  return fail("issued.none", codeOf(unit) + "/" + period.value,
              {{"last", std::to_string(all.empty() ? 0 : all.front().revision)}});
}

Result<std::vector<IssuedFileState>> fileStates(Suite& suite, const IssuedReport& report) {
  CCHC_TRY(const auto installed, installedFiles(suite, report));
  std::vector<IssuedFileState> states;
  for (const auto& file : report.files) {
    if (isOwnName(file)) continue;
    const auto here = std::find_if(installed.begin(), installed.end(),
                                   [&](const IssuedFile& other) { return other.name == file.name; });
    using State = IssuedFileState::State;
    const auto state = here == installed.end()       ? State::notInstalled
                       : here->digest == file.digest ? State::same
                                                     : State::different;
    CCHC_TRY(const auto content, suite.store.keptFile(file.digest));
    states.push_back({file, state, content.has_value()});
  }
  return states;
}

Status writeIssued(Suite& suite, const IssuedReport& report, const fs::path& folder) {
  CCHC_TRY(const auto files, contentsOf(suite, report));
  const auto outside =
      std::find_if(files.begin(), files.end(), [](const IssuedFile& file) { return !staysInside(file.name); });
  if (outside != files.end()) return incomplete(report, *outside);
  for (const auto& file : files) {
    const auto target = folder / fs::path(file.name);
    std::error_code failed;
    fs::create_directories(target.parent_path(), failed);
    CCHC_CHECK(platform::writeFileDurably(target, *file.content));
  }
  std::error_code none;
  if (!fs::exists(folder / issuedReportName, none)) return {};
  auto resources = suite.options.resources;
  resources.schemas = folder / schemaFileName("");
  return renderReport(resources, folder / issuedReportName, folder / "report.html");
}

Result<std::optional<Reproduction>> reproduce(Suite& suite, const IssuedReport& report) {
  const auto fileNamed = [&](std::string_view name) {
    return std::find_if(report.files.begin(), report.files.end(),
                        [&](const IssuedFile& file) { return file.name == name; });
  };
  const auto file = fileNamed(issuedReportName), plain = fileNamed(unsignedReportName);
  if (file == report.files.end() || plain == report.files.end()) return std::optional<Reproduction>();
  CCHC_TRY(const auto bytes, suite.store.keptFile(file->digest));
  if (!bytes) return incomplete(report, *file);
  CCHC_TRY(const auto identity, readReportIdentity(*bytes, file->name));
  CCHC_TRY(const auto own, suiteFor(suite, report));
  CCHC_TRY(const auto again, reportAsOf(own ? *own : suite, report.unit, report.period, identity.created));
  const auto digest = sha256(again.xml);
  if (digest == plain->digest) return std::optional(Reproduction{true, {}});
  auto differences = reportDifferences(*bytes, again.xml);
  // Its elements are the same, so its bytes differ, or what is kept of them does.
  if (differences.empty())
    differences.push_back({ReportDifference::Kind::content, unsignedReportName, plain->digest, digest});
  return std::optional(Reproduction{false, std::move(differences)});
}

}  // namespace cchc
