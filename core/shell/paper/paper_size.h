// The sheet that every document of the suite is printed on: A4 with the margins of Nghị định 30/2020/NĐ-CP, Phụ lục I.
// All lengths are in millimetres.
#pragma once

namespace cchc::shell::paper {

inline constexpr int width = 210, height = 297;
inline constexpr int marginLeft = 30, marginRight = 15, marginTop = 20, marginBottom = 20;

}  // namespace cchc::shell::paper
