#include "core/base/reading/citation.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/reading/citation/parts.h"
#include "core/base/reading/citation/reference.h"
#include "core/base/reading/citation/scan.h"
#include "core/base/reading/words.h"
#include "core/base/text.h"
#include "core/base/vietnamese.h"

namespace cchc::reading {
namespace {

using citation::TitleEnd;

constexpr std::size_t mostMeanings = 8;
using Documents = std::vector<DocumentReference>;

Error notADocument(std::string_view part) {
  return {"value.not-a-document", {}, {{"given", shortened(foldSpace(part))}}, ErrorKind::refusal};
}

// How the references must be written to mean these documents alone.
std::string textOf(const Documents& documents) {
  std::string text;
  for (const auto& document : documents) {
    auto one = citationText(document);
    if (citation::referenceAt(one, 0, TitleEnd::text, {}, nullptr)
            .doubtfulTitle) {  // quotation marks make the title one
      auto quoted = document;
      quoted.title = "“" + document.title + "”";
      one = citationText(quoted);
    }
    text += (text.empty() ? "" : "; ") + one;
  }
  return text;
}

// The pieces between semicolons and line ends that are not between quotation marks.
std::vector<std::string_view> piecesOf(std::string_view text) {
  std::vector<std::string_view> pieces;
  std::size_t from = 0, depth = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (text.substr(at).starts_with("“")) ++depth;
    if (text.substr(at).starts_with("”") && depth > 0) --depth;
    if (at < text.size() && text[at] == '\n') depth = 0;
    if (at < text.size() && (depth > 0 || (text[at] != ';' && text[at] != '\n'))) continue;
    if (const auto piece = scan::trimmed(text.substr(from, at - from)); !piece.empty()) pieces.push_back(piece);
    from = at + 1;
  }
  return pieces;
}

// Every combination of what was meant so far with what the next reference may mean.
void combine(std::vector<Documents>& all, const std::vector<Documents>& next) {
  const auto append = [](Documents& documents, const Documents& more) {
    documents.insert(documents.end(), more.begin(), more.end());
  };
  if (next.size() == 1) {
    for (auto& each : all) append(each, next.front());
    return;
  }
  std::vector<Documents> combined;
  for (const auto& before : all) {
    for (const auto& each : next) {
      if (combined.size() < mostMeanings) append(combined.emplace_back(before), each);
    }
  }
  all = std::move(combined);
}

struct Meant {
  std::vector<Documents> meanings;
  bool doubtfulTitle = false;
};
Result<Meant> meaningsOf(std::string_view text, const Context& context, TitleEnd titles) {
  Meant meant{{{}}};
  for (const auto piece : piecesOf(text)) {
    const DocumentType* type = nullptr;
    for (std::size_t at = 0; at < piece.size();) {
      const auto found = citation::referenceAt(piece, at, titles, context, type);
      if (found.meanings.empty()) return fail(notADocument(found.unread));
      combine(meant.meanings, found.meanings);
      meant.doubtfulTitle = meant.doubtfulTitle || found.doubtfulTitle;
      at = found.end, type = found.type;
    }
  }
  return meant;
}

}  // namespace

Reading<DocumentReference> readCitation(std::string_view given, const Context& context) {
  const auto text = prepared(given);
  if (!text) return text.error();
  if (text->empty()) return notADocument(given);
  const auto found = citation::referenceAt(*text, 0, TitleEnd::text, context, nullptr);
  const auto& meanings = found.meanings;
  if (meanings.empty()) return notADocument(found.unread);
  if (found.end < text->size() || meanings.front().size() > 1)
    return Error{"value.one-document", {}, {}, ErrorKind::refusal};
  if (meanings.size() == 1) return meanings.front().front();
  Doubt<DocumentReference> doubt;
  for (const auto& meaning : meanings) doubt.meanings.push_back({meaning.front(), textOf(meaning)});
  return doubt;
}

Reading<std::vector<DocumentReference>> readCitations(std::string_view given, const Context& context) {
  const auto text = prepared(given);
  if (!text) return text.error();
  auto meant = meaningsOf(*text, context, TitleEnd::text);
  if (!meant) return std::move(meant).error();
  auto meanings = std::move(meant->meanings);
  if (meant->doubtfulTitle) {
    if (auto separate = meaningsOf(*text, context, TitleEnd::reference))
      meanings.insert(meanings.begin(), separate->meanings.begin(), separate->meanings.end());
  }
  if (meanings.front().empty()) return notADocument(given);
  if (meanings.size() == 1) return std::move(meanings.front());
  Doubt<Documents> doubt;
  for (auto& meaning : meanings) {
    auto written = textOf(meaning);
    doubt.meanings.push_back({std::move(meaning), std::move(written)});
  }
  return doubt;
}

std::string citationText(const DocumentReference& document) {
  const auto* type = documentType(document.type);
  // A type that has no name is in the symbol: 12-LKG/TW.
  const bool inSymbol = symbolOf(document).starts_with(document.number + "-" + document.type + "/");
  const auto name = document.type.empty() || (type == nullptr && inSymbol) ? std::string() : typeName(document.type);
  const bool unnumbered = document.numberState == NumberState::notCited && !document.type.empty();
  // The name of a law follows its type; other documents without a number need a date to be references.
  const bool named = type != nullptr && citation::isNameOfLaw(*type, document.title);
  std::string text = name;
  if (named) text += " " + document.title;
  if (!unnumbered || !(document.date || named)) text += (name.empty() ? "" : " số ") + symbolOf(document);
  if (document.date) {
    const auto date = vietnamese::numericDate(*document.date);
    text += (document.date->hasDay() ? " ngày " : " ") + date;
  }
  if (!document.issuer.empty()) text += " của " + document.issuer;
  if (!document.title.empty() && !named) {
    const auto words = document.issuer.empty() ? citation::TitleWords::lower : citation::TitleWords::afterIssuer;
    text += (citation::beginsTitle(document.title, 0, words) ? " " : " về ") + document.title;
  }
  return text;
}

}  // namespace cchc::reading
