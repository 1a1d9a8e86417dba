// Warnings that need no rule in a definition: what can hardly be true of any report. Private to rules/.
//
// A warning that is wrong costs more than one that is missing, so a definition's own limits take the place of these,
// and what cannot be judged is left alone. Codes:
//   core.rate-high, core.rate-high-typed, core.rate-negative
//                                         a rate over 200 % or below 0, unless the definition limits it; a change
//                                         ("tăng, giảm") may be negative
//   core.off-plan, core.off-previous, core.off-last-year
//                                         an amount about 1,000 times its plan, or what it was, or a thousandth of it
//   core.marks-in-doubt                   the same of another figure: its dots or commas may have been read otherwise
//   core.below-entry-unit                 an amount less than one of the unit in which it is typed
//   core.date-after, core.date-year       a date after the period of something that has happened; an unlikely year
//   core.parts-differ                     a figure that is not the sum of its parts, or less than some of them
//   core.total-differs, core.total-row    a fixed row "Tổng số" that is not the sum of the others; a row that was typed
//                                         as the total of the others, which counts as a row
//   core.unlike-units                     a sum over figures of different units
#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/finding.h"
#include "core/rules/adding/row_parts.h"
#include "core/rules/evaluation.h"
#include "core/rules/program.h"

namespace cchc::rules {

// Borrows all its arguments; for one thread. The methods append to `findings`, with the explanations in the data, and
// check only what is in force.
class Sanity {
 public:
  Sanity(const CompiledDefinition& definition, const SectionKey& key, const SectionData& data,
         const Evaluation& evaluation, const Surroundings& surroundings)
      : form_(definition.definition()),
        program_(definition.program()),
        key_(key),
        data_(data),
        evaluation_(evaluation),
        surroundings_(surroundings) {}

  void checkField(std::size_t index, std::vector<Finding>& findings);
  void checkTable(std::size_t index, std::vector<Finding>& findings);

 private:
  // One value: a field, or a cell.
  struct Slot {
    const FieldDefinition& field;
    const Effective& effective;
    std::optional<std::size_t> table;  // nullopt: a field
    std::size_t row = 0, index = 0;    // `index`: of the field, or of the column
  };
  // A figure that another one is held against.
  struct Reference {
    Label label;
    const Value* value = nullptr;  // never null
    const FieldDefinition* field = nullptr;
  };
  using Test = void (Sanity::*)(const Slot& slot);
  struct TestOfTypes {
    std::vector<FieldType> types;
    Test test;
  };
  static const std::vector<TestOfTypes>& tests();

  void checkSlot(const Slot& slot);
  void rateInRange(const Slot& slot);
  void amountOfScale(const Slot& slot);
  void figureOfScale(const Slot& slot);
  void dateInReach(const Slot& slot);
  void documentsInReach(const Slot& slot);

  bool belowEntryUnit(const Slot& slot);
  std::optional<Reference> planOf(const Slot& slot) const;
  std::optional<Reference> earlier(const Slot& slot, const SectionView* view, std::string_view words) const;
  void checkDate(const Slot& slot, const Date& date, const Date& limit, int firstYear, bool ahead,
                 const std::string& symbol);

  void checkParts(const Slot& whole, const std::vector<Slot>& parts, bool mayBeSome);
  void checkRowsOfColumn(std::size_t table, std::size_t column);
  void checkTotalRows(std::size_t table);
  void checkUnits(std::size_t field);
  std::optional<UnlikeUnits> unlikeUnitsIn(std::uint32_t node) const;

  Place placeOf(const Slot& slot) const;
  Slot fieldSlot(std::size_t field) const { return {form_.fields[field], evaluation_.fields[field], {}, 0, field}; }
  Slot cellSlot(std::size_t table, std::size_t row, std::size_t column) const {
    return {form_.tables[table].columns[column], evaluation_.cells[table][row][column], table, row, column};
  }
  // Adds the warning, with the label and the figure of the slot.
  void warn(std::string_view code, const Slot& slot, std::vector<Parameter> parameters);
  void warnAt(std::string_view code, Place place, const std::vector<Parameter>& parameters);

  const SectionDefinition& form_;
  const Program& program_;
  const SectionKey& key_;
  const SectionData& data_;
  const Evaluation& evaluation_;
  const Surroundings& surroundings_;
  std::vector<Finding>* findings_ = nullptr;
};

// By field, then by table: the fields whose warnings depend on its value, although they are not computed from it.
std::vector<std::vector<Cell>> sanityDependants(const CompiledDefinition& definition);

// The field, or column of the same table, that the rate divides by, if it is one of two amounts and `index` is the
// other; nullopt: it is none. `programs`: of all fields, or of the columns of the table.
std::optional<std::size_t> planInRates(const Program& program, const std::vector<FieldProgram>& programs,
                                       std::size_t index);

}  // namespace cchc::rules
