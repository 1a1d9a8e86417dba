// A small form for the tests of rules.
#pragma once
#include <string>

#include "core/definition/read_definition.h"
#include "core/model/finding.h"
#include "core/rules/evaluation.h"

namespace cchc::test {

inline std::shared_ptr<const CompiledDefinition> compiled(const std::string& body,
                                                          const std::string& id = "sample.form", int minor = 0) {
  const auto xml = "<definition xmlns=\"urn:cchc:definition:1\" id=\"" + id + "\" version=\"1\" minor=\"" +
                   std::to_string(minor) +
                   "\" place=\"I\" owner=\"sample\"><title vi=\"Mẫu\"/><group id=\"g\"><title vi=\"Nhóm\"/>" +
                   body.substr(0, body.find("<rule")) + "</group>" +
                   (body.find("<rule") == std::string::npos ? "" : body.substr(body.find("<rule"))) + "</definition>";
  const auto definition = readDefinition(xml, "sample.xml");
  if (!definition) throw std::runtime_error(messageLine(definition.error(), Language::en));
  const auto ready = CompiledDefinition::compile(*definition);
  if (!ready) throw std::runtime_error(messageLine(ready.error(), Language::en));
  return *ready;
}

inline std::string field(const std::string& id, const std::string& attributes, const std::string& inner = "") {
  return "<field id=\"" + id + "\" " + attributes + "><label vi=\"" + id + "\"/>" + inner + "</field>";
}

inline Value number(const std::string& text, Qualifier qualifier = Qualifier::exact) {
  return Value{*Decimal::parse(text), qualifier};
}

// Sets fields by id.
struct Fields {
  const CompiledDefinition& definition;
  SectionData data;
  explicit Fields(const CompiledDefinition& form) : definition(form), data(emptyData(form.definition())) {}
  Fields& with(const std::string& id, Value value) {
    data.fields[*definition.definition().fieldIndex(id)] = std::move(value);
    return *this;
  }
  Fields& with(const std::string& id, const std::string& figure, Qualifier qualifier = Qualifier::exact) {
    return with(id, number(figure, qualifier));
  }
};

inline std::string textOf(const Evaluation& evaluation, const CompiledDefinition& form, const std::string& id) {
  return encodeValue(evaluation.fields[*form.definition().fieldIndex(id)].value());
}
inline const SectionKey anyKey{DefinitionId("sample.form"), OrgUnitId("1"), PeriodId("2023-8T")};

inline std::vector<std::string> codes(const std::vector<Finding>& findings) {
  std::vector<std::string> all;
  for (const auto& finding : findings) all.push_back(finding.code);
  return all;
}

}  // namespace cchc::test
