// What F1 says, as pages of simple HTML in both languages; the list of shortcuts; the page of plugins.
#pragma once
#include <string>
#include <vector>

#include "core/plugin/plugin_host.h"
#include "core/presentation/window/words.h"

namespace cchc::presentation {

enum class HelpTopic : unsigned char {
  form,
  table,
  board,
  report,
  overview,
  findings,
  text,
  importing,
  submit,
  sign,
  start,
  shortcuts
};
inline constexpr int helpTopics = 12;

std::string helpHtml(HelpTopic topic, Words words);
// Every plugin, those that were quarantined first, with why and how to mend it.
std::string pluginsHtml(const std::vector<PluginState>& plugins, Words words);
// Ids of the plugins that were quarantined, with commas; "" when none was.
std::string quarantined(const std::vector<PluginState>& plugins);
std::string htmlText(std::string_view text);  // <, > and & escaped

}  // namespace cchc::presentation
