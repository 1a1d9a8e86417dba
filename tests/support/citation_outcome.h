// What reading references gives, in one line, for tables and generated cases.
#pragma once
#include <string>
#include <variant>
#include <vector>

#include "core/base/document_reference.h"
#include "core/base/reading/reading.h"

namespace cchc::test {

// "KH 04/KH-UBND 2023-01-10 của {UBND huyện} {về …}"
inline std::string shown(const DocumentReference& document) {
  auto text = document.type + " " + symbolOf(document);
  if (document.date) text += " " + document.date->toText();
  if (!document.issuer.empty()) text += " của {" + document.issuer + "}";
  if (!document.title.empty()) text += " {" + document.title + "}";
  return text;
}
inline std::string shown(const std::vector<DocumentReference>& documents) {
  std::string text;
  for (const auto& document : documents) text += (text.empty() ? "" : "; ") + shown(document);
  return text;
}

// "value KH 04/KH-UBND", "doubt Luật số 72/2025/QH15; Nghị quyết số 72/2025/QH15", "refuse value.not-a-document"
inline std::string outcome(const reading::Reading<std::vector<DocumentReference>>& read) {
  if (const auto* documents = std::get_if<std::vector<DocumentReference>>(&read)) return "value " + shown(*documents);
  if (const auto* error = std::get_if<Error>(&read)) return "refuse " + error->code;
  std::string all;
  for (const auto& meaning : std::get<reading::Doubt<std::vector<DocumentReference>>>(read).meanings)
    all += (all.empty() ? "" : "; ") + meaning.text;
  return "doubt " + all;
}

}  // namespace cchc::test
