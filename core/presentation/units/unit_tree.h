// The units of a store as they are on a day, as the rows of a tree that the user opens and searches. A row's texts are
// made when they are asked for, so that ten thousand communes cost no more than the rows that are visible.
#pragma once
#include <cstddef>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/model/units/unit_history.h"
#include "core/presentation/window/words.h"

namespace cchc::presentation {

// A unit, and the day on which it is looked at.
struct UnitPlace {
  OrgUnitId unit;
  Date day;
  bool operator==(const UnitPlace&) const = default;
};

struct UnitTreeRow {
  UnitPlace place;
  std::string name, code, form;  // form: by law ("xã"), or else the tier
  std::string span;              // of a unit of other days: when it had this name, "đến 30/06/2025"
  std::size_t depth = 0;
  bool branch = false, open = false;  // branch: it has units below it that can be shown and hidden
  bool match = false;                 // what was searched for is in its name or code
};

class UnitTree {
 public:
  explicit UnitTree(Words words) : words_(words) {}

  // Shows the units of a day. What is open stays open, and the search stays; a single unit without a parent is open. A
  // unit whose parent no longer exists stands below the nearest one above that exists.
  void show(std::shared_ptr<const UnitHistory> units, const Date& day);
  // Shows the units with a word or code that begins with the text, with those above them; then those of other days that
  // match and do not exist on this day. Ignores case and diacritics. An empty text shows the tree again.
  void search(const std::string& text);

  const UnitHistory& units() const { return *units_; }
  const Date& day() const { return day_; }
  std::size_t count() const { return nodes_.size(); }  // units that exist on the day
  bool searching() const { return !searched_.empty(); }
  std::size_t matches() const { return matches_; }          // on the day, of a search
  std::size_t elsewhere() const { return others_.size(); }  // on other days, of a search

  std::size_t size() const { return rows_.size() + others_.size(); }
  UnitTreeRow row(std::size_t index) const;
  // The first row that was searched for; nullopt: there is none.
  std::optional<std::size_t> firstMatch() const;
  // The row of the unit; nullopt: it is not shown.
  std::optional<std::size_t> rowOf(const OrgUnitId& unit) const;
  // The row of the unit above; nullopt: there is none.
  std::optional<std::size_t> above(std::size_t index) const;
  // Shows or hides what is below a row. Returns false if nothing changed.
  bool setOpen(std::size_t index, bool open);
  // Ends the search if it hides the unit, and opens everything above the unit. Returns its row; nullopt: the unit does
  // not exist on this day.
  std::optional<std::size_t> reveal(const OrgUnitId& unit);

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  struct Node {
    const UnitState* state;
    std::size_t parent = none;
    std::vector<std::size_t> below;
    bool match = false, shown = false;
  };
  struct Row {
    std::size_t node, depth;
  };

  void makeNodes();
  std::size_t nodeOf(const OrgUnitId& unit) const;
  void findMatches();
  bool isMatch(const UnitState& state) const;
  void makeRows();
  void addRows(const std::vector<std::size_t>& nodes, std::size_t depth);

  Words words_;
  std::shared_ptr<const UnitHistory> units_ = std::make_shared<const UnitHistory>();
  Date day_{1, 1, 1};
  std::vector<Node> nodes_;  // in order of unit
  std::vector<std::size_t> tops_;
  std::set<OrgUnitId> open_;
  std::string searched_;             // folded
  std::vector<std::string> folded_;  // of each state of units_; made at the first search
  std::size_t matches_ = 0;
  std::vector<Row> rows_;
  std::vector<const UnitState*> others_;  // of other days, of a search
};

// "xã", or else the tier in words: "cấp xã".
std::string unitFormText(const UnitState& state, Words words);

}  // namespace cchc::presentation
