#include "core/store/issued/confirmed_missing.h"

#include <sstream>
#include <string>

#include "core/base/clock.h"

namespace cchc::store {

using soci::into;
using soci::use;

void writeConfirmedMissing(soci::session& sql, const ConfirmedMissing& confirmed) {
  int number = 0;
  sql << "SELECT coalesce(max(number), 0) + 1 FROM confirmed_missing WHERE period = :p AND unit = :u",
      use(confirmed.period.value), use(confirmed.unit.value), into(number);
  std::string sections;
  for (const auto& line : confirmed.missing) sections += line + "\n";
  const auto at = timeText(confirmed.confirmed.at);
  sql << "INSERT INTO confirmed_missing (period, unit, number, sections, sentence, confirmed_by, at, who, login, "
         "station) VALUES (:p, :u, :n, :sections, :sentence, :by, :at, :who, :login, :station)",
      use(confirmed.period.value), use(confirmed.unit.value), use(number), use(sections),
      use(confirmed.confirmed.sentence), use(confirmed.confirmed.by), use(at), use(confirmed.who.name),
      use(confirmed.who.login), use(confirmed.who.station);
}

std::optional<ConfirmedMissing> readConfirmedMissing(soci::session& sql, const OrgUnitId& unit,
                                                     const PeriodId& period) {
  ConfirmedMissing found;
  found.unit = unit, found.period = period;
  std::string sections, at;
  sql << "SELECT sections, sentence, confirmed_by, at, who, login, station FROM confirmed_missing WHERE period = :p "
         "AND "
         "unit = :u ORDER BY number DESC LIMIT 1",
      use(period.value), use(unit.value), into(sections), into(found.confirmed.sentence), into(found.confirmed.by),
      into(at), into(found.who.name), into(found.who.login), into(found.who.station);
  if (!sql.got_data()) return std::nullopt;
  found.confirmed.at = parseTime(at).value_or(Time{});
  std::istringstream lines(sections);
  for (std::string line; std::getline(lines, line);) found.missing.insert(line);
  return found;
}

}  // namespace cchc::store
