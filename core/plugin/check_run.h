// One run of one check of a plugin: what the check reads, and the findings that it adds. Private to plugin/.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/texts_file.h"
#include "core/model/finding.h"
#include "core/model/section.h"
#include "core/plugin/section_view_reader.h"

namespace cchc {

// The texts of the plugins (messages.tsv), by code.
using PluginMessages = std::map<std::string, OwnedText, std::less<>>;

// Borrows all its arguments, and adds to `findings`.
class CheckRun final : public plugin::CheckContext {
 public:
  // `others`: the definitions whose sections the check may read.
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
  SectionViewReader reader_;
  std::optional<SectionViewReader> previous_;
  std::map<std::string, SectionViewReader, std::less<>> others_;
};

}  // namespace cchc
