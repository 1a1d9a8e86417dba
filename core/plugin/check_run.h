// One run of one check of a plugin: what the check reads, and the findings that it adds, without those at a place that
// is not in force. Private to plugin/.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/model/finding.h"
#include "core/model/section.h"
#include "core/plugin/host_table.h"
#include "core/plugin/live_self.h"
#include "core/plugin/section_view_reader.h"

namespace cchc {

// Borrows all its arguments, and adds to `findings`.
class CheckRun {
 public:
  // `others`: the definitions whose sections the check may read.
  CheckRun(const SectionKey& key, const SectionView& section, const Surroundings& surroundings,
           const std::vector<std::string>& others, const PluginMessages& messages, std::vector<Finding>& findings);
  CheckRun(const CheckRun&) = delete;
  CheckRun& operator=(const CheckRun&) = delete;

  const cchc_check_context& raw() const { return raw_; }
  // The first finding that could not be taken; it is the plugin's fault.
  const std::optional<Error>& fault() const { return fault_; }

  const cchc_section* other(std::string_view definition) const;
  void addFinding(const cchc_finding* finding);

 private:
  Result<Finding> read(const cchc_finding* finding) const;

  LiveSelf live_{this};
  const SectionKey& key_;
  const PluginMessages& messages_;
  std::vector<Finding>& findings_;
  SectionViewReader reader_;
  std::optional<SectionViewReader> previous_;
  std::map<std::string, SectionViewReader, std::less<>> others_;
  std::string unitCode_, unitForm_;
  cchc_check_context raw_{};
  std::uint64_t added_ = 0;
  std::optional<Error> fault_;
};

}  // namespace cchc
