// What a section of a new period starts with.
#include <catch2/catch.hpp>
#include <pugixml.hpp>

#include "tests/scenarios/support/demo_folder.h"

using namespace cchc::test;

namespace {

// The sample's tables, with assignments for the period before 2023-8T and a period of the year after it.
Office withPeriods() {
  auto office = Office::before();
  auto assignments = contentOf(sampleFolder() / "assignments.tsv");
  for (const auto* period : {"2023-6T", "2024-6T"}) {
    for (const auto* section :
         {"office.tasks\t296\t296.VP", "finance.budget\t296\t296.TCKH", "home_affairs.civil_service\t296\t296.NV"}) {
      assignments += std::string(section) + "\t" + period + "\t\n";
    }
  }
  write(office / "assignments.tsv", assignments);
  write(office / "periods.tsv",
        contentOf(sampleFolder() / "periods.tsv") +
            "2024-6T\t6 tháng đầu năm 2024\t2024-01-01\t2024-06-14\t\t\t2023-8T\t2023-6T\t6 tháng cuối năm 2024\n");
  office.done({"periods", "import", (office / "periods.tsv").string()});
  office.done({"assign", (office / "assignments.tsv").string()});
  return office;
}

void fillIn(const Office& office, const std::string& section, const std::string& period, const std::string& values) {
  write(office / "values.xml", valuesFile(values));
  office.done({"fill", section, "-u", "296", "-p", period, (office / "values.xml").string()});
}

class Shown {
 public:
  Shown(const Office& office, const std::string& section, const std::string& period) {
    document_.load_string(office.done({"show", section, "-u", "296", "-p", period}).c_str());
  }
  std::string field(const std::string& id) const {
    return document_.select_node(("//field[@id='" + id + "']").c_str()).node().text().get();
  }
  std::size_t rows(const std::string& table) const {
    return document_.select_nodes(("//table[@id='" + table + "']/row").c_str()).size();
  }
  bool hasRow(const std::string& table, const std::string& row) const {
    return !document_.select_nodes(("//table[@id='" + table + "']/row[@id='" + row + "']").c_str()).empty();
  }

 private:
  pugi::xml_document document_;
};

const std::string tasks =
    "<table id=\"tasks\"><row id=\"done\"><cell id=\"text\">Việc đã xong</cell><cell id=\"outcome\">done</cell></row>"
    "<row id=\"open\"><cell id=\"text\">Việc đang làm</cell></row></table>";
const std::string documents =
    "<table id=\"documents\"><row id=\"d1\"><cell id=\"document\"><document type=\"KH\" number=\"20\" "
    "issuer-code=\"UBND\" date=\"2023-02-01\" "
    "issuer=\"UBND huyện Bình Giang\" title=\"về tài chính\" role=\"issued\"/></cell></row></table>";

}  // namespace

TEST_CASE("unfinished tasks carry over to the next period and finished ones do not") {
  const auto office = withPeriods();
  fillIn(office, "office.tasks", "2023-6T", tasks);
  fillIn(office, "office.tasks", "2023-8T",
         "<table id=\"tasks\"><row id=\"new\"><cell id=\"text\">Việc mới</cell></row></table>");
  const Shown shown(office, "office.tasks", "2023-8T");
  CHECK(shown.hasRow("tasks", "open"));
  CHECK(shown.hasRow("tasks", "new"));
  CHECK(shown.rows("tasks") == 2);
  // The period before keeps its own.
  CHECK(Shown(office, "office.tasks", "2023-6T").rows("tasks") == 2);
}

TEST_CASE("rows of a register carry over within the year, and a new year starts empty") {
  const auto office = withPeriods();
  fillIn(office, "finance.budget", "2023-6T", documents);
  fillIn(office, "finance.budget", "2023-8T", "<field id=\"revenue.actual\">177357000000</field>");
  CHECK(Shown(office, "finance.budget", "2023-8T").hasRow("documents", "d1"));
  fillIn(office, "finance.budget", "2024-6T", "<field id=\"revenue.actual\">1000000000</field>");
  CHECK(Shown(office, "finance.budget", "2024-6T").rows("documents") == 0);
}

TEST_CASE(
    "a value that holds on carries over, a figure of the period does not, and an edit leaves the period before alone") {
  const auto office = withPeriods();
  fillIn(office, "finance.budget", "2023-6T",
         "<field id=\"revenue.target\">387425000000</field><field id=\"revenue.actual\">150000000000</field>");
  fillIn(office, "finance.budget", "2023-8T", "<field id=\"audit.directed_on\">2023-02-10</field>");
  const Shown carried(office, "finance.budget", "2023-8T");
  CHECK(carried.field("revenue.target") == "387425000000");
  CHECK(carried.field("revenue.actual").empty());
  fillIn(office, "finance.budget", "2023-8T", "<field id=\"revenue.target\">400000000000</field>");
  CHECK(Shown(office, "finance.budget", "2023-8T").field("revenue.target") == "400000000000");
  CHECK(Shown(office, "finance.budget", "2023-6T").field("revenue.target") == "387425000000");
}
