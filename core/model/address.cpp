#include "core/model/address.h"

#include <algorithm>
#include <charconv>

namespace cchc {
namespace {

constexpr std::string_view paragraphMark = "¶", groupMark = "group:", stateWord = "state", explanationMark = "#",
                           keptMark = "kept:", remarkMark = "remark:", submissionMark = "submission:",
                           importMark = "import:";

bool isId(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
           c == '-';
  });
}

// The rest of a text that begins with the mark.
std::optional<std::string_view> after(std::string_view mark, std::string_view text) {
  return text.starts_with(mark) ? std::optional(text.substr(mark.size())) : std::nullopt;
}

// "table[row]" or "table[row].column"; the id of a row has no brackets.
std::optional<Place::Kind> readRow(std::string_view text) {
  const auto open = text.find('['), close = text.find(']');
  if (open == std::string_view::npos || close == std::string_view::npos || close <= open + 1) return std::nullopt;
  const auto table = text.substr(0, open), row = text.substr(open + 1, close - open - 1), rest = text.substr(close + 1);
  if (!isId(table) || row.find('[') != std::string_view::npos) return std::nullopt;
  if (rest.empty()) return RowPlace{std::string(table), std::string(row)};
  if (rest.front() != '.' || !isId(rest.substr(1))) return std::nullopt;
  return CellPlace{std::string(table), std::string(row), std::string(rest.substr(1))};
}

Place::Kind readPlace(std::string_view text) {
  if (text.empty()) return WholeSection{};
  if (const auto id = after(paragraphMark, text); id && !id->empty()) return ParagraphPlace{std::string(*id)};
  if (const auto id = after(groupMark, text); id && !id->empty()) return GroupPlace{std::string(*id)};
  if (isId(text)) return NamedPlace{std::string(text)};
  if (auto row = readRow(text)) return std::move(*row);
  return OtherPlace{std::string(text)};
}

// Only the text that is printed for a revision: "2", not "02".
std::optional<int> readRevision(std::string_view text) {
  int revision = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), revision);
  const bool read = failed == std::errc() && end == text.data() + text.size() && std::to_string(revision) == text;
  return read ? std::optional(revision) : std::nullopt;
}

struct PlacePrinter {
  std::string operator()(const WholeSection&) const { return {}; }
  std::string operator()(const NamedPlace& place) const { return place.id; }
  std::string operator()(const RowPlace& place) const { return place.table + "[" + place.row + "]"; }
  std::string operator()(const CellPlace& place) const { return cellsPrefix({place.table, place.row}) + place.column; }
  std::string operator()(const ParagraphPlace& place) const { return std::string(paragraphMark) + place.id; }
  std::string operator()(const GroupPlace& place) const { return std::string(groupMark) + place.id; }
  std::string operator()(const OtherPlace& place) const { return place.text; }
};

struct AddressPrinter {
  std::string operator()(const Place& place) const { return placeText(place); }
  std::string operator()(const StateAddress&) const { return std::string(stateWord); }
  std::string operator()(const ExplanationAddress& address) const {
    return std::string(explanationMark) + address.code + "@" + placeText(address.place);
  }
  std::string operator()(const KeptAddress& address) const { return std::string(keptMark) + placeText(address.place); }
  std::string operator()(const RemarkAddress& address) const {
    return std::string(remarkMark) + placeText(address.place);
  }
  std::string operator()(const SubmissionAddress& address) const {
    return std::string(submissionMark) + std::to_string(address.revision);
  }
  std::string operator()(const ImportAddress& address) const { return std::string(importMark) + address.digest; }
};

}  // namespace

Place Place::ofCell(std::string table, std::string row, std::string column) {
  if (column.empty()) return ofRow(std::move(table), std::move(row));
  return Kind(CellPlace{std::move(table), std::move(row), std::move(column)});
}

Place Place::read(std::string_view text) { return readPlace(text); }

const std::string& Place::owner() const {
  static const std::string none;
  if (const auto* place = named()) return place->id;
  if (const auto* place = row()) return place->table;
  if (const auto* place = cell()) return place->table;
  return none;
}

std::string placeText(const Place& place) { return std::visit(PlacePrinter{}, place.kind()); }

bool liesIn(const Place& inner, const Place& outer) {
  if (inner == outer) return true;
  const auto* cell = inner.cell();
  if (const auto* table = outer.named())
    return (cell != nullptr || inner.row() != nullptr) && inner.owner() == table->id;
  if (const auto* narrative = outer.paragraph())
    return inner.paragraph() != nullptr && inner.paragraph()->narrative() == narrative->id;
  const auto* row = outer.row();
  return row != nullptr && cell != nullptr && cell->table == row->table && cell->row == row->row;
}

namespace {

// Whether both are addresses of one kind, of which the inner one's place lies in the outer one's.
template <class Kind>
bool placeLiesIn(const Kind* inner, const Kind* outer) {
  return inner != nullptr && outer != nullptr && liesIn(inner->place, outer->place);
}

}  // namespace

bool liesIn(const Address& inner, const Address& outer) {
  if (inner == outer) return true;
  if (inner.place() != nullptr && outer.place() != nullptr) return liesIn(*inner.place(), *outer.place());
  const auto *explained = inner.explanation(), *wanted = outer.explanation();
  if (explained != nullptr && wanted != nullptr && explained->code != wanted->code) return false;
  return placeLiesIn(explained, wanted) || placeLiesIn(inner.kept(), outer.kept()) ||
         placeLiesIn(inner.remark(), outer.remark());
}

Address Address::read(std::string_view text) {
  if (text == stateWord) return ofState();
  if (const auto place = after(keptMark, text)) return ofKept(*place);
  if (const auto place = after(remarkMark, text)) return ofRemark(*place);
  if (const auto number = after(submissionMark, text)) {
    if (const auto revision = readRevision(*number)) return ofSubmission(*revision);
  }
  if (const auto digest = after(importMark, text)) return ofImport(std::string(*digest));
  if (const auto rest = after(explanationMark, text)) {
    const auto at = rest->find('@');
    if (at != std::string_view::npos) return ofExplanation(std::string(rest->substr(0, at)), rest->substr(at + 1));
  }
  return Place(text);
}

Address Address::inDraft(std::string_view text) { return text == stateWord ? Address(Place(text)) : read(text); }

std::string addressText(const Address& address) { return std::visit(AddressPrinter{}, address.kind()); }

std::string cellsPrefix(const RowPlace& row) { return placeText(Place::ofRow(row.table, row.row)) + "."; }
std::string submissionsPrefix() { return std::string(submissionMark); }

bool isUsableId(std::string_view id) {
  const Address address(id);
  return address.place() != nullptr && address.place()->named() != nullptr;
}

}  // namespace cchc
