// Units over time, periods, and what units reported: what a section is compared with.
#pragma once
#include <catch2/catch.hpp>
#include <map>

#include "core/consolidation/comparing/compared_section.h"
#include "core/model/units/unit_plan.h"
#include "tests/support/definitions.h"

namespace cchc::test {

inline Date dayOf(const char* iso) { return *Date::parse(iso); }

// "9T 2025-01-01 2025-09-30", cumulative unless it is said to be in the period.
inline Period aPeriod(const std::string& id, const char* start, const char* end,
                      PeriodSpan span = PeriodSpan::cumulative) {
  Period period;
  period.id = PeriodId(id), period.name = "kỳ " + id, period.start = dayOf(start), period.end = dayOf(end);
  period.span = span;
  return period;
}

// A line of a list of units. `before`: "10 11 12*", * for a part; "" for not stated.
inline UnitRow aUnit(std::string code, const char* from = "", const char* until = "", const std::string& before = "",
                     std::string parent = "") {
  UnitRow row;
  row.code = std::move(code), row.name = "đơn vị " + row.code, row.kind = "commune", row.parent = std::move(parent);
  row.from = Date::parse(from), row.until = Date::parse(until), row.position = "u.tsv";
  if (before.empty()) return row;
  row.before.emplace();
  std::string word;
  for (const char c : before + " ") {
    if (c != ' ' && c != '*') {
      word += c;
    } else if (!word.empty()) {
      row.before->push_back({word, c != '*'});
      word.clear();
    }
  }
  return row;
}

// What units reported. Its functions end the test if something is wrong.
class Past {
 public:
  explicit Past(std::shared_ptr<const CompiledDefinition> form) : form_(std::move(form)) {}

  Past& units(std::vector<UnitRow> rows) {
    auto plan = planUnits(units_, std::move(rows));
    for (const auto& error : plan.refused) FAIL(messageLine(error, Language::en));
    units_ = std::move(plan.after);
    return *this;
  }
  Past& period(const Period& period) {
    periods_.push_back(period);
    return *this;
  }
  // `unit`: its identity.
  Past& reported(const std::string& unit, const std::string& period, const Section& section) {
    sections_[{OrgUnitId(unit), PeriodId(period)}] = section.data();
    return *this;
  }

  const UnitHistory& history() const { return units_; }
  const Period& in(const std::string& id) const {
    for (const auto& period : periods_) {
      if (period.id.value == id) return period;
    }
    FAIL("no period " << id);
    return periods_.front();
  }
  ComparisonBasis basis() const {
    return {units_, periods_, [this](const OrgUnitId& unit, const PeriodId& period) -> Result<bool> {
              return sections_.contains({unit, period});
            }};
  }
  ComparisonPlan plan(const std::string& unit, const std::string& current, const std::string& other) const {
    const auto plan = planComparison(basis(), OrgUnitId(unit), in(current), in(other));
    REQUIRE(plan);
    return *plan;
  }
  std::shared_ptr<const ComparedSection> compared(const std::string& unit, const std::string& current,
                                                  const std::string& other) const {
    return made(plan(unit, current, other), in(current), in(other));
  }
  std::shared_ptr<const ComparedSection> preceding(const std::string& unit, const std::string& current) const {
    const auto plan = planPreceding(basis(), OrgUnitId(unit), in(current));
    REQUIRE(plan);
    return made(*plan, in(current), in(current));
  }

 private:
  std::shared_ptr<const ComparedSection> made(const ComparisonPlan& plan, const Period& current,
                                              const Period& other) const {
    const auto load = [&](const OrgUnitId& unit, const PeriodId& period) -> Result<std::optional<SectionData>> {
      return std::optional(sections_.at({unit, period}));
    };
    const auto made = ComparedSection::make(form_, plan, basis(), current, other, load);
    REQUIRE(made);
    return *made;
  }

  std::shared_ptr<const CompiledDefinition> form_;
  UnitHistory units_;
  std::vector<Period> periods_;
  std::map<std::pair<OrgUnitId, PeriodId>, SectionData> sections_;
};

// A figure as a canonical text; "" if it is blank; "! code" if it cannot be compared.
inline std::string figureOf(const ComparedSection& compared, const std::string& field) {
  const auto index = compared.definition().definition().fieldIndex(field).value();
  if (const auto* reason = compared.reasonOf(index)) return "! " + reason->code;
  return encodeValue(compared.view()->evaluation->fields[index].value());
}
// "code unit-code"
inline std::vector<std::string> reasonsOf(const std::vector<Error>& reasons) {
  std::vector<std::string> all;
  for (const auto& reason : reasons) {
    CHECK(message(reason, Language::vi).what.find('{') == std::string::npos);
    CHECK(message(reason, Language::en).what.find('{') == std::string::npos);
    std::string text = reason.code;
    for (const auto& parameter : reason.parameters) {
      if (parameter.name == "code" || parameter.name == "from" || parameter.name == "until")
        text += " " + parameter.value;
    }
    all.push_back(text);
  }
  return all;
}

}  // namespace cchc::test
