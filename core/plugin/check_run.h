// One run of one plugin check. Private to plugin/.
#pragma once
#include <map>
#include <vector>

#include "core/plugin/section_reader.h"

namespace cchc {

// Texts of a plugin's own messages, by code.
struct PluginMessage {
  std::string vi, viFix, en, enFix;
};
using PluginMessages = std::map<std::string, PluginMessage, std::less<>>;

class CheckRun final : public plugin::CheckContext {
 public:
  CheckRun(const SectionKey& key, const SectionView& section, const Surroundings& surroundings,
           const std::vector<std::string>& others, const PluginMessages& messages, std::vector<Finding>& findings);

  const plugin::SectionReader& section() const noexcept override { return reader_; }
  const plugin::SectionReader* previousPeriod() const noexcept override { return previous_ ? &*previous_ : nullptr; }
  const plugin::SectionReader* other(const plugin::Text& definition) const noexcept override;
  std::int32_t periodYear() const noexcept override;
  plugin::CalendarDate periodStart() const noexcept override;
  plugin::CalendarDate periodEnd() const noexcept override;
  void addFinding(const plugin::Text& code, plugin::Severity severity, const plugin::Place* places,
                  std::size_t placeCount, const plugin::Argument* arguments,
                  std::size_t argumentCount) noexcept override;

 private:
  const SectionKey& key_;
  const Surroundings& surroundings_;
  const PluginMessages& messages_;
  std::vector<Finding>& findings_;
  const SectionData& data_;
  ViewReader reader_;
  std::optional<ViewReader> previous_;
  std::map<std::string, ViewReader, std::less<>> others_;
};

}  // namespace cchc
