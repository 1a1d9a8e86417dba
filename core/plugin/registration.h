// Takes what one plugin registers: the cchc_registrar of its registration. Private to plugin/.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/plugin/host_table.h"
#include "core/plugin/live_self.h"

namespace cchc {

// The versions of a definition for which something was written; 0: no limit on that side.
struct DefinitionVersions {
  std::uint32_t from = 0, until = 0;
  bool contains(int version) const {
    return (from == 0 || version >= static_cast<int>(from)) && (until == 0 || version <= static_cast<int>(until));
  }
  bool overlaps(const DefinitionVersions& other) const {
    return (until == 0 || other.from <= until) && (other.until == 0 || from <= other.until);
  }
};
struct RegisteredCheck {
  std::string definition, name;  // its code
  std::vector<std::string> others;
  DefinitionVersions versions;
  void* self = nullptr;
  cchc_check run = nullptr;
};
struct RegisteredImporter {
  std::string definition, name;
  bool ofText = false;  // of running text, and not of cells
  DefinitionVersions versions;
  void* self = nullptr;
  cchc_importer run = nullptr;
};

// Added to the host only when the whole registration has succeeded. A plugin knows its address, so it is neither copied
// nor moved.
class Registration {
 public:
  // `folder`: of the plugin's files; borrowed, as is the host.
  Registration(const HostTable& host, const std::string& folder);
  Registration(const Registration&) = delete;
  Registration& operator=(const Registration&) = delete;

  const cchc_registrar& raw() const { return raw_; }
  // The first registration that could not be taken; it is the plugin's fault. Errors: those of boundary.h, and
  // plugin.registered-twice.
  const std::optional<Error>& fault() const { return fault_; }

  std::vector<RegisteredCheck> checks;
  std::vector<RegisteredImporter> importers;

  void addCheck(const cchc_check_registration* registration);
  void addImporter(const cchc_importer_registration* registration);

 private:
  LiveSelf live_{this};
  cchc_registrar raw_{};
  std::optional<Error> fault_;
};

}  // namespace cchc
