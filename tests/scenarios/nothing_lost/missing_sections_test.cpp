// 112 of 114 on the day: a report that lacks sections goes out once a person has confirmed what is missing, and says
// so.
#include <catch2/catch.hpp>

#include "tests/scenarios/support/command_line.h"

using namespace cchc::test;

namespace {

Arguments on(Arguments command) {
  for (const auto* more : {"-u", "296", "-p", "2023-8T"}) command.emplace_back(more);
  return command;
}
Arguments drafted(const Office& office) {
  return on({"consolidate", "--incomplete", "-o", (office / "report.xml").string()});
}
Arguments confirming(const Arguments& more = {}) {
  auto command = on({"confirm-missing", "--by", "Chánh Văn phòng"});
  command.insert(command.end(), more.begin(), more.end());
  return command;
}
Arguments issuing() { return on({"issue"}); }
bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a report that lacks two communes is issued after three acts, and says what it lacks", "[lost]") {
  const auto office = Office::afterDemo();
  office.returnSection("office.commune", "10945");
  office.returnSection("office.commune", "10951");
  const auto plain = office.run(on({"consolidate", "-o", (office / "report.xml").string()}));
  CHECK(plain.status == 1);
  CHECK(has(plain.out, "thị trấn Kẻ Sặt"));
  CHECK(has(plain.out, "đã trả lại để sửa, chưa gửi lại"));
  CHECK(has(plain.err, "consolidate.incomplete"));
  const auto refused = office.run(issuing());
  CHECK(refused.status == 1);
  CHECK(has(refused.err, "issue.incomplete"));
  CHECK(has(refused.err, "xã Vĩnh Hưng"));
  CHECK(has(refused.err, "confirm-missing -u 296 -p 2023-8T"));

  CHECK(has(office.done(confirming()), "Số liệu chưa bao gồm 02 đơn vị: thị trấn Kẻ Sặt, xã Vĩnh Hưng."));
  office.done(drafted(office));
  const auto xml = contentOf(office / "report.xml");
  CHECK(has(xml, "<sentence>Số liệu chưa bao gồm 02 đơn vị: thị trấn Kẻ Sặt, xã Vĩnh Hưng.</sentence>"));
  CHECK(has(xml, " confirmed-by=\"Chánh Văn phòng\""));
  office.done({"render", (office / "report.xml").string(), "-o", (office / "report.html").string()});
  const auto html = contentOf(office / "report.html");
  CHECK(has(html, "Số liệu chưa bao gồm 02 đơn vị: thị trấn Kẻ Sặt, xã Vĩnh Hưng."));
  CHECK_FALSE(has(html, "Dự thảo chưa đầy đủ"));
  office.done(issuing());
}

TEST_CASE("the office words what the report says of what it lacks", "[lost]") {
  const auto office = Office::afterDemo();
  office.returnSection("office.commune", "10945");
  office.done(confirming({"--sentence", "Thị trấn Kẻ Sặt gửi sau."}));
  office.done(drafted(office));
  CHECK(has(contentOf(office / "report.xml"), "<sentence>Thị trấn Kẻ Sặt gửi sau.</sentence>"));
}

TEST_CASE("what was confirmed does not hold for another part that is missing", "[lost]") {
  const auto office = Office::afterDemo();
  office.returnSection("office.commune", "10945");
  office.done(confirming());
  office.returnSection("office.commune", "10951");
  office.done(drafted(office));
  CHECK_FALSE(has(contentOf(office / "report.xml"), "<sentence>"));
  CHECK(has(office.run(issuing()).err, "issue.incomplete"));
}

TEST_CASE("nothing is confirmed without a name, without the right to issue, or where nothing is missing", "[lost]") {
  const auto office = Office::afterDemo();
  isMessage(office.run(confirming()), 1, "missing.none", "296/2023-8T");
  office.returnSection("finance.budget");
  isMessage(office.run(on({"confirm-missing", "--by", " "})), 2, "missing.by", "296/2023-8T");
  CHECK(has(office.run(with({"--as", "296.TP"}, confirming())).err, "desk.role"));
  CHECK(has(office.done(confirming()), "Báo cáo chưa có nội dung: Cải cách tài chính công."));
}
