#include "tests/core/exchange/libxml_oracle.h"

#include <libxml/c14n.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include <catch2/catch.hpp>
#include <cstring>

#include "core/base/text.h"

namespace cchc::oracle {
namespace {

void silent(void*, const char*, ...) {}
void silentStructured(void*, xmlErrorPtr) {}

std::string nfc(std::string_view text) {
  auto normalised = normaliseText(text);
  return normalised ? *normalised : "?" + std::string(text);
}

std::string take(xmlChar* text) {
  std::string result = text == nullptr ? "" : reinterpret_cast<const char*>(text);
  xmlFree(text);
  return result;
}
std::string attribute(xmlNode* node, const char* name) { return nfc(take(xmlGetNoNsProp(node, BAD_CAST name))); }
std::string textOf(xmlNode* node) { return nfc(take(xmlNodeGetContent(node))); }
bool named(xmlNode* node, const char* name) {
  return node->type == XML_ELEMENT_NODE && std::strcmp(reinterpret_cast<const char*>(node->name), name) == 0;
}

// A value with its documents, attachment, qualifier, denominator and base on one line; "" for a blank one.
std::string valueOf(xmlNode* node) {
  std::string elements;
  for (auto* child = node->children; child != nullptr; child = child->next) {
    if (child->type != XML_ELEMENT_NODE) continue;
    elements += reinterpret_cast<const char*>(child->name);
    std::map<std::string, std::string> parts;
    for (auto* each = child->properties; each != nullptr; each = each->next) {
      const auto* name = reinterpret_cast<const char*>(each->name);
      parts[name] = attribute(child, name);
    }
    if (parts["number-state"] == "known") parts["number-state"] = "";
    for (const auto& [name, value] : parts) elements += value.empty() ? "" : "|" + name + "=" + value;
    elements += ";";
  }
  auto content = elements.empty() ? textOf(node) : elements;
  // "-0" and "007" are the numbers 0 and 7.
  if (const auto number = Decimal::parse(content)) content = number->toText();
  if (attribute(node, "id") == "areas") content = foldSpace(content);  // a list
  const auto qualifier = attribute(node, "qualifier");
  return content.empty() ? ""
                         : "{" + (qualifier == "exact" ? "" : qualifier) + "}{" + attribute(node, "denominator") +
                               "}{" + attribute(node, "base") + "}" + content;
}

std::string part(std::string_view name, std::string_view value) {
  return value.empty() ? "" : "|" + std::string(name) + "=" + std::string(value);
}

std::string documentText(const DocumentReference& d) {
  constexpr const char* roles[] = {"", "basis", "issued", "received"};
  constexpr const char* states[] = {"", "missing", "not-cited"};
  return "document" + part("date", d.date ? d.date->toText() : "") +
         part("for-year", d.forYear ? std::to_string(*d.forYear) : "") + part("implements", d.implements) +
         part("issuer", d.issuer) + part("issuer-code", d.issuerCode) + part("number", d.number) +
         part("number-state", states[int(d.numberState)]) + part("role", roles[int(d.role)]) +
         part("symbol", d.symbol) + part("title", d.title) + part("type", d.type) + part("year", d.year) + ";";
}

std::string valueText(const Value& value) {
  std::string content;
  if (const auto* documents = value.documents()) {
    for (const auto& each : *documents) content += documentText(each);
  } else if (const auto* a = std::get_if<Attachment>(&value.content)) {
    content = "attachment" + part("digest", a->digest) + part("media-type", a->mediaType) + part("name", a->name) +
              part("size", std::to_string(a->size)) + ";";
  } else {
    content = lexical(value);
    if (const auto number = Decimal::parse(content)) content = number->toText();
  }
  const std::string denominator = value.denominator == DenominatorState::unknown     ? "unknown"
                                  : value.denominator == DenominatorState::noneArose ? "none-arose"
                                                                                     : "";
  const std::string qualifier = value.qualifier == Qualifier::exact ? "" : std::string(qualifierName(value.qualifier));
  return content.empty()
             ? ""
             : "{" + qualifier + "}{" + denominator + "}{" + std::string(rateBaseName(value.base)) + "}" + content;
}

void put(std::map<std::string, std::string>& values, const std::string& place, std::string value) {
  if (!value.empty()) values[nfc(place)] = nfc(value);
}

}  // namespace

Document::Document(std::string_view bytes) {
  xmlSetGenericErrorFunc(nullptr, silent);
  xmlSetStructuredErrorFunc(nullptr, silentStructured);
  auto* context = xmlNewParserCtxt();
  auto* document = xmlCtxtReadMemory(context, bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr,
                                     XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (document != nullptr && (context->nsWellFormed == 0 || context->wellFormed == 0)) {
    xmlFreeDoc(document);
    document = nullptr;
  }
  xmlFreeParserCtxt(context);
  document_ = document;
}

Document::~Document() {
  if (document_ != nullptr) xmlFreeDoc(static_cast<xmlDoc*>(document_));
}

std::map<std::string, std::string> Document::values() const {
  std::map<std::string, std::string> values;
  auto* root = xmlDocGetRootElement(static_cast<xmlDoc*>(document_));
  auto* content = root->children;
  while (content != nullptr && !named(content, "content")) content = content->next;
  if (content == nullptr) return values;
  for (const auto* name :
       {"definition", "version", "definition-digest", "unit", "period", "reporter", "revision", "journal-head"}) {
    put(values, std::string("@") + name, attribute(content, name));
  }
  for (auto* node = content->children; node != nullptr; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    const auto id = attribute(node, "id");
    if (named(node, "submitted")) {
      for (const auto* name : {"at", "by", "login", "station"})
        put(values, std::string("@") + name, attribute(node, name));
    } else if (named(node, "entered-for")) {
      for (const auto* name : {"asked-by", "asked-on", "by"})
        put(values, std::string("@entered-for ") + name, attribute(node, name));
      put(values, "@entered-for places", foldSpace(attribute(node, "places")));
    } else if (named(node, "field")) {
      put(values, id, valueOf(node));
    } else if (named(node, "table")) {
      put(values, id + " nothing", attribute(node, "nothing"));
      for (auto* row = node->children; row != nullptr; row = row->next) {
        for (auto* cell = named(row, "row") ? row->children : nullptr; cell != nullptr; cell = cell->next) {
          if (named(cell, "cell"))
            put(values, id + "[" + attribute(row, "id") + "]." + attribute(cell, "column"), valueOf(cell));
        }
      }
    } else if (named(node, "group")) {
      put(values, "group:" + id, attribute(node, "nothing"));
    } else if (named(node, "paragraph")) {
      put(values, "¶" + id, attribute(node, "basis") + "|" + attribute(node, "confirmed") + "|" + textOf(node));
    } else if (named(node, "comment")) {
      put(values, "#" + attribute(node, "code") + "@" + attribute(node, "place"), "=" + textOf(node));
    } else if (named(node, "kept")) {
      values["kept:" + attribute(node, "place")] += "=" + textOf(node);
    }
  }
  return values;
}

std::map<std::string, std::string> valuesOf(const Package& package, const SectionDefinition& definition) {
  std::map<std::string, std::string> values;
  const auto& [header, data, attachments] = package;
  put(values, "@definition", header.key.definition.value);
  put(values, "@version", std::to_string(header.definitionVersion));
  put(values, "@definition-digest", header.definitionDigest);
  put(values, "@unit", header.key.unit.value);
  put(values, "@period", header.key.period.value);
  put(values, "@reporter", header.reporter.value);
  put(values, "@revision", std::to_string(header.revision));
  put(values, "@journal-head", header.journalHead);
  put(values, "@at", timeText(header.submittedAt));
  put(values, "@by", header.submittedBy.name);
  put(values, "@login", header.submittedBy.login);
  put(values, "@station", header.submittedBy.station);
  if (header.enteredFor) {
    put(values, "@entered-for by", header.enteredFor->by.value);
    put(values, "@entered-for asked-by", header.enteredFor->askedBy);
    put(values, "@entered-for asked-on", header.enteredFor->askedOn.toText());
    std::string places;
    for (const auto& place : header.enteredFor->places) places += (places.empty() ? "" : " ") + placeText(place);
    put(values, "@entered-for places", places);
  }
  for (std::size_t i = 0; i < data.fields.size(); ++i) put(values, definition.fields[i].id, valueText(data.fields[i]));
  for (std::size_t t = 0; t < data.tables.size(); ++t) {
    const auto& table = definition.tables[t];
    put(values, table.id + " nothing", data.tables[t].nothing ? "yes" : "");
    for (const auto& row : data.tables[t].rows) {
      for (std::size_t c = 0; c < row.cells.size(); ++c)
        put(values, table.id + "[" + row.id + "]." + table.columns[c].id, valueText(row.cells[c]));
    }
  }
  for (std::size_t i = 0; i < data.groupNothing.size(); ++i)
    put(values, "group:" + definition.groups[i].id, data.groupNothing[i] ? "yes" : "");
  for (const auto& each : data.paragraphs) {
    put(values, "¶" + each.id,
        each.basis + "|" + (each.confirmed ? std::to_string(*each.confirmed) : "") + "|" + each.text.value_or(""));
  }
  for (const auto& each : data.explanations)
    put(values, "#" + each.code + "@" + placeText(each.place), "=" + each.text);
  for (const auto& each : data.kept) values["kept:" + nfc(placeText(each.place))] += "=" + each.value;
  return values;
}

std::string Document::canonicalContent() const {
  auto* document = static_cast<xmlDoc*>(document_);
  const auto inside = [](void*, xmlNode* node, xmlNode* parent) -> int {
    for (auto* at = node->type == XML_NAMESPACE_DECL || node->type == XML_ATTRIBUTE_NODE ? parent : node; at != nullptr;
         at = at->parent) {
      if (at->type == XML_ELEMENT_NODE && named(at, "content")) return 1;
    }
    return 0;
  };
  auto* buffer = xmlAllocOutputBuffer(nullptr);
  const int written = xmlC14NExecute(document, inside, nullptr, XML_C14N_EXCLUSIVE_1_0, nullptr, 0, buffer);
  std::string octets = written < 0 ? ""
                                   : std::string(reinterpret_cast<const char*>(xmlOutputBufferGetContent(buffer)),
                                                 xmlOutputBufferGetSize(buffer));
  xmlOutputBufferClose(buffer);
  return octets;
}

Schema::Schema(const std::string& path) {
  auto* parser = xmlSchemaNewParserCtxt(path.c_str());
  schema_ = xmlSchemaParse(parser);
  xmlSchemaFreeParserCtxt(parser);
  if (schema_ == nullptr) FAIL("no schema: " << path);
}

Schema::~Schema() { xmlSchemaFree(static_cast<xmlSchema*>(schema_)); }

bool Schema::accepts(const Document& document) const {
  auto* context = xmlSchemaNewValidCtxt(static_cast<xmlSchema*>(schema_));
  xmlSchemaSetValidErrors(context, silent, silent, nullptr);
  xmlSchemaSetValidStructuredErrors(context, silentStructured, nullptr);
  const bool valid = xmlSchemaValidateDoc(context, static_cast<xmlDoc*>(document.get())) == 0;
  xmlSchemaFreeValidCtxt(context);
  return valid;
}

const Schema& submissionSchema() {
  static const Schema schema(CCHC_SOURCE "/schemas/submission.xsd");
  return schema;
}

}  // namespace cchc::oracle
