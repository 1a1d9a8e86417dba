// From the interface of plugin.h to the core's types and back. Private to this folder.
#pragma once
#include <string>

#include "core/base/date.h"
#include "core/plugin/plugin.h"

namespace cchc::detail {

inline std::string owned(const plugin::Text& view) { return {view.data, view.size}; }
inline plugin::CalendarDate calendarDate(const Date& date) { return {date.year, date.month, date.day}; }

}  // namespace cchc::detail
