// The effective values of a section: computed fields and relevance. Pure: the same data and surroundings give the same
// result, on any thread.
#pragma once
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "core/definition/in_force.h"
#include "core/model/org_unit.h"
#include "core/rules/compiled_definition.h"

namespace cchc {

// The origin of an effective value.
enum class Origin : unsigned char {
  blank,
  entered,
  computed,  // by a formula, or from numerator and denominator
  given,     // entered for a figure whose parts are unknown
  referred   // read from the section that owns the figure
};

// One effective value: the computed one if it is known, otherwise the entered one; blank if it is not in force. An
// entered value is borrowed from the section's data, so an evaluation must not outlive the data that it was made from.
class Effective {
 public:
  const Value& value() const { return entered_ != nullptr ? *entered_ : computed_; }
  void setEntered(const Value& value) { entered_ = &value; }
  void setComputed(Value value) {
    entered_ = nullptr;
    computed_ = std::move(value);
  }

  Origin origin = Origin::blank;
  bool relevant = true;  // asked; false too for what is not in force
  // For a figure read from the sum of child units: how many of them reported it, and how many are expected to. 0, 0
  // otherwise.
  int reported = 0, expected = 0;

  bool operator==(const Effective& other) const {
    return origin == other.origin && relevant == other.relevant && reported == other.reported &&
           expected == other.expected && value() == other.value();
  }

 private:
  const Value* entered_ = nullptr;
  Value computed_;
};

// All effective values of one section, laid out as SectionData.
struct Evaluation {
  PartsInForce inForce;
  std::vector<Effective> fields;
  std::vector<std::vector<std::vector<Effective>>> cells;  // table, row, column
  bool operator==(const Evaluation&) const = default;
};

// A section as other sections see it. All three members are borrowed.
struct SectionView {
  const CompiledDefinition* definition = nullptr;
  const SectionData* data = nullptr;
  const Evaluation* evaluation = nullptr;
};
// The sum of the child units' sections.
struct AggregateView {
  SectionView section;
  std::vector<int> reported;  // by field: the number of child sections that report it
  int reporting = 0;          // child sections that were received
  int expected = 0;           // child sections that were assigned
  // By field: the number of assigned child sections for which it is in force. Empty: all of them, for every field.
  std::vector<int> expectedByField = {};
  int expectedOf(std::size_t field) const { return expectedByField.empty() ? expected : expectedByField[field]; }
};

// What is outside a section. If something is absent, it is nullptr and the expressions that need it are unknown.
class Surroundings {
 public:
  virtual ~Surroundings() = default;
  // Of the same unit and period.
  virtual const SectionView* section(const DefinitionId&) const { return nullptr; }
  // All sections of the same unit and period that are present, in report order, with or without the section itself.
  virtual std::vector<const SectionView*> sections() const { return {}; }
  virtual const AggregateView* children(const DefinitionId&) const { return nullptr; }
  // The same section in the comparison period, and in the same period of the year before.
  virtual const SectionView* previous() const { return nullptr; }
  virtual const SectionView* lastYear() const { return nullptr; }
  // The same section in the period that ended the day before this one begins. Only its closing stocks are used.
  virtual const SectionView* preceding() const { return nullptr; }
  // The same section in an earlier period that begins on the same day, and that period. Only its opening stocks are
  // used. Either both are there or neither.
  virtual const SectionView* sameStart() const { return nullptr; }
  virtual const Period* sameStartPeriod() const { return nullptr; }
  virtual const Period* period() const { return nullptr; }
  // What decides which parts of the section are in force. nullptr: all parts are.
  virtual const Circumstances* circumstances() const { return nullptr; }
};

// Surroundings without other sections and without a period.
class CircumstancesAlone : public Surroundings {
 public:
  explicit CircumstancesAlone(Circumstances circumstances) : circumstances_(std::move(circumstances)) {}
  const Circumstances* circumstances() const override { return &circumstances_; }

 private:
  Circumstances circumstances_;
};
// The same with the period, which is borrowed.
class WithinPeriod final : public CircumstancesAlone {
 public:
  WithinPeriod(const Period& period, Circumstances circumstances)
      : CircumstancesAlone(std::move(circumstances)), period_(period) {}
  const Period* period() const override { return &period_; }

 private:
  const Period& period_;
};

// Evaluates the whole section. The second form reuses an evaluation's storage.
Evaluation evaluate(const CompiledDefinition& definition, const SectionData& data, const Surroundings& surroundings);
void evaluate(const CompiledDefinition& definition, const SectionData& data, const Surroundings& surroundings,
              Evaluation& result);

// The rows that a view of the definition shows, by their position in its table.
std::vector<std::size_t> viewRows(const CompiledDefinition& definition, std::size_t view, const SectionData& data,
                                  const Evaluation& evaluation);

// The places that a computed field reads directly, sorted: "received.online", "documents" (a table),
// "office.procedures/online_rate", "children(office.commune/received.online)".
const std::vector<std::string>& usesOf(const CompiledDefinition& definition, std::size_t field);

}  // namespace cchc
