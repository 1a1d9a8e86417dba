// Writes values files in XML.
#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/format_version.h"
#include "core/exchange/values/value_element.h"
#include "core/exchange/values/values_file.h"
#include "core/exchange/xml/canonical_xml.h"

namespace cchc {
namespace {

// Writes one element per line. There is no space around the text of an element, so that exactly this text is read back.
class ValuesWriter {
 public:
  explicit ValuesWriter(std::string& out) : out_(out), xml_(out) {}

  int minor() const { return xml_.minor(); }

  void value(std::string_view indent, std::string_view element, std::string_view id, const Value& value) {
    out_ += indent;
    xml_.open(element)
        .attribute("id", id)
        .since(1, "base", rateBaseName(value.base))
        .optional("denominator", denominatorName(value.denominator))
        .optional("qualifier", qualifierText(value))
        .close();
    writeValueContent(xml_, value);
    xml_.end(element);
    out_ += '\n';
  }

  void table(const TableDefinition& table, const TableData& data) {
    bool any = false;
    for (const auto& row : data.rows) any = any || !skipped(table, row);
    if (!any && !data.nothing) return;
    out_ += "  ";
    xml_.open("table").attribute("id", table.id);
    if (!any) {
      xml_.attribute("nothing", "yes").close().end("table");
      out_ += '\n';
      return;
    }
    xml_.attribute("replace", "yes").close();
    out_ += '\n';
    for (const auto& row : data.rows) {
      if (!skipped(table, row)) this->row(table, row);
    }
    out_ += "  ";
    xml_.end("table");
    out_ += '\n';
  }

  void texts(const SectionDefinition& definition, const SectionData& data) {
    for (std::size_t i = 0; i < data.groupNothing.size(); ++i) {
      if (data.groupNothing[i])
        line(xml_.open("group").attribute("id", definition.groups[i].id).attribute("nothing", "yes"), "", "group");
    }
    for (const auto& paragraph : data.paragraphs) {
      xml_.open("paragraph").attribute("id", paragraph.id).optional("basis", paragraph.basis);
      if (paragraph.confirmed) xml_.attribute("confirmed", std::to_string(*paragraph.confirmed));
      line(xml_, paragraph.text.value_or(""), "paragraph");
    }
    for (const auto& explanation : data.explanations) {
      line(xml_.open("comment").attribute("code", explanation.code).optional("place", placeText(explanation.place)),
           explanation.text, "comment");
    }
  }

 private:
  static bool skipped(const TableDefinition& table, const Row& row) {
    for (const auto& cell : row.cells) {
      if (!isEmptyValue(cell)) return false;
    }
    return table.fixed;
  }

  void row(const TableDefinition& table, const Row& row) {
    out_ += "    ";
    xml_.open("row").attribute("id", row.id).close();
    out_ += '\n';
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (!isEmptyValue(row.cells[i])) value("      ", "cell", table.columns[i].id, row.cells[i]);
    }
    out_ += "    ";
    xml_.end("row");
    out_ += '\n';
  }

  void line(CanonicalXml& xml, std::string_view text, std::string_view element) {
    xml.close().text(text).end(element);
    out_ += '\n';
  }

  std::string& out_;
  CanonicalXml xml_;
};

}  // namespace

std::string writeValuesXml(const SectionDefinition& definition, const SectionData& data) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<values xmlns=\"";
  out.append(valuesFormat.space).append("\"");
  const auto afterNamespace = out.size();
  out += ">\n";
  ValuesWriter writer(out);
  for (std::size_t i = 0; i < data.fields.size(); ++i) {
    if (!isEmptyValue(data.fields[i])) writer.value("  ", "field", definition.fields[i].id, data.fields[i]);
  }
  for (std::size_t i = 0; i < data.tables.size(); ++i) writer.table(definition.tables[i], data.tables[i]);
  writer.texts(definition, data);
  // Minor version 0 is written without the attribute, which the programs of that version do not know.
  if (writer.minor() != 0) out.insert(afterNamespace, " minor=\"" + std::to_string(writer.minor()) + "\"");
  return out += "</values>\n";
}

}  // namespace cchc
