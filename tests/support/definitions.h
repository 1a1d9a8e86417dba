// Section definitions whose XML stands in the test, and sections of them, made from canonical texts.
#pragma once
#include <initializer_list>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "core/definition/read_definition.h"
#include "core/model/finding.h"
#include "core/rules/evaluation.h"

namespace cchc::test {

// `inner`: groups and rules. Throws the message of what is wrong with them.
inline std::shared_ptr<const CompiledDefinition> definition(const std::string& inner,
                                                            const std::string& id = "sample.form",
                                                            const std::string& attributes = "place=\"I\"") {
  const auto checked = [](auto result) {
    if (!result) throw std::runtime_error(messageLine(result.error(), Language::en));
    return *result;
  };
  const auto xml = "<definition xmlns=\"urn:cchc:definition:1\" id=\"" + id + "\" owner=\"sample\" " + attributes +
                   "><title vi=\"Mẫu " + id + "\"/>\n" + inner + "</definition>";
  return checked(CompiledDefinition::compile(checked(readDefinition(xml, id + ".xml"))));
}
// One group "g" of these fields, tables, views and narratives.
inline std::string group(const std::string& items, const std::string& attributes = "id=\"g\"") {
  return "<group " + attributes + "><title vi=\"Nhóm\"/>\n" + items + "</group>";
}
inline std::string field(const std::string& id, const std::string& attributes, const std::string& inner = "") {
  return "<field id=\"" + id + "\" " + attributes + "><label vi=\"" + id + "\"/>" + inner + "</field>";
}
inline std::string column(const std::string& id, const std::string& attributes, const std::string& inner = "") {
  return "<column id=\"" + id + "\" " + attributes + "><label vi=\"" + id + "\"/>" + inner + "</column>";
}
inline std::string table(const std::string& id, const std::string& columns, const std::string& attributes = "") {
  return "<table id=\"" + id + "\" " + attributes + "><title vi=\"Bảng " + id + "\"/>" + columns + "</table>";
}

// "form.xml:12" of "form.xml:12:5", "12" of "12:5".
inline std::string lineAlone(const std::string& place) {
  const auto last = place.rfind(':');
  if (last == std::string::npos) return place;
  const auto before = place.rfind(':', last - 1);
  const auto start = before == std::string::npos ? 0 : before + 1;
  const bool twoNumbers = place.find_first_not_of("0123456789", start) == last;
  return twoNumbers ? place.substr(0, last) : place;
}

// What stands in a field or cell: a canonical text as in the store ("45", "{over}45", "2023-08-28", "yes"), or a value.
struct Content {
  std::string canonical;
  Value value;
  Content(const char* text) : canonical(text) {}
  Content(std::string text) : canonical(std::move(text)) {}
  Content(Value given) : value(std::move(given)) {}
  Value as(FieldType type) const {
    if (canonical.empty()) return value;
    auto decoded = decodeValue(type, canonical);
    if (!decoded) throw std::runtime_error(canonical + ": " + messageLine(decoded.error(), Language::en));
    return *decoded;
  }
};

// A section that is filled in by ids; an id that is not there throws.
class Section {
 public:
  explicit Section(std::shared_ptr<const CompiledDefinition> form)
      : form_(std::move(form)), data_(emptyData(form_->definition())) {}

  Section& with(const std::string& field, const Content& content) {
    const auto index = form_->definition().fieldIndex(field).value();
    data_.fields[index] = content.as(form_->definition().fields[index].type);
    return *this;
  }
  // Adds a row, or fills in the one that is there.
  Section& row(const std::string& table, const std::string& id,
               const std::vector<std::pair<std::string, Content>>& cells) {
    const auto index = form_->definition().tableIndex(table).value();
    const auto& columns = form_->definition().tables[index];
    auto& rows = data_.tables[index].rows;
    auto at = rows.begin();
    while (at != rows.end() && at->id != id) ++at;
    if (at == rows.end()) at = rows.insert(at, {id, std::vector<Value>(columns.columns.size())});
    for (const auto& [column, content] : cells) {
      const auto position = columns.columnIndex(column).value();
      at->cells[position] = content.as(columns.columns[position].type);
    }
    return *this;
  }
  // The table is declared "Không phát sinh".
  Section& nothing(const std::string& table) {
    data_.tables[form_->definition().tableIndex(table).value()].nothing = true;
    return *this;
  }
  Section& paragraph(ParagraphData paragraph) {
    data_.paragraphs.push_back(std::move(paragraph));
    return *this;
  }
  Section& comment(ExplanationData explanation) {
    data_.explanations.push_back(std::move(explanation));
    return *this;
  }

  const std::shared_ptr<const CompiledDefinition>& form() const { return form_; }
  const SectionData& data() const { return data_; }

 private:
  std::shared_ptr<const CompiledDefinition> form_;
  SectionData data_;
};

inline std::vector<std::string> codesOf(const std::vector<Finding>& findings) {
  std::vector<std::string> codes;
  for (const auto& finding : findings) codes.push_back(finding.code);
  return codes;
}

}  // namespace cchc::test
