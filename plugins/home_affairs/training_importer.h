// A list of training classes in CSV or TSV -> rows of the table `training_classes`.
#pragma once
#include <string_view>

#include "core/plugin/plugin_support.h"

namespace cchc::home_affairs {

// The choice that a cell as people write it ("CBCC xã", "Viên chức") stands for; empty when none does.
std::string_view audienceOf(std::string_view written);

// Importer "training-classes". Columns by their header: the class ("Tên lớp", "Lớp bồi dưỡng"), the audience ("Đối
// tượng"), the number of people
// ("Số người", "Số lượng"), the organiser ("Cơ quan tổ chức"). Refuses a line without a class, with an unknown audience
// or no number of people.
bool importTrainingClasses(const plugin::Text& input, plugin::RowSink& sink) noexcept;

}  // namespace cchc::home_affairs
