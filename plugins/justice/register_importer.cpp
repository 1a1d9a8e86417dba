#include "register_importer.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace cchc::justice {
namespace {

// The first match counts, so the narrower topics come first: "công bố kết quả hệ thống hóa" is a publication, and "theo
// dõi thi hành pháp luật về xử lý vi phạm hành chính" is about violations.
constexpr std::array<plugin::ChoiceWords, 15> topics = {{
    {"access_to_law", "tiep can phap luat"},
    {"publication", "cong bo"},
    {"violations", "xu ly vi pham hanh chinh"},
    {"review", "ra soat|he thong hoa"},
    {"contest", "thi tim hieu"},
    {"law_day", "ngay phap luat"},
    {"bailiff", "thua phat lai"},
    {"legal_aid", "tro giup phap ly"},
    {"mediation", "hoa giai"},
    {"compensation", "boi thuong"},
    {"enforcement", "thi hanh phap luat"},
    {"drafting", "xay dung van ban"},
    {"training", "tap huan"},
    {"new_laws", "quoc hoi"},
    {"dissemination", "pho bien|giao duc phap luat"},
}};

// Counts the lines of a text up to a position that never moves back.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : text_(text) {}
  std::size_t lineAt(std::size_t position) {
    const auto begin = text_.begin() + static_cast<std::ptrdiff_t>(counted_);
    line_ += static_cast<std::size_t>(std::count(begin, text_.begin() + static_cast<std::ptrdiff_t>(position), '\n'));
    counted_ = position;
    return line_;
  }

 private:
  std::string_view text_;
  std::size_t counted_ = 0, line_ = 1;
};

std::string importKeyOf(const plugin::Document& document) {
  return std::string(document.symbol) + '\n' + plugin::dateShown(document.date) + '\n' + std::string(document.issuer);
}

}  // namespace

std::string_view topicOf(const plugin::Document& document) {
  // Only legal documents have the year in their number. One that names its issuer ("của Chính phủ") was issued by
  // another body.
  const bool local = document.issuerCode == "UBND" || document.issuerCode == "HĐND";
  if (!document.year.empty()) return local && document.issuer.empty() ? "legal_document" : "other";
  return plugin::choiceIn(document.title, topics).value_or("other");
}

bool importCitations(const plugin::ImportContext& context, plugin::RowSink& sink) {
  const auto text = context.text();
  plugin::ReadingContext reading;
  reading.year = context.periodYear();
  LineCounter lines(text);
  std::set<std::string> imported;
  bool any = false;
  plugin::findCitations(text, reading, [&](std::size_t begin, std::size_t end, const plugin::Document* document) {
    any = true;
    const auto line = lines.lineAt(begin);
    if (document == nullptr) {
      const auto given = std::string(text.substr(begin, end - begin));
      return sink.refuse(line, "justice.import-unreadable", {{"given", given}});
    }
    if (!imported.insert(importKeyOf(*document)).second)
      return sink.refuse(line, "justice.import-repeated", {{"symbol", std::string(document->symbol)}});
    sink.beginRow("documents", line);
    sink.value("topic", topicOf(*document));
    sink.document("document", *document);
  });
  return any;
}

}  // namespace cchc::justice
