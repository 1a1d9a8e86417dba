#include "core/app/suite/definition_check.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "core/base/reading/similar.h"
#include "core/definition/read_definition.h"
#include "core/narrative/narrative.h"
#include "core/rendering/schema.h"

namespace cchc {
namespace {

std::string departmentOf(const DefinitionId& id) { return id.value.substr(0, id.value.find('.')); }

struct Read {
  const DefinitionFile& file;
  DefinitionProblems problems;
  std::shared_ptr<const SectionDefinition> definition;  // null: nothing more can be said of it
  std::shared_ptr<const CompiledDefinition> compiled;
};

class Together {
 public:
  Together(const Schema& schema, const std::vector<OutlineEntry>& outline, DefinitionSet& known)
      : schema_(schema), known_(known) {
    addPlaces(outline);
  }

  void read(const std::vector<DefinitionFile>& files) {
    std::set<std::string> incomplete;
    for (const auto& file : files) {
      auto& one = read_.emplace_back(Read{file, DefinitionProblems(file.file), nullptr, nullptr});
      one.definition = readDefinition(file.xml, one.problems);
      if (!one.definition) incomplete.insert(file.department);
    }
    for (const auto& definition : known_.registry().all()) add(*definition);
    for (const auto& one : read_) {
      if (!one.definition) continue;
      add(*one.definition);
      for (const auto& name : one.problems.uncertain) together_.uncertain.insert(one.definition->id.value + "/" + name);
    }
    // Of a file that cannot be read and is of no known department, anything may be missing.
    if (incomplete.contains("")) together_.complete.clear();
    for (const auto& department : incomplete) together_.complete.erase(department);
  }

  std::vector<CheckedDefinition> check() {
    for (auto& one : read_) {
      if (one.definition) checkOne(one);
      checkSchema(one);
    }
    std::vector<CheckedDefinition> checked;
    for (auto& one : read_) {
      if (one.compiled) admit(one);
      auto problems = one.problems.all();
      std::stable_sort(problems.begin(), problems.end(), [](const DefinitionProblem& a, const DefinitionProblem& b) {
        return std::pair(a.at.line, a.at.column) < std::pair(b.at.line, b.at.column);
      });
      checked.push_back({one.definition ? one.definition->id : DefinitionId(),
                         one.problems.anyErrors() ? nullptr : one.compiled, std::move(problems)});
    }
    return checked;
  }

 private:
  void addPlaces(const std::vector<OutlineEntry>& entries) {
    for (const auto& entry : entries) {
      places_.push_back(entry.place.id);
      addPlaces(entry.places);
    }
  }
  void add(const SectionDefinition& definition) {
    together_.byId[definition.id.value].push_back(&definition);
    for (const auto& older : definition.renamedFrom) together_.byId[older].push_back(&definition);
    together_.complete.insert(departmentOf(definition.id));
  }

  void checkOne(Read& one) const {
    one.compiled = CompiledDefinition::compile(one.definition, one.problems, together_);
    checkNarratives(*one.definition, one.problems);
    checkOwner(one);
    checkPlaces(one);
    noteNotSummed(one);
  }

  static FilePosition at(const Read& one, int line, std::string_view attribute) {
    return attributePosition(one.definition->xml, line, attribute);
  }

  static void checkOwner(Read& one) {
    const auto& form = *one.definition;
    const auto& owner = one.file.department.empty() ? form.owner : one.file.department;
    const auto wrong = [&](std::string_view attribute, const std::string& given) {
      one.problems.error("definition.wrong-owner", at(one, form.line, attribute),
                         {{"attribute", std::string(attribute)}, {"given", given}, {"owner", owner}});
    };
    if (!form.owner.empty() && form.owner != owner) wrong("owner", form.owner);
    if (!form.id.value.empty() && departmentOf(form.id) != owner) {
      // If only the two attributes differ, it is not known which of them is wrong; the owner is named.
      wrong(one.file.department.empty() ? "owner" : "id", one.file.department.empty() ? form.owner : form.id.value);
    }
  }

  void checkPlaces(Read& one) const {
    const auto& form = *one.definition;
    checkPlace(one, form.place, form.line, "place");
    for (const auto& group : form.groups) {
      if (group.place != form.place) checkPlace(one, group.place, group.line, "place");
    }
    for (const auto& table : form.tables) checkPlace(one, table.contributes, table.line, "contributes");
  }
  void checkPlace(Read& one, const std::string& place, int line, std::string_view attribute) const {
    if (place.empty() || std::find(places_.begin(), places_.end(), place) != places_.end()) return;
    std::string known;
    for (const auto& each : places_) known += (known.empty() ? "" : ", ") + each;
    one.problems.error("definition.unknown-place", at(one, line, attribute), {{"place", place}, {"known", known}});
  }

  // A value of a unit below either is in a sum, or its form says that it stays.
  static void noteNotSummed(Read& one) {
    const auto& form = *one.definition;
    std::string names;
    int count = 0;
    const auto note = [&](const std::string& id) {
      names += (names.empty() ? "" : ", ") + id;
      ++count;
    };
    for (const auto& field : form.fields) {
      if (field.aggregation == Aggregation::none && !field.annex) note(field.id);
    }
    for (const auto& table : form.tables) {
      if (table.id == "other_facts" || !table.contributes.empty()) continue;
      if (table.aggregation == TableAggregation::none) note(table.id);
      if (table.aggregation != TableAggregation::byRow) continue;
      for (const auto& column : table.columns) {
        if (column.aggregation == Aggregation::none) note(table.id + "." + column.id);
      }
    }
    if (count > 0)
      one.problems.information("definition.not-summed", {form.line, 0},
                               {{"count", std::to_string(count)}, {"names", names}});
  }

  void checkSchema(Read& one) const {
    const bool silent = !one.problems.anyErrors();
    for (const auto& [line, error] : schema_.problems(one.file.xml, one.file.file)) {
      // One wrong element makes a validator name others too.
      if (silent || (line > 0 && one.definition && !one.problems.anyAt(line)))
        one.problems.error(error.code, {line, 0}, error.parameters);
    }
  }

  // What concerns other definitions that came before.
  void admit(Read& one) {
    const auto& form = *one.definition;
    checkCodes(one);
    if (one.problems.anyErrors()) return;
    for (const auto& other : known_.registry().all()) checkOrder(one, *other);
    if (auto added = known_.add(one.compiled); !added)
      one.problems.error(added.error().code,
                         at(one, form.line, added.error().code == "definition.duplicate" ? "id" : "version"),
                         added.error().parameters);
  }

  void checkCodes(Read& one) const {
    const auto check = [&](const FieldDefinition& field, const std::string& name) {
      if (field.code.empty()) return;
      for (const auto& other : known_.registry().all()) {
        if (other->id == one.definition->id) continue;
        for (const auto& theirs : other->fields) {
          if (theirs.code != field.code) continue;
          one.problems.error("definition.duplicate-code", at(one, field.line, "code"),
                             {{"code", field.code}, {"id", name}, {"other", other->id.value + "/" + theirs.id}});
          return;
        }
      }
    };
    for (const auto& field : one.definition->fields) check(field, field.id);
  }

  static void checkOrder(Read& one, const SectionDefinition& other) {
    if (departmentOf(other.id) == departmentOf(one.definition->id)) return;
    for (const auto& group : one.definition->groups) {
      for (const auto& theirs : other.groups) {
        if (theirs.place == group.place && theirs.order == group.order)
          one.problems.warning("definition.same-order", at(one, group.line, "order"),
                               {{"id", group.id},
                                {"other", other.id.value + "/" + theirs.id},
                                {"place", group.place},
                                {"order", std::to_string(group.order)}});
      }
    }
  }

  const Schema& schema_;
  std::vector<std::string> places_;  // of the outline
  DefinitionSet& known_;
  DefinitionsTogether together_;
  std::vector<Read> read_;
};

}  // namespace

std::vector<CheckedDefinition> checkDefinitions(const std::vector<DefinitionFile>& files, const Schema& schema,
                                                const std::vector<OutlineEntry>& outline, DefinitionSet& known) {
  Together together(schema, outline, known);
  together.read(files);
  return together.check();
}

}  // namespace cchc
