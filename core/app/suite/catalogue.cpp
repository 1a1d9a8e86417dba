#include "core/app/suite/catalogue.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "core/app/suite/definition_check.h"
#include "core/base/digest.h"
#include "core/base/platform.h"
#include "core/base/reading/similar.h"
#include "core/rendering/schema.h"

namespace cchc {
namespace {

constexpr const char* outlineFile = "report-outline.xml";
constexpr const char* documentsFile = "central-documents.xml";

Result<std::vector<CatalogueFile>> readInstalledFiles(const Resources& resources) {
  std::vector<CatalogueFile> files;
  for (const auto* name : {outlineFile, documentsFile}) {
    CCHC_TRY(auto content, readFile(resources.schemas / name));
    auto digest = sha256(content);
    files.push_back({schemaFileName(name), std::move(digest), std::move(content)});
  }
  return files;
}

// The errors of each definition; none: it was added.
std::vector<AnsweredDefinition> admit(Catalogue& catalogue, const std::vector<OfferedDefinition>& offered,
                                      const Schema& schema) {
  std::vector<DefinitionFile> files;
  for (const auto& one : offered) files.push_back({one.department, one.file, one.xml});
  std::vector<AnsweredDefinition> answers;
  for (const auto& checked : checkDefinitions(files, schema, catalogue.outline.places, catalogue.definitions)) {
    auto& answer = answers.emplace_back(AnsweredDefinition{checked.id, {}});
    for (const auto& problem : checked.problems) {
      if (problem.severity == Severity::error) answer.reasons.push_back(errorOf(problem));
    }
  }
  return answers;
}

// What the office leaves out on purpose names something that is there, in one version or another.
std::vector<Error> leftOutFaults(const Catalogue& catalogue) {
  std::vector<std::string> definitions;
  for (const auto& one : catalogue.definitions.registry().all()) definitions.push_back(one->id.value);
  std::vector<Error> faults;
  for (std::size_t i = 0; i < catalogue.outline.leftOut.size(); ++i) {
    const auto& part = catalogue.outline.leftOut[i];
    const auto& at = catalogue.outline.leftOutAt[i];
    std::vector<std::string> groups;
    for (const auto& one : catalogue.definitions.registry().all()) {
      if (one->id != part.definition) continue;
      for (const auto& group : one->groups) groups.push_back(group.id);
    }
    const auto unknown = [&](const char* code, const std::string& given, const std::vector<std::string>& known) {
      Error fault{code, at, {{"given", given}, {"definition", part.definition.value}}, ErrorKind::refusal};
      addSimilar(fault.parameters, given, known);
      faults.push_back(std::move(fault));
    };
    if (std::find(definitions.begin(), definitions.end(), part.definition.value) == definitions.end())
      unknown("outline.unknown-definition", part.definition.value, definitions);
    else if (!part.group.empty() && std::find(groups.begin(), groups.end(), part.group) == groups.end())
      unknown("outline.unknown-group", part.group, groups);
  }
  return faults;
}

}  // namespace

std::string schemaFileName(std::string_view name) { return "schemas/" + std::string(name); }

Status readFiles(Catalogue& catalogue, std::vector<CatalogueFile> files) {
  catalogue.outline = {};
  catalogue.centralDocuments.clear();
  for (const auto& file : files) {
    if (file.name == schemaFileName(outlineFile)) {
      CCHC_TRY(catalogue.outline, readOutline(file.content, outlineFile));
    } else if (file.name == schemaFileName(documentsFile)) {
      CCHC_TRY(auto documents, readCentralDocuments(file.content, documentsFile));
      for (auto& document : documents) catalogue.centralDocuments.emplace(document.symbol, std::move(document));
    }
  }
  catalogue.files = std::move(files);
  return {};
}

Result<Catalogue> loadCatalogue(const Resources& resources, const std::vector<std::filesystem::path>& pluginFolders) {
  std::vector<PluginFolder> folders{{resources.plugins, PluginFolder::Kind::withLibraries}};
  for (const auto& folder : pluginFolders) {
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored))
      return fail("plugin.no-folder", folder.string(), {}, ErrorKind::usage);
    folders.push_back({folder, PluginFolder::Kind::withLibraries});
  }
  for (const auto& folder : resources.definitions) folders.push_back({folder, PluginFolder::Kind::definitionsOnly});

  Catalogue catalogue;
  CCHC_TRY(auto files, readInstalledFiles(resources));
  CCHC_CHECK(readFiles(catalogue, std::move(files)));
  for (const auto& folder : folders) catalogue.plugins.load(folder, resources.loadingMarks);
  const auto schema = Schema::load(resources.schemas / "section-definition.xsd");
  catalogue.plugins.admitDefinitions([&](const std::vector<OfferedDefinition>& offered) {
    if (schema) return admit(catalogue, offered, *schema);
    return std::vector<AnsweredDefinition>(offered.size(), {{}, {schema.error()}});
  });
  catalogue.outlineFaults = leftOutFaults(catalogue);
  return catalogue;
}

Result<std::shared_ptr<const Catalogue>> loadInstalledCatalogue(
    const Resources& resources, const std::vector<std::filesystem::path>& pluginFolders) {
  CCHC_TRY(auto catalogue, loadCatalogue(resources, pluginFolders));
  return std::make_shared<const Catalogue>(std::move(catalogue));
}

}  // namespace cchc
