#include "plugins/justice/register_importer.h"

#include <array>
#include <set>

#include "core/base/text.h"

namespace cchc::justice {
namespace {

using plugin::view;

struct TopicWords {
  std::string_view words, topic;  // words: lower case without diacritics
};
// The first match counts, so the narrower topics come first: "công bố kết quả hệ thống hóa" is a publication, and "theo
// dõi thi hành pháp luật về xử lý vi phạm hành chính" is about violations.
constexpr std::array<TopicWords, 17> topics = {{{"tiep can phap luat", "access_to_law"},
                                                {"cong bo", "publication"},
                                                {"xu ly vi pham hanh chinh", "violations"},
                                                {"ra soat", "review"},
                                                {"he thong hoa", "review"},
                                                {"thi tim hieu", "contest"},
                                                {"ngay phap luat", "law_day"},
                                                {"thua phat lai", "bailiff"},
                                                {"tro giup phap ly", "legal_aid"},
                                                {"hoa giai", "mediation"},
                                                {"boi thuong", "compensation"},
                                                {"thi hanh phap luat", "enforcement"},
                                                {"xay dung van ban", "drafting"},
                                                {"tap huan", "training"},
                                                {"quoc hoi", "new_laws"},
                                                {"pho bien", "dissemination"},
                                                {"giao duc phap luat", "dissemination"}}};

void refuse(plugin::RowSink& sink, const Citation& citation, std::string_view code) {
  const std::array arguments = {plugin::Argument{view("symbol"), view(citation.symbol)},
                                plugin::Argument{view("date"), view(citation.wrongDate)}};
  sink.refuse(citation.line, view(code), arguments.data(), arguments.size());
}

plugin::Document documentOf(const Citation& citation) {
  plugin::Document document;
  document.type = view(citation.type);
  document.number = view(citation.number);
  document.year = view(citation.year);
  document.issuerCode = view(citation.issuerCode);
  document.issuer = view(citation.issuer);
  document.title = view(citation.title);
  document.symbol = view(citation.symbol);
  if (citation.date) document.date = {citation.date->year, citation.date->month, citation.date->day};
  document.forYear = citation.forYear;
  return document;
}

}  // namespace

std::string_view topicOf(const Citation& citation) {
  // Only legal documents have the year in their number. One that names its issuer ("của Chính phủ") was issued by
  // another body.
  const bool local = citation.issuerCode == "UBND" || citation.issuerCode == "HĐND";
  if (!citation.year.empty()) return local && citation.issuer.empty() ? "legal_document" : "other";
  const auto title = foldForSearch(citation.title);
  for (const auto& [words, topic] : topics) {
    if (title.find(words) != std::string::npos) return topic;
  }
  return "other";
}

bool importCitations(const plugin::Text& input, plugin::RowSink& sink) noexcept try {
  const auto text = normaliseText(plugin::text(input));
  if (!text) return false;
  const auto citations = citationsIn(*text);
  std::set<std::string> imported;
  for (const auto& citation : citations) {
    if (!citation.wrongDate.empty()) {
      refuse(sink, citation, "justice.import-date");
      continue;
    }
    if (!imported.insert(citation.symbol + " " + (citation.date ? citation.date->toText() : "") + " " + citation.issuer)
             .second) {
      refuse(sink, citation, "justice.import-repeated");
      continue;
    }
    sink.beginRow(view("documents"));
    sink.cell(view("topic"), view(topicOf(citation)));
    sink.document(view("document"), documentOf(citation));
  }
  return !citations.empty();
} catch (...) {
  return false;
}

}  // namespace cchc::justice
