// Places and addresses: each kind, and that their texts come back byte for byte.
#include "core/model/address.h"

#include <catch2/catch.hpp>
#include <random>
#include <vector>

#include "core/model/journal_text.h"

using namespace cchc;

namespace {

template <class Kind>
bool is(const Place& place) {
  return std::holds_alternative<Kind>(place.kind());
}

// Texts made of the pieces that the parser looks at, which random letters would hardly hit.
class Texts {
 public:
  std::string any() {
    static const std::vector<std::string> pieces = {
        "state", "group:", "kept:", "remark:", "submission:", "#", "@",  "¶", "[", "]",    ".",  "revenue",
        "r1",    "2",      "02",    "-1",      "nothing",     " ", "\n", "đ", ":", "kept", "~",  "!",
        "\xff",  "a.b",    "_x",    "A",       "documents",   "[", "]",  ".", "#", "@",    "¶¶", "99999999999"};
    std::string text;
    for (auto count = below(8); count > 0; --count) text += pieces[below(pieces.size())];
    return text;
  }
  std::string id() {
    static const std::vector<std::string> ids = {"revenue.actual", "documents", "x",      "state_of", "group",
                                                 "kept",           "a1.b2_c3",  "remark", "s"};
    return ids[below(ids.size())];
  }
  // The id of a row has no spaces and no brackets.
  std::string row() {
    static const std::vector<std::string> rows = {"r1", "state", "#x@y", "¶", "kept:a", "đường", "1.2", "a.b", "~!"};
    return rows[below(rows.size())];
  }
  Place place() {
    switch (below(6)) {
      case 0:
        return {};
      case 1:
        return Place::ofField(id());
      case 2:
        return Place::ofRow(id(), row());
      case 3:
        return Place::ofCell(id(), row(), id());
      case 4:
        return Place::ofParagraph(below(2) == 0 ? id() : id() + "[" + row() + "]");
      default:
        return Place::ofGroup(id());
    }
  }
  Address address() {
    switch (below(6)) {
      case 0:
        return Address::ofState();
      case 1:
        return Address::ofExplanation(id(), place());
      case 2:
        return Address::ofKept(place());
      case 3:
        return Address::ofRemark(place());
      case 4:
        return Address::ofSubmission(1 + static_cast<int>(below(1000000)));
      default:
        return place();
    }
  }

 private:
  std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_); }
  std::mt19937 random_{20231128};
};

}  // namespace

TEST_CASE("each kind of place has one text", "[place]") {
  CHECK(is<WholeSection>(Place("")));
  CHECK(*Place("revenue.actual").named() == NamedPlace{"revenue.actual"});
  CHECK(*Place("documents[r1]").row() == RowPlace{"documents", "r1"});
  CHECK(*Place("documents[r1].number").cell() == CellPlace{"documents", "r1", "number"});
  CHECK(*Place("¶opening").paragraph() == ParagraphPlace{"opening"});
  CHECK(Place("¶results[r1]").paragraph()->narrative() == "results");
  CHECK(*Place("group:results").group() == GroupPlace{"results"});
  for (const auto* text : {"documents[]", "documents[r1]x", "documents[r1].", "[r1].a", "a[b[c]].d", "¶",
                           "group:", "a b", "#code@x", "kept:x", "submission:2"}) {
    INFO(text);
    CHECK(is<OtherPlace>(Place(text)));
  }
  CHECK(Place::ofCell("documents", "r1", "") == Place::ofRow("documents", "r1"));
}

TEST_CASE("each kind of address has one text", "[place]") {
  CHECK(Address("state").isState());
  CHECK(*Address("#finance.budget.sum@revenue.actual").explanation() ==
        ExplanationAddress{"finance.budget.sum", Place::ofField("revenue.actual")});
  CHECK(*Address("#core.required@").explanation() == ExplanationAddress{"core.required", {}});
  CHECK(*Address("kept:documents[r1].number").kept() == KeptAddress{Place::ofCell("documents", "r1", "number")});
  CHECK(*Address("kept:group:results").kept() == KeptAddress{Place::ofGroup("results")});
  CHECK(*Address("remark:documents").remark() == RemarkAddress{Place::ofTable("documents")});
  CHECK(*Address("submission:12").submission() == SubmissionAddress{12});
  CHECK(*Address("import:3fa9").import() == ImportAddress{"3fa9"});
  CHECK(addressText(Address::ofImport("3fa9")) == "import:3fa9");
  // What only looks like one of these is a place of no known kind.
  for (const auto* text : {"submission:02", "submission:", "submission:x", "#code", "submission:99999999999"}) {
    INFO(text);
    REQUIRE(Address(text).place() != nullptr);
    CHECK(is<OtherPlace>(*Address(text).place()));
  }
}

TEST_CASE("a draft has no transitions, so that state is a field there", "[place]") {
  CHECK(Address::inDraft("state").place() != nullptr);
  CHECK(addressText(Address::inDraft("state")) == "state");
  CHECK(Address::inDraft("kept:state") == Address("kept:state"));
  CHECK_FALSE(isUsableId("state"));
  for (const auto* id : {"stated", "state.of", "group", "kept", "remark", "submission", "revenue.actual"})
    CHECK(isUsableId(id));
  for (const auto* id : {"group:a", "#a@b", "¶a", "a[b]", "kept:a", "submission:1", ""}) CHECK_FALSE(isUsableId(id));
}

TEST_CASE("whatever is read is printed as it was", "[place]") {
  Texts texts;
  for (int i = 0; i < 200000; ++i) {
    const auto text = texts.any();
    if (addressText(Address(text)) != text || placeText(Place(text)) != text ||
        addressText(Address::inDraft(text)) != text)
      FAIL(text);
  }
}

TEST_CASE("whatever is printed is read as what it was", "[place]") {
  Texts texts;
  for (int i = 0; i < 20000; ++i) {
    const auto place = texts.place();
    if (Place(placeText(place)) != place) FAIL(placeText(place));
    const auto address = texts.address();
    if (Address(addressText(address)) != address) FAIL(addressText(address));
  }
}

TEST_CASE("a place lies in its row and its table, and nowhere else", "[place]") {
  const Place cell("documents[r1].number"), row("documents[r1]"), table("documents");
  CHECK(liesIn(cell, row));
  CHECK(liesIn(cell, table));
  CHECK(liesIn(row, table));
  CHECK(liesIn(row, row));
  CHECK_FALSE(liesIn(table, row));
  CHECK_FALSE(liesIn(Place("documents[r10].number"), row));
  CHECK_FALSE(liesIn(Place("documents.number"), table));
  CHECK_FALSE(liesIn(Place("documents2[r1]"), table));
  CHECK(cellsPrefix(*row.row()) == "documents[r1].");
  CHECK(liesIn(Place("¶results[r1]"), Place("¶results")));
  CHECK_FALSE(liesIn(Place("¶results"), Place("¶results[r1]")));
  CHECK_FALSE(liesIn(Place("¶results2[r1]"), Place("¶results")));
  CHECK_FALSE(liesIn(Place("results[r1]"), Place("¶results")));
}

TEST_CASE("an address lies in another of its kind whose place holds its own", "[place]") {
  const auto within = [](const char* inner, const char* outer) { return liesIn(Address(inner), Address(outer)); };
  for (const auto* kind : {"", "kept:", "remark:", "#core.required@"}) {
    INFO(kind);
    const std::string cell = kind + std::string("documents[r1].number"), table = kind + std::string("documents");
    CHECK(within(cell.c_str(), table.c_str()));
    CHECK(within(cell.c_str(), cell.c_str()));
    CHECK_FALSE(within(table.c_str(), cell.c_str()));
    // Of another kind.
    CHECK(within(cell.c_str(), "documents") == cell.starts_with("documents"));
    CHECK(within("documents[r1].number", table.c_str()) == (table == "documents"));
  }
  CHECK_FALSE(within("#core.required@documents[r1]", "#core.other@documents"));
  CHECK(within("state", "state"));
  CHECK_FALSE(within("submission:12", "submission:1"));
}

TEST_CASE("transitions and events of submissions are texts that come back", "[place]") {
  for (const auto* text : {"submitted", "returned: thiếu số liệu", "returned: a: b", "in-report"}) {
    const auto read = readTransition(text);
    REQUIRE(read);
    CHECK(transitionText(*read) == text);
  }
  CHECK_FALSE(readTransition("387425"));
  CHECK_FALSE(readTransition(""));
  for (const auto* text :
       {"received 0a1b", "rival 0a1b", "signed 0a1b Văn phòng", "chosen 0a1b", "decided by Lê Thị Duyệt"}) {
    const auto read = readSubmissionEvent(text);
    REQUIRE(read);
    CHECK(submissionEventText(*read) == text);
  }
  CHECK_FALSE(readSubmissionEvent("lost 0a1b"));

  const auto entry = [](const char* place, const char* before, const char* after) {
    return Change{"1", place, before, after, {}, {}};
  };
  CHECK(isTransition(entry("state", "draft", "submitted")));
  CHECK(isTransition(entry("state", "submitted", "returned: thiếu")));
  // A field of this name, from before the word was reserved.
  CHECK_FALSE(isTransition(entry("state", "", "submitted")));
  CHECK_FALSE(isTransition(entry("state", "12", "13")));
  CHECK_FALSE(isTransition(entry("stated", "draft", "submitted")));
}
