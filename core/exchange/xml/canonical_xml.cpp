#include "core/exchange/xml/canonical_xml.h"

namespace cchc {
namespace {

// Copies the text, with references for the characters in `special`.
void escape(std::string& out, std::string_view value, std::string_view special) {
  while (true) {
    const auto at = value.find_first_of(special);
    out += value.substr(0, at);
    if (at == std::string_view::npos) return;
    switch (value[at]) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\t':
        out += "&#x9;";
        break;
      case '\n':
        out += "&#xA;";
        break;
      default:
        out += "&#xD;";
        break;
    }
    value.remove_prefix(at + 1);
  }
}

}  // namespace

CanonicalXml& CanonicalXml::open(std::string_view element) {
  out_ += '<';
  out_ += element;
  return *this;
}

CanonicalXml& CanonicalXml::attribute(std::string_view name, std::string_view value) {
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  escape(out_, value, "&<\"\t\n\r");
  out_ += '"';
  return *this;
}

CanonicalXml& CanonicalXml::close() {
  out_ += '>';
  return *this;
}

CanonicalXml& CanonicalXml::text(std::string_view value) {
  escape(out_, value, "&<>\r");
  return *this;
}

CanonicalXml& CanonicalXml::end(std::string_view element) {
  out_ += "</";
  out_ += element;
  out_ += '>';
  return *this;
}

}  // namespace cchc
