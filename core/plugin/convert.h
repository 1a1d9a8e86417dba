// Conversions between the types of plugin.h and of the core. Private to plugin/.
#pragma once
#include <string>

#include "core/base/date.h"
#include "core/plugin/plugin.h"

namespace cchc::detail {

inline std::string owned(const plugin::Text& view) { return {view.data, view.size}; }
inline plugin::CalendarDate calendarDate(const Date& date) { return {date.year, date.month, date.day}; }

}  // namespace cchc::detail
