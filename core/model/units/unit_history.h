// The units of a store over time. A code is not an identity: since 1 July 2025 many codes belong to other units than
// before (NQ 1669/NQ-UBTVQH15 and its like), so every question about units names a day.
#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/model/ids.h"
#include "core/model/org_unit.h"

namespace cchc {

// What a unit was over a span of days. Blank days are open ends; both days are included. The parent is a code, as the
// official lists give it, and means whoever holds it on the day that is asked about.
struct UnitState {
  OrgUnitId unit;
  std::optional<Date> from, until;
  std::string code, kind, form, name, parent, identifier;  // all but code, kind and name may be empty
  // A list gave `from` for a unit that existed before, and nobody has said whether its territory is the same since.
  bool originUnstated = false;
  bool on(const Date& day) const { return (!from || *from <= day) && (!until || day <= *until); }
  bool operator==(const UnitState&) const = default;
};

// A part of a change of units (sắp xếp đơn vị hành chính): on the day, the unit `before` went into `after`.
struct UnitLineage {
  Date day;  // the first day of `after`
  OrgUnitId before, after;
  bool whole = true;  // all of `before`; false: a part
  std::string basis;  // the document, as a person wrote it; may be empty
  bool operator==(const UnitLineage&) const = default;
};

// Where the territory of a unit was on an earlier day.
struct UnitOrigins {
  std::vector<OrgUnitId> whole;     // units of that day that it contains entirely; itself, if it existed
  std::vector<OrgUnitId> partial;   // units of that day of which it contains only a part
  std::vector<OrgUnitId> unstated;  // the unit itself, or a predecessor, that nobody has said the origin of
  bool complete() const { return partial.empty() && unstated.empty() && !whole.empty(); }
  bool operator==(const UnitOrigins&) const = default;
};

// It does not change once it is made, so threads may share it.
class UnitHistory {
 public:
  UnitHistory() = default;
  UnitHistory(std::vector<UnitState> states, std::vector<UnitLineage> lineage);

  const std::vector<UnitState>& states() const { return states_; }      // in order of unit, then of day
  const std::vector<UnitLineage>& lineage() const { return lineage_; }  // in order of day, `after` and `before`

  // The states of a unit in order of day; empty if it is unknown.
  std::span<const UnitState> statesOf(const OrgUnitId& unit) const;
  // All states that ever had the code, in order of day.
  std::vector<const UnitState*> statesWithCode(std::string_view code) const;

  // nullptr: the unit does not exist on that day.
  const UnitState* on(const OrgUnitId& unit, const Date& day) const;
  // The unit's state on that day, or else its last one before it, or else its first. nullptr: the unit is unknown.
  const UnitState* nearest(const OrgUnitId& unit, const Date& day) const;
  // Who has the code on that day. nullptr: nobody.
  const UnitState* holder(std::string_view code, const Date& day) const;
  // The same, or else the last one who had it before that day, or else the first. nullptr: nobody ever had it.
  const UnitState* nearestHolder(std::string_view code, const Date& day) const;

  // A unit as it is on a day. The parent is the nearest holder of the parent's code; the code itself if nobody ever had
  // it. nullopt: the unit is unknown.
  std::optional<OrgUnit> asOn(const OrgUnitId& unit, const Date& day) const;
  // The units that exist on that day, in order of id.
  std::vector<OrgUnit> allOn(const Date& day) const;
  // The units that exist on that day under `root`, at any depth, in order of id. A unit whose parent no longer exists
  // counts as below those above the parent.
  std::vector<OrgUnit> below(const OrgUnitId& root, const Date& day) const;
  void forEachBelow(const OrgUnitId& root, const Date& day, const std::function<void(OrgUnit)>& visit) const;

  // Where the territory that the unit has on the day `on` was on an earlier day. A unit that has given a part away in
  // between is one of which it contains only a part.
  UnitOrigins originsOf(const OrgUnitId& unit, const Date& on, const Date& earlier) const;
  // The days after `earlier` and until `on` from which the territory that the unit has on the day `on` was divided
  // among other units than on the eve, in order.
  std::vector<Date> changeDays(const OrgUnitId& unit, const Date& on, const Date& earlier) const;

 private:
  std::span<const std::size_t> indicesOf(std::string_view code) const;
  OrgUnit viewOf(const UnitState& state, const Date& day) const;
  std::span<const std::size_t> linesInto(const OrgUnitId& after) const;
  std::span<const std::size_t> linesOutOf(const OrgUnitId& before) const;

  std::vector<UnitState> states_;
  std::vector<UnitLineage> lineage_;
  std::vector<std::size_t> byCode_;  // indices into states_, in order of code, then of day
  // Indices into lineage_, in order of `after` and of `before`, then of day.
  std::vector<std::size_t> byAfter_, byBefore_;
};

}  // namespace cchc
