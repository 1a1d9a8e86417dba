// The help pages (F1) and the plugin page, as simple HTML. The help texts are in core/base/texts/help.tsv; they may
// contain <b>.
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
  units,
  findings,
  text,
  importing,
  submit,
  sign,
  start,
  shortcuts
};
inline constexpr int helpTopics = 13;

std::string helpHtml(HelpTopic topic, Words words);
// Every plugin; quarantined ones come first, with the reason and how to fix it, and before them what is wrong with the
// outline (Catalogue::outlineFaults).
std::string pluginsHtml(const std::vector<PluginState>& plugins, Words words, const std::vector<Error>& outline = {});
// The ids of the quarantined plugins, separated by commas; "" if there are none.
std::string quarantinedIds(const std::vector<PluginState>& plugins);
std::string htmlText(std::string_view text);  // <, > and & escaped

}  // namespace cchc::presentation
