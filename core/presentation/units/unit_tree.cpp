#include "core/presentation/units/unit_tree.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/app/units/unit_lines.h"
#include "core/base/text.h"

namespace cchc::presentation {
namespace {

// Of folded text; whatever is not ASCII there is a letter.
bool isLetterOrDigit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0; }

}  // namespace
std::string unitFormText(const UnitState& state, Words words) {
  if (!state.form.empty()) return state.form;
  if (state.kind == "province") return words("unit-text.kind.province");
  if (state.kind == "district") return words("unit-text.kind.district");
  if (state.kind == "commune") return words("unit-text.kind.commune");
  if (state.kind == "department") return words("unit-text.kind.department");
  return state.kind;
}

void UnitTree::show(std::shared_ptr<const UnitHistory> units, const Date& day) {
  if (units_ != units) folded_.clear();
  units_ = std::move(units);
  day_ = day;
  makeNodes();
  if (tops_.size() == 1) open_.insert(nodes_[tops_.front()].state->unit);
  findMatches();
  makeRows();
}

void UnitTree::makeNodes() {
  nodes_.clear();
  tops_.clear();
  for (const auto& state : units_->states()) {
    if (state.on(day_)) nodes_.push_back({&state});
  }
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    auto& node = nodes_[i];
    // The steps upward are limited, since a store that was written by other programs may have a circle.
    auto code = node.state->parent;
    for (int steps = 0; !code.empty() && steps < 16; ++steps) {
      const auto* above = units_->nearestHolder(code, day_);
      if (above == nullptr || above == node.state) break;
      if (above->on(day_)) {
        node.parent = nodeOf(above->unit);
        break;
      }
      code = above->parent;
    }
  }
  // Whoever is in a circle is shown at the top.
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    std::size_t at = nodes_[i].parent;
    for (int steps = 0; at != none && at != i && steps < 16; ++steps) at = nodes_[at].parent;
    if (at != none) nodes_[i].parent = none;
  }
  for (std::size_t i = 0; i < nodes_.size(); ++i)
    (nodes_[i].parent == none ? tops_ : nodes_[nodes_[i].parent].below).push_back(i);
  const auto byCode = [&](std::size_t a, std::size_t b) {
    const auto &one = *nodes_[a].state, &other = *nodes_[b].state;
    return std::tie(one.code, one.unit) < std::tie(other.code, other.unit);
  };
  std::sort(tops_.begin(), tops_.end(), byCode);
  for (auto& node : nodes_) std::sort(node.below.begin(), node.below.end(), byCode);
}

std::size_t UnitTree::nodeOf(const OrgUnitId& unit) const {
  const auto found = std::lower_bound(nodes_.begin(), nodes_.end(), unit,
                                      [](const Node& node, const OrgUnitId& id) { return node.state->unit < id; });
  return found == nodes_.end() || found->state->unit != unit ? none : static_cast<std::size_t>(found - nodes_.begin());
}

void UnitTree::search(const std::string& text) {
  searched_ = foldForSearch(foldSpace(text));
  findMatches();
  makeRows();
}

void UnitTree::findMatches() {
  matches_ = 0;
  others_.clear();
  for (auto& node : nodes_) node.match = node.shown = false;
  if (!searching()) return;
  if (folded_.empty()) {
    // A line break separates the two, since nobody searches for one.
    for (const auto& state : units_->states()) folded_.push_back(foldForSearch(state.name + "\n" + state.code));
  }
  for (auto& node : nodes_) {
    node.match = isMatch(*node.state);
    if (!node.match) continue;
    ++matches_;
    for (auto* at = &node; !at->shown; at = &nodes_[at->parent]) {
      at->shown = true;
      if (at->parent == none) break;
    }
  }
  for (const auto& state : units_->states()) {
    if (!isMatch(state) || nodeOf(state.unit) != none) continue;
    // The states of a unit follow one another: the last one that matches is shown.
    if (!others_.empty() && others_.back()->unit == state.unit)
      others_.back() = &state;
    else
      others_.push_back(&state);
  }
}

bool UnitTree::isMatch(const UnitState& state) const {
  const auto& text = folded_[static_cast<std::size_t>(&state - units_->states().data())];
  for (auto at = text.find(searched_); at != std::string::npos; at = text.find(searched_, at + 1)) {
    // Not within a word: "hồng" is not looked for in every "phòng".
    if (at == 0 || !isLetterOrDigit(text[at - 1])) return true;
  }
  return false;
}

void UnitTree::makeRows() {
  rows_.clear();
  addRows(tops_, 0);
}

void UnitTree::addRows(const std::vector<std::size_t>& nodes, std::size_t depth) {
  for (const auto i : nodes) {
    const auto& node = nodes_[i];
    if (searching() && !node.shown) continue;
    rows_.push_back({i, depth});
    if (searching() || open_.contains(node.state->unit)) addRows(node.below, depth + 1);
  }
}

UnitTreeRow UnitTree::row(std::size_t index) const {
  if (index >= rows_.size()) {
    const auto& state = *others_[index - rows_.size()];
    const auto day = state.until ? std::min(*state.until, day_) : day_;
    return {{state.unit, state.from ? std::max(*state.from, day) : day},
            state.name,
            state.code,
            unitFormText(state, words_),
            spanText(state, words_.language),
            0,
            false,
            false,
            true};
  }
  const auto& [at, depth] = rows_[index];
  const auto& node = nodes_[at];
  const auto& state = *node.state;
  const bool branch = !searching() && !node.below.empty();
  return {{state.unit, day_},
          state.name,
          state.code,
          unitFormText(state, words_),
          {},
          depth,
          branch,
          branch && open_.contains(state.unit),
          node.match};
}

std::optional<std::size_t> UnitTree::firstMatch() const {
  const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return nodes_[row.node].match; });
  if (found != rows_.end()) return static_cast<std::size_t>(found - rows_.begin());
  return others_.empty() ? std::nullopt : std::optional(rows_.size());
}

std::optional<std::size_t> UnitTree::rowOf(const OrgUnitId& unit) const {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (nodes_[rows_[i].node].state->unit == unit) return i;
  }
  for (std::size_t i = 0; i < others_.size(); ++i) {
    if (others_[i]->unit == unit) return rows_.size() + i;
  }
  return std::nullopt;
}

std::optional<std::size_t> UnitTree::above(std::size_t index) const {
  if (index >= rows_.size()) return std::nullopt;
  const auto parent = nodes_[rows_[index].node].parent;
  return parent == none ? std::nullopt : rowOf(nodes_[parent].state->unit);
}

bool UnitTree::setOpen(std::size_t index, bool open) {
  if (index >= size()) return false;
  const auto shown = row(index);
  if (!shown.branch || shown.open == open) return false;
  if (open)
    open_.insert(shown.place.unit);
  else
    open_.erase(shown.place.unit);
  makeRows();
  return true;
}

std::optional<std::size_t> UnitTree::reveal(const OrgUnitId& unit) {
  const auto node = nodeOf(unit);
  if (node == none) return std::nullopt;
  if (searching() && !nodes_[node].shown) search({});
  for (auto at = nodes_[node].parent; at != none; at = nodes_[at].parent) open_.insert(nodes_[at].state->unit);
  makeRows();
  return rowOf(unit);
}

}  // namespace cchc::presentation
