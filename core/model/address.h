// What something in a section is about: the place of a value, and the address of a journal entry. This is the only
// parser and the only printer of their texts. The texts are stored: journals are chained by digests over them, and
// installer/postgresql/roles.sql compares them.
//
// Every text is a place, and every text is an address: what has none of the known forms is an OtherPlace. Printing what
// was read gives the same bytes, whatever they are, so a text converts to either type without an error.
#pragma once
#include <compare>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace cchc {

// The section as a whole: "".
struct WholeSection {
  auto operator<=>(const WholeSection&) const = default;
};
// A field, or a table as a whole: "revenue.actual". Only the definition shows which of the two it is.
struct NamedPlace {
  std::string id;
  auto operator<=>(const NamedPlace&) const = default;
};
struct RowPlace {  // "documents[r1]"
  std::string table, row;
  auto operator<=>(const RowPlace&) const = default;
};
struct CellPlace {  // "documents[r1].number"
  std::string table, row, column;
  auto operator<=>(const CellPlace&) const = default;
};
struct ParagraphPlace {  // "¶results"; a paragraph of one row: "¶results[r1]", whose id is "results[r1]"
  std::string id;
  std::string_view narrative() const { return std::string_view(id).substr(0, id.find('[')); }  // "results"
  auto operator<=>(const ParagraphPlace&) const = default;
};
struct GroupPlace {  // "group:results"
  std::string id;
  auto operator<=>(const GroupPlace&) const = default;
};
// A text of none of these forms, from a file or a store that this program did not write.
struct OtherPlace {
  std::string text;
  auto operator<=>(const OtherPlace&) const = default;
};

// The place of a value in a section. It is used in findings, explanations, remarks and kept values, in files of values
// and on the command line.
class Place {
 public:
  using Kind = std::variant<WholeSection, NamedPlace, RowPlace, CellPlace, ParagraphPlace, GroupPlace, OtherPlace>;

  Place() = default;
  Place(Kind kind) : kind_(std::move(kind)) {}
  // Reads a text.
  template <class Text>
  requires std::convertible_to<const Text&, std::string_view> Place(const Text& text) : Place(read(text)) {}

  static Place ofField(std::string id) { return Kind(NamedPlace{std::move(id)}); }
  static Place ofTable(std::string id) { return ofField(std::move(id)); }
  static Place ofRow(std::string table, std::string row) { return Kind(RowPlace{std::move(table), std::move(row)}); }
  // The row, if `column` is empty.
  static Place ofCell(std::string table, std::string row, std::string column);
  static Place ofParagraph(std::string id) { return Kind(ParagraphPlace{std::move(id)}); }
  static Place ofGroup(std::string id) { return Kind(GroupPlace{std::move(id)}); }

  const Kind& kind() const { return kind_; }
  bool empty() const { return std::holds_alternative<WholeSection>(kind_); }
  // nullptr if the place is of another kind.
  const NamedPlace* named() const { return std::get_if<NamedPlace>(&kind_); }
  const RowPlace* row() const { return std::get_if<RowPlace>(&kind_); }
  const CellPlace* cell() const { return std::get_if<CellPlace>(&kind_); }
  const ParagraphPlace* paragraph() const { return std::get_if<ParagraphPlace>(&kind_); }
  const GroupPlace* group() const { return std::get_if<GroupPlace>(&kind_); }
  // The id of the table of a row or cell, and the id of a field or table; "" for the other kinds.
  const std::string& owner() const;

  auto operator<=>(const Place&) const = default;

 private:
  static Place read(std::string_view text);
  Kind kind_;
};
std::string placeText(const Place& place);
// Whether `inner` is `outer` or lies in it: a row and a cell lie in their table, a cell lies in its row, and the
// paragraph of one row lies in its narrative.
bool liesIn(const Place& inner, const Place& outer);

struct StateAddress {  // "state": a transition of the section
  auto operator<=>(const StateAddress&) const = default;
};
struct ExplanationAddress {  // "#core.stated-differs@revenue.actual": of a finding, by its code and place
  std::string code;
  Place place;
  auto operator<=>(const ExplanationAddress&) const = default;
};
struct KeptAddress {  // "kept:revenue.actual": a kept value, by the place that it had
  Place place;
  auto operator<=>(const KeptAddress&) const = default;
};
struct RemarkAddress {  // "remark:revenue.actual": the office's remark on a place
  Place place;
  auto operator<=>(const RemarkAddress&) const = default;
};
struct SubmissionAddress {  // "submission:2": what happened to the submission of a revision
  int revision = 0;
  auto operator<=>(const SubmissionAddress&) const = default;
};

struct ImportAddress {  // "import:3fa9…": a file that was imported, by the SHA-256 of its bytes
  std::string digest;
  auto operator<=>(const ImportAddress&) const = default;
};

// What an entry of a section's journal is about. A draft holds values at addresses too, but not of transitions,
// remarks, submissions or imports.
class Address {
 public:
  using Kind = std::variant<Place, StateAddress, ExplanationAddress, KeptAddress, RemarkAddress, SubmissionAddress,
                            ImportAddress>;

  Address() = default;
  Address(Place place) : kind_(std::move(place)) {}
  Address(Kind kind) : kind_(std::move(kind)) {}
  // Reads a text of the journal.
  template <class Text>
  requires std::convertible_to<const Text&, std::string_view> Address(const Text& text) : Address(read(text)) {}
  // Reads a text of a draft. The only difference: "state" is the field of this name, since a draft has no transitions.
  // Such a field exists only in definitions from before the word was reserved.
  static Address inDraft(std::string_view text);

  static Address ofState() { return Kind(StateAddress{}); }
  static Address ofExplanation(std::string code, Place place) {
    return Kind(ExplanationAddress{std::move(code), std::move(place)});
  }
  static Address ofKept(Place place) { return Kind(KeptAddress{std::move(place)}); }
  static Address ofRemark(Place place) { return Kind(RemarkAddress{std::move(place)}); }
  static Address ofSubmission(int revision) { return Kind(SubmissionAddress{revision}); }
  static Address ofImport(std::string digest) { return Kind(ImportAddress{std::move(digest)}); }

  const Kind& kind() const { return kind_; }
  // nullptr if the address is of another kind.
  const Place* place() const { return std::get_if<Place>(&kind_); }
  const RowPlace* row() const { return place() == nullptr ? nullptr : place()->row(); }
  const ExplanationAddress* explanation() const { return std::get_if<ExplanationAddress>(&kind_); }
  const KeptAddress* kept() const { return std::get_if<KeptAddress>(&kind_); }
  const RemarkAddress* remark() const { return std::get_if<RemarkAddress>(&kind_); }
  const SubmissionAddress* submission() const { return std::get_if<SubmissionAddress>(&kind_); }
  const ImportAddress* import() const { return std::get_if<ImportAddress>(&kind_); }
  bool isState() const { return std::holds_alternative<StateAddress>(kind_); }

  auto operator<=>(const Address&) const = default;

 private:
  static Address read(std::string_view text);
  Kind kind_;
};
std::string addressText(const Address& address);
// The same for addresses of one kind: an explanation of a row lies in an explanation, of the same code, of its table.
bool liesIn(const Address& inner, const Address& outer);

// The beginnings of texts, for searching a database: of the addresses of all cells of a row, and of all submissions.
std::string cellsPrefix(const RowPlace& row);
std::string submissionsPrefix();

// Whether a field or table may have this id, that is, whether its place reads as that id in a journal. False for
// "state" alone among the ids that a definition may have.
bool isUsableId(std::string_view id);

}  // namespace cchc
