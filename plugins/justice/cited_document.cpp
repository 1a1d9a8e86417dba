#include "plugins/justice/cited_document.h"

#include <charconv>

#include "core/base/text.h"

namespace cchc::justice {
namespace {

// 0: it is not a number. The number of a document is never 0.
int wholeNumber(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() && value > 0 ? value : 0;
}

std::optional<CitedDocument> cited(const plugin::Place& place, const plugin::Document& document) {
  const auto date = plugin::dateOf(document.date);
  const int number =
      document.numberState == plugin::NumberState::known ? wholeNumber(plugin::text(document.number)) : 0;
  if (!date || number == 0) return std::nullopt;
  const int numberYear = wholeNumber(plugin::text(document.year));
  auto body = bodyKey(plugin::text(document.issuer)) + '\n' + std::string(plugin::text(document.type)) + '\n' +
              foldForSearch(plugin::text(document.issuerCode));
  if (numberYear != 0) body += "\nyear";  // 01/2023/QĐ-UBND and 01/QĐ-UBND belong to two series of one issuer
  return CitedDocument{place, document, std::move(body), number, numberYear, *date};
}

}  // namespace

std::string bodyKey(std::string_view issuer) {
  auto key = foldForSearch(foldSpace(issuer));
  constexpr std::string_view longForm = "uy ban nhan dan";
  if (const auto at = key.find(longForm); at != std::string::npos) key.replace(at, longForm.size(), "ubnd");
  return key;
}

std::vector<CitedDocument> citedDocuments(const plugin::SectionReader& section) {
  std::vector<CitedDocument> found;
  for (std::size_t i = 0; i < section.documentPlaceCount(); ++i) {
    plugin::Place place;
    if (!section.documentPlace(i, &place)) continue;
    for (std::size_t k = 0; k < section.documentCount(place); ++k) {
      plugin::Document document;
      if (!section.document(place, k, &document)) continue;
      if (auto one = cited(place, document)) found.push_back(std::move(*one));
    }
  }
  return found;
}

}  // namespace cchc::justice
