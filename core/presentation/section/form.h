// A section as rows of a form: group headings, fields, tables. What is shown, without a window.
#pragma once
#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/app/section/section_editing.h"
#include "core/presentation/section/entry.h"

namespace cchc::presentation {

struct FormRow {
  enum class Kind : unsigned char { group, field, table } kind = Kind::field;
  std::size_t index = 0;  // of the definition's groups, fields or tables
  bool operator==(const FormRow&) const = default;
};

// A field as its row shows it.
struct FieldLine {
  std::string label, unit, value, previous, lastYear, target;
  std::string previousChange, lastYearChange;  // "+7,5%": of the figure against the earlier one
  std::string note;                            // under the pointer: hint, reading, comparisons
  bool computed = false, editable = false;
  std::optional<Severity> worst;
  std::string problem;  // of the worst finding: what and how to mend it
  bool operator==(const FieldLine&) const = default;
};

class Form {
 public:
  Form(SectionEditing& editing, Words words) : editing_(editing), words_(words) { layOut(); }

  SectionEditing& editing() const { return editing_; }
  Words words() const { return words_; }
  // What is to be seen now: folded groups are one row, fields that are not relevant none.
  const std::vector<FormRow>& rows() const { return rows_; }
  // After an edit. True when rows came or went.
  bool refresh();

  FieldLine line(std::size_t field) const;
  // How a computed field is worked out, by the labels and values of what its formula names; "" for others.
  std::string explanation(std::size_t field) const;
  // "177 tỷ 357 triệu đồng": what has been typed so far, read aloud; "" while it is no amount of money.
  std::string reading(std::size_t field, std::string_view typed) const;
  // "Thu ngân sách thực hiện", "Văn bản khác, dòng 3, Nội dung": of a finding's place; "" for the section as a whole.
  std::string placeLabel(const std::string& place) const;
  // Which comparisons this section has: any field asks for it, and there is any figure to show.
  struct Comparison {
    bool asked = false, any = false;
  };
  std::array<Comparison, 3> comparisons() const;  // previous period, same period last year, target
  std::string groupTitle(std::size_t group) const;
  std::string tableTitle(std::size_t table) const;  // with its number of rows
  std::optional<Severity> worstOfTable(std::size_t table) const;
  bool folded(std::size_t group) const { return folded_.contains(group); }
  void fold(std::size_t group, bool folded);
  bool groupNothing(std::size_t group) const { return editing_.data().groupNothing[group]; }

  bool editable(std::size_t field) const;
  std::string editing(std::size_t field) const;  // text for its editor
  // Saves what was typed, under a name for undo. Unchanged text is no edit. value.*, section.*.
  Status type(std::size_t field, std::string_view text);
  Status put(std::size_t field, Value value);
  Status setGroupNothing(std::size_t group, bool nothing);
  Status setTableNothing(std::size_t table, bool nothing);
  Status comment(const Finding& finding, const std::string& text);

  // The next or previous row that can be filled in, from `row` (exclusive); nullopt at the end.
  std::optional<std::size_t> step(std::optional<std::size_t> row, bool forward) const;
  // The row of a finding's place or search result, unfolding its group; nullopt when it has none.
  std::optional<std::size_t> rowOf(const std::string& place);
  // Field and table of a place.
  struct Target {
    std::optional<std::size_t> field, table;
    std::string row, column;
  };
  Target target(const std::string& place) const;

  struct Completeness {
    int filled = 0, required = 0;
  };
  Completeness completeness() const;

 private:
  void layOut();
  EditStep step(const std::string& vi, const std::string& en, Edit edit) const;
  std::string comparison(const SectionView* view, std::size_t field) const;

  SectionEditing& editing_;
  Words words_;
  std::set<std::size_t> folded_;
  std::vector<FormRow> rows_;
};

// Of any section's data: how many of the fields and tables that must be filled in are.
Form::Completeness completenessOf(const SectionDefinition& definition, const SectionData& data,
                                  const Evaluation& evaluation);
// "12,5": change in per cent from an earlier to a present figure, one decimal; "" where it cannot be said.
std::string changePercent(const Value& now, const Value& before);

}  // namespace cchc::presentation
