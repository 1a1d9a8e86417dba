// A section as the rows of a form: group headings, fields and tables, and at the end the kept values, if any. Contains
// what is shown, without a window. For one thread.
#pragma once
#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/app/section/section_editing.h"
#include "core/presentation/section/entry.h"
#include "core/presentation/window/words.h"

namespace cchc::presentation {

struct FormRow {
  enum class Kind : unsigned char { group, field, table, keptHeading, kept } kind = Kind::field;
  std::size_t index = 0;  // of the definition's groups, fields or tables, or of the kept values
  bool operator==(const FormRow&) const = default;
};

// A field as shown in its row.
struct FieldLine {
  std::string label, unit, value, previous, lastYear, target;
  std::string previousChange, lastYearChange;  // "+7,5%": the change from the earlier figure to this one
  std::string note;                            // shown under the pointer: hint, amount in words, comparisons
  bool computed = false, editable = false;
  bool entered = false;  // the office has changed it, entering for the unit
  std::optional<Severity> worst;
  std::string problem;  // of the worst finding: what is wrong and how to fix it
  bool operator==(const FieldLine&) const = default;
};

class Form {
 public:
  Form(SectionEditing& editing, Words words) : editing_(editing), words_(words) { layOut(); }

  SectionEditing& editing() const { return editing_; }
  Words words() const { return words_; }
  // The rows that are currently visible: a folded group is one row; a field that is not relevant, and all that is not
  // in force, has none.
  const std::vector<FormRow>& rows() const { return rows_; }
  // Lays the rows out again after an edit. Returns true if rows were added or removed.
  bool refresh();

  FieldLine line(std::size_t field) const;
  // The formula of a computed field, with the labels and values of what it names; "" for other fields.
  std::string formulaText(std::size_t field) const;
  // "177 tỷ 357 triệu đồng": the amount typed so far, in words; "" as long as it is not an amount of money.
  std::string amountInWords(std::size_t field, std::string_view typed) const;
  // The label of a finding's place: "Thu ngân sách thực hiện", "Văn bản khác, dòng 3, Nội dung"; "" for the section as
  // a whole, and for a place that the definition does not have.
  std::string placeLabel(const Place& place) const;
  // Which comparisons this section has.
  struct Comparison {
    bool asked = false;  // some field has this comparison
    bool any = false;    // there is a figure to show, or one that cannot be compared
  };
  std::array<Comparison, 3> comparisons() const;  // previous period, same period last year, target
  std::string groupTitle(std::size_t group) const;
  std::string tableTitle(std::size_t table) const;  // with its number of rows
  std::string keptTitle() const;                    // with the number of kept values
  // A kept value: where it was and what it is, both as a person reads them.
  struct KeptLine {
    std::string label, value;
  };
  KeptLine keptLine(std::size_t kept) const;
  std::optional<Severity> worstOfTable(std::size_t table) const;
  // Whether the office has changed the table, or whether the group has nothing to report, entering for the unit.
  bool enteredInTable(std::size_t table) const;
  bool enteredInGroup(std::size_t group) const;
  bool folded(std::size_t group) const { return folded_.contains(group); }
  void fold(std::size_t group, bool folded);
  bool groupNothing(std::size_t group) const { return editing_.data().groupNothing[group]; }

  bool editable(std::size_t field) const;
  std::string editorText(std::size_t field) const;              // the text for its editor
  std::vector<std::string> choicesOf(std::size_t field) const;  // the labels of the choices that are offered
  // The edits of a form, each saved at once as one undo step. If the text or value is unchanged, no step is made.
  // Errors: those of readTypedValue (`type` alone) and of SectionEditing::apply.
  Status type(std::size_t field, std::string_view text);
  Status setValue(std::size_t field, Value value);
  // Pastes cells from the clipboard (readClipboard) into the fields of this row and the rows below it, one line into
  // each, as one undo step or not at all. All figures among them are read by the same marks (marksOf). A line at a
  // computed field is passed over, since the value is computed again. The rows of groups and tables take no line.
  // Errors: those of readTypedValue, with the label of the field as the place, those of SectionEditing::apply, and
  //   form.paste-columns   a line has several cells with content
  //   form.no-more-fields  there are more lines than fields ({fields}) from this row on
  Status paste(std::size_t row, std::string_view text);
  Status setGroupNothing(std::size_t group, bool nothing);
  Status setTableNothing(std::size_t table, bool nothing);
  Status setExplanation(const Finding& finding, const std::string& text);

  // The nearest row after (or before) `row` that can be filled in; without `row`, the first (or last). nullopt at the
  // end.
  std::optional<std::size_t> nextEditable(std::optional<std::size_t> row, bool forward) const;
  // The row of a place; its group is unfolded. For a place that only a kept value has, or that is not in force, the row
  // of its kept value. nullopt if the place has no row.
  std::optional<std::size_t> rowOf(const Place& place);
  // The field, or the table, that a place belongs to; neither if the place is unknown.
  struct Target {
    std::optional<std::size_t> field, table;
    std::string row, column;  // ids, for a place in the table; may be empty
  };
  Target target(const Place& place) const;

  struct Completeness {
    int filled = 0, required = 0;
  };
  Completeness completeness() const;

 private:
  void layOut();
  // What the field shows of a comparison: the figure, or that it cannot be compared; the change; and notes with the
  // reason, or with the figures that were added.
  void compare(std::size_t field, ComparisonKind kind, std::string& shown, std::string& change,
               std::string& note) const;
  Label labelOf(const Place& place) const;

  SectionEditing& editing_;
  Words words_;
  std::set<std::size_t> folded_;
  std::vector<FormRow> rows_;
};

// How many fields and tables of a section are required, and how many of those are filled in.
Form::Completeness completenessOf(const SectionDefinition& definition, const SectionData& data,
                                  const Evaluation& evaluation);
// "+7,5%": the change from an earlier figure to the current one, with one decimal; "" if it cannot be computed.
std::string changePercent(const Value& now, const Value& before);

}  // namespace cchc::presentation
