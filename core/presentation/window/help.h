// The pages of help (F1) and the page of plugins, as simple HTML. The texts of help stand in core/base/texts/help.tsv;
// they may contain <b>.
#pragma once
#include <string>
#include <string_view>
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
// Every plugin, those that are quarantined first, with the reason and how to fix it.
std::string pluginsHtml(const std::vector<PluginState>& plugins, Words words);
// Ids of the plugins that are quarantined, with commas; "" if none is.
std::string quarantinedIds(const std::vector<PluginState>& plugins);
std::string htmlText(std::string_view text);  // <, > and & escaped

}  // namespace cchc::presentation
