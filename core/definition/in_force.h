// Which parts of a definition are in force for a section: those whose days include the last day of the section's
// period, and whose unit forms include that of its unit. What is not in force is neither asked, computed nor printed.
// The layout of a section does not depend on it, so that sections of units of different forms can be added.
#pragma once
#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/definition/definition.h"
#include "core/model/units/unit_history.h"

namespace cchc {

// What decides it. Of a sum over units, what is in force for one of them is in force.
struct Circumstances {
  std::optional<Date> day;  // the last day of the period; nullopt: not known, and then days do not limit anything
  // The form of the unit on that day (formOf in model/units/unit_form.h); of a sum, the forms of its units, sorted.
  // Empty: not known, and then parts are in force whatever their unit forms, since nobody could fill them in otherwise.
  std::vector<std::string> forms;
  std::optional<int> children;  // the number of direct child units on that day, without departments; nullopt: not known
  bool operator==(const Circumstances&) const = default;
};
// Adds the form of a further unit of a sum. `isFirst`: it has no unit yet. Once the form of one unit is not known, that
// of the sum is not known.
void addForm(Circumstances& circumstances, const std::string& form, bool isFirst);
// The circumstances, on `day`, of a sum over the units of those circumstances.
Circumstances joined(const std::optional<Date>& day, const std::vector<Circumstances>& units);

// How expressions ask about the unit and the period. A loaded definition has no field or table of these names.
inline constexpr std::array<std::string_view, 6> circumstanceNames = {"period.end",  "period.months", "period.start",
                                                                      "period.year", "unit.children", "unit.form"};

// It does not change once it is made, so threads may share it. An inner part is in force only if all parts around it
// are; a rule, only if the field or table that it is shown at is.
class PartsInForce {
 public:
  // All parts of any definition.
  PartsInForce() = default;
  // Indexes are those of the definition.
  PartsInForce(const SectionDefinition& definition, Circumstances circumstances);

  // Whether nothing is out of force.
  bool everything() const { return everything_; }
  const Circumstances& circumstances() const { return circumstances_; }
  bool group(std::size_t group) const { return everything_ || groups_[group]; }
  bool field(std::size_t field) const { return everything_ || fields_[field]; }
  bool table(std::size_t table) const { return everything_ || tables_[table].whole; }
  bool column(std::size_t table, std::size_t column) const { return everything_ || tables_[table].columns[column]; }
  // `row`: the index of a row of the data, which is in force with its table unless it is a fixed one.
  bool row(std::size_t table, std::size_t row) const {
    if (everything_) return true;
    const auto& rows = tables_[table].rows;
    return row < rows.size() ? rows[row] : tables_[table].whole;
  }
  bool cell(std::size_t table, std::size_t row, std::size_t column) const {
    return this->column(table, column) && this->row(table, row);
  }
  bool narrative(std::size_t narrative) const { return everything_ || narratives_[narrative]; }
  bool rule(std::size_t rule) const { return everything_ || rules_[rule]; }
  bool choice(const Choice& choice) const;
  // The first choice of the value that is not in force; nullptr: there is none.
  const Choice* choiceNotInForce(const FieldDefinition& field, const Value& value) const;
  // Whether the place is in force. True for a place that the definition does not have.
  bool place(const SectionDefinition& definition, const Place& place) const;

  bool operator==(const PartsInForce&) const = default;

 private:
  struct OfTable {
    bool whole = true;
    std::vector<bool> columns, rows;  // rows: the fixed ones
    bool operator==(const OfTable&) const = default;
  };
  bool everything_ = true;
  Circumstances circumstances_;
  std::vector<bool> groups_, fields_, narratives_, rules_;
  std::vector<OfTable> tables_;
};

// Whether a part with these limits is in force, regardless of the parts around it.
bool isInForce(const InForce& limits, const Circumstances& circumstances);

// The circumstances of sections of units. For one thread, since it counts the child units of a day once.
class UnitCircumstances {
 public:
  // nullptr: no unit is known.
  explicit UnitCircumstances(std::shared_ptr<const UnitHistory> units) : units_(std::move(units)) {}
  // The unit as it is on the day. An unknown unit has neither a form nor a number of children.
  Circumstances of(const OrgUnitId& unit, const Date& day);
  // The same for a unit as it is on that day (UnitHistory::asOn).
  Circumstances of(const OrgUnit& unit, const Date& day);

 private:
  std::shared_ptr<const UnitHistory> units_;
  std::optional<Date> counted_;
  std::unordered_map<std::string_view, int> children_;  // on the day `counted_`, by the code of the parent
};

}  // namespace cchc
