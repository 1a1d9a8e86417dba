// Imports a list of training classes into the table `training_classes`.
#pragma once
#include <cchc/plugin.hpp>
#include <string_view>

namespace cchc::home_affairs {

// The choice for a wording ("CBCC xã", "Viên chức"); empty: none.
std::string_view audienceOf(std::string_view written);

// Importer "training-classes". The columns are found by their names: the class ("Tên lớp", "Lớp bồi dưỡng"), the
// audience ("Đối tượng"), the number of people ("Số người", "Số lượng") and the organiser ("Cơ quan tổ chức"). Lines of
// totals are left out. Refusals, each with the number of its line:
//   home_affairs.import-header      the columns were not found; the line is 1
//   home_affairs.import-class       the line does not name a class
//   home_affairs.import-audience    the audience is unknown
//   home_affairs.import-people      the cell is not a number of people
//   home_affairs.import-ambiguous   the cell has several meanings
void importTrainingClasses(const plugin::ImportContext& context, plugin::RowSink& sink);

}  // namespace cchc::home_affairs
