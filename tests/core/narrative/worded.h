// A section in words, as the report of huyện Bình Giang on the first eight months of 2023 prints it.
#pragma once
#include "core/narrative/narrative.h"
#include "tests/support/definitions.h"

namespace cchc::test {

inline const OrgUnit district{OrgUnitId("296"), "296", "district", "", "Huyện Bình Giang", OrgUnitId("30"), ""};
inline const OrgUnit province{OrgUnitId("30"), "30", "province", "", "Tỉnh Hải Dương", {}, ""};
inline const Period eightMonths{PeriodId("2023-8T"),
                                "8 tháng đầu năm 2023",
                                "những tháng cuối năm 2023",
                                {2023, 1, 1},
                                {2023, 8, 28},
                                {},
                                {},
                                {},
                                {},
                                false};
inline const NarrativeContext inBinhGiang{&district, &province, &eightMonths};
inline const SectionKey anyKey{DefinitionId("sample.form"), OrgUnitId("296"), PeriodId("2023-8T")};

// The paragraphs of the first group.
inline std::vector<ReportParagraph> paragraphsOf(const Section& section,
                                                 const NarrativeContext& context = inBinhGiang) {
  const auto evaluation = evaluate(*section.form(), section.data(), Surroundings());
  return paragraphs(*section.form(), 0, section.data(), evaluation, context);
}
inline std::vector<std::string> textsOf(const Section& section, const NarrativeContext& context = inBinhGiang) {
  std::vector<std::string> texts;
  for (const auto& paragraph : paragraphsOf(section, context)) texts.push_back(paragraph.text);
  return texts;
}
// The only paragraph; "" when there is none.
inline std::string textOf(const Section& section, const NarrativeContext& context = inBinhGiang) {
  const auto texts = textsOf(section, context);
  if (texts.size() > 1) throw std::runtime_error("several paragraphs");
  return texts.empty() ? std::string() : texts.front();
}

inline std::string sentence(const std::string& text, const std::string& attributes = "id=\"p\"") {
  return "<narrative " + attributes + ">" + text + "</narrative>";
}

}  // namespace cchc::test
