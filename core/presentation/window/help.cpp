#include "core/presentation/window/help.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/base/text.h"

namespace cchc::presentation {
namespace {

// The codes of a page: its title and its paragraphs.
struct Page {
  std::string_view title;
  std::vector<std::string_view> paragraphs;
};

// Each text consists of the keys, a tab, and what they do.
constexpr auto shortcuts = std::to_array<std::string_view>({
    "help.shortcut.next-field",
    "help.shortcut.previous-field",
    "help.shortcut.open-field",
    "help.shortcut.cancel",
    "help.shortcut.rows",
    "help.shortcut.next-problem",
    "help.shortcut.submit",
    "help.shortcut.help",
    "help.shortcut.undo",
    "help.shortcut.clipboard",
    "help.shortcut.fill-down",
    "help.shortcut.find",
    "help.shortcut.import",
    "help.shortcut.receive",
    "help.shortcut.views",
});

Page pageOf(HelpTopic topic) {
  switch (topic) {
    case HelpTopic::form:
      return {"help.title.form", {"help.form.typing", "help.form.computed", "help.form.keys", "help.form.files"}};
    case HelpTopic::table:
      return {"help.title.table", {"help.table.rows", "help.table.order"}};
    case HelpTopic::board:
      return {"help.title.board", {"help.board.review", "help.board.entering"}};
    case HelpTopic::report:
      return {"help.title.report", {"help.report.making"}};
    case HelpTopic::overview:
      return {"help.title.overview", {"help.overview.charts"}};
    case HelpTopic::units:
      return {"help.title.units", {"help.units.tree", "help.units.history", "help.units.import", "help.units.columns"}};
    case HelpTopic::findings:
      return {"common.findings", {"help.findings.severities", "help.findings.going"}};
    case HelpTopic::text:
      return {"help.title.text", {"help.text.editing"}};
    case HelpTopic::importing:
      return {"help.title.importing", {"help.importing.columns", "help.importing.problems", "help.importing.undo"}};
    case HelpTopic::submit:
      return {"help.title.submit", {"help.submit.signing", "help.submit.package"}};
    case HelpTopic::sign:
      return {"help.title.sign", {"help.sign.steps"}};
    case HelpTopic::start:
      return {"help.title.start", {"help.start.steps"}};
    case HelpTopic::shortcuts:
      return {"help.title.shortcuts", {}};
  }
  return {};
}

std::string heading(std::string_view code, Words words) { return "<h3>" + words(code) + "</h3>"; }

std::string shortcutsTable(Words words) {
  std::string html = "<table border=0 cellpadding=3>";
  for (const auto code : shortcuts) {
    const auto line = words(code);
    const auto tab = line.find('\t');
    html += "<tr><td><b>" + line.substr(0, tab) + "</b></td><td>" + line.substr(tab + 1) + "</td></tr>";
  }
  return html + "</table>";
}

std::string reasonHtml(const Error& reason, Words words) {
  const auto [what, fix] = message(reason, words.language);
  return htmlText(upperFirst(what)) + ". " + htmlText(upperFirst(fix)) + "<br><tt>" + htmlText(reason.place) + "</tt>";
}

std::string pluginHtml(const PluginState& plugin, Words words) {
  const auto& title = plugin.title.in(words.language);
  auto html = std::string(plugin.quarantined ? "■ " : "✓ ") + "<b>" + htmlText(title.empty() ? plugin.id : title) +
              "</b> (" + htmlText(plugin.id + (plugin.version.empty() ? "" : " " + plugin.version)) + ")<br>";
  if (plugin.quarantined)
    return html + words("help.plugins.quarantined") + " " + reasonHtml(*plugin.quarantined, words);
  const auto count = plugin.definitions.size();
  html += words(count == 1 ? "help.plugins.definitions.one" : "help.plugins.definitions.many",
                {{"count", std::to_string(count)}});
  for (const auto& part : plugin.wrongParts) {
    html += "<br>■ " + words("help.plugins.part-quarantined", {{"file", htmlText(part.file.filename().string())}});
    for (const auto& reason : part.reasons)
      html += (part.reasons.size() > 1 ? "<br>– " : " ") + reasonHtml(reason, words);
  }
  return html;
}

}  // namespace

std::string htmlText(std::string_view text) {
  std::string safe;
  for (const char c : text) safe += c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : std::string(1, c);
  return safe;
}

std::string helpHtml(HelpTopic topic, Words words) {
  const auto page = pageOf(topic);
  auto html = heading(page.title, words);
  for (const auto paragraph : page.paragraphs) html += "<p>" + words(paragraph) + "</p>";
  return topic == HelpTopic::shortcuts ? html + shortcutsTable(words) : html;
}

std::string quarantinedIds(const std::vector<PluginState>& plugins) {
  std::string ids;
  for (const auto& plugin : plugins) {
    if (plugin.quarantined) ids += (ids.empty() ? "" : ", ") + plugin.id;
    for (const auto& part : plugin.wrongParts)
      ids += (ids.empty() ? "" : ", ") + plugin.id + "/" + part.file.filename().string();
  }
  return ids;
}

std::string pluginsHtml(const std::vector<PluginState>& plugins, Words words, const std::vector<Error>& outline) {
  auto html = heading("help.title.plugins", words);
  for (const auto& fault : outline) html += "<p>■ " + reasonHtml(fault, words) + "</p>";
  std::vector<const PluginState*> order;
  for (const auto& plugin : plugins) order.push_back(&plugin);
  std::stable_partition(order.begin(), order.end(),
                        [](const PluginState* plugin) { return plugin->quarantined || !plugin->wrongParts.empty(); });
  for (const auto* plugin : order) html += "<p>" + pluginHtml(*plugin, words) + "</p>";
  return plugins.empty() ? html + "<p>" + words("help.plugins.none") + "</p>" : html;
}

}  // namespace cchc::presentation
