// A person writes a form for the department of labour: has it checked, looks at it, and lets the suite load it.
#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/support/command.h"

namespace fs = std::filesystem;
using namespace cchc;
using nlohmann::json;

namespace {

constexpr const char* right =
    "<definition xmlns=\"urn:cchc:definition:1\" id=\"labour.jobs\" place=\"II.6\" order=\"90\" owner=\"labour\">\n"
    "  <title vi=\"Việc làm\" en=\"Jobs\"/>\n"
    "  <group id=\"jobs\" order=\"90\">\n"
    "    <title vi=\"Việc làm\" en=\"Jobs\"/>\n"
    "    <field id=\"created\" type=\"integer\" code=\"LJ.1\" unit=\"người\" minimum=\"0\" required=\"submit\" "
    "basis=\"cumulative\" aggregate=\"sum\"><label vi=\"Số người có việc làm mới\" en=\"People in new "
    "jobs\"/></field>\n"
    "    <field id=\"women\" type=\"integer\" code=\"LJ.2\" unit=\"người\" minimum=\"0\" basis=\"cumulative\" "
    "aggregate=\"sum\"><label vi=\"Trong đó: nữ\" en=\"Of them women\"/></field>\n"
    "    <field id=\"men\" type=\"integer\" code=\"LJ.3\" unit=\"người\" basis=\"cumulative\">"
    "<label vi=\"Nam\" en=\"Men\"/><formula>created - women</formula></field>\n"
    "    <narrative id=\"jobs\" level=\"1\">{{#created}}Có {{created}} có việc làm mới.{{/created}}</narrative>\n"
    "  </group>\n"
    "  <rule id=\"women\" severity=\"error\" place=\"women\"><left>women</left><operator>&lt;=</operator>"
    "<right>created</right><message vi=\"Số nữ {left} lớn hơn tổng số {right}\" en=\"Women {left}, all {right}\"/>"
    "<fix vi=\"Sửa số nữ\" en=\"Correct it\"/></rule>\n"
    "</definition>\n";

std::string with(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

// A department's folder.
class Department {
 public:
  Department() {
    fs::create_directory(folder_ / "labour");
    write(right);
    test::write(folder_ / "labour/messages.tsv",
                "code\tvi\tvi-fix\ten\ten-fix\nplugin.title\tPhòng Lao động\t\tLabour office\t\n");
  }
  void write(const std::string& form) const { test::write(file(), form); }
  fs::path file() const { return folder_ / "labour/jobs.xml"; }
  test::Outcome run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"XDG_DATA_HOME=" + (data_ / "data").string(),
                                         (fs::path(CCHC_BINARY) / "bin" / "cchc").string(), "--lang", "en"});
    return test::run("/usr/bin/env", arguments);
  }
  const fs::path& folder() const { return folder_.path(); }

 private:
  test::TemporaryFolder folder_, data_;
};

}  // namespace

TEST_CASE("a form is checked, shown with sample values, and loaded", "[forms]") {
  const Department labour;
  const auto wrong = with(with(right, "created - women", "created - wemen"), "{{created}}", "{{created|ful}}");
  labour.write(wrong);

  const auto refused = labour.run({"definitions", "check", labour.file().string()});
  INFO(refused.out << refused.err);
  CHECK(refused.status == 1);
  CHECK(refused.out.find("jobs.xml:7:125: Error: definition.unknown-name") != std::string::npos);
  CHECK(refused.out.find("Did you mean women?") != std::string::npos);
  CHECK(refused.out.find("jobs.xml:8:51: Error: definition.unknown-format") != std::string::npos);
  CHECK(refused.out.find("1 section definitions checked: 2 errors, 0 warnings, 0 notes") != std::string::npos);

  const auto asJson = labour.run({"--json", "definitions", "check", labour.folder().string()});
  CHECK(asJson.status == 1);
  const auto problems = json::parse(asJson.out);
  CHECK(problems["errors"] == 2);
  REQUIRE(problems["problems"].size() == 2);
  CHECK(problems["problems"][0]["code"] == "definition.unknown-name");
  CHECK(problems["problems"][0]["file"] == labour.file().string());
  CHECK(problems["problems"][0]["line"] == 7);
  CHECK(problems["problems"][0]["column"] == 125);

  // The suite leaves it out, with both reasons, and works.
  const auto loaded = labour.run({"--plugins", labour.folder().string(), "plugins"});
  CHECK(loaded.status == 1);
  CHECK(loaded.out.find("definition.unknown-name") != std::string::npos);
  CHECK(loaded.out.find("definition.unknown-format") != std::string::npos);
  const auto preview = (labour.folder() / "form.html").string();
  CHECK(labour.run({"definitions", "preview", labour.file().string(), "-o", preview}).status == 1);
  CHECK_FALSE(fs::exists(preview));

  labour.write(right);
  const auto sound = labour.run({"definitions", "check", labour.folder().string()});
  INFO(sound.out << sound.err);
  CHECK(sound.status == 0);
  CHECK(sound.out.find("1 section definitions checked: 0 errors, 0 warnings, 0 notes") != std::string::npos);
  CHECK(labour.run({"--plugins", labour.folder().string(), "plugins"}).status == 0);

  const auto shown = labour.run({"definitions", "preview", labour.file().string(), "-o", preview});
  CHECK(shown.status == 0);
  const auto page = test::contentOf(preview);
  for (const auto* part : {"People in new jobs", "LJ.1", "Required on submission", "Computed: created - women",
                           "có việc làm mới.", "A preview with sample values", "Women {left}"}) {
    INFO(part);
    CHECK(page.find(part) != std::string::npos);
  }
  CHECK(page.find("{{") == std::string::npos);
  CHECK(labour.run({"definitions", "preview", labour.file().string(), "-o", preview}).status == 0);
  CHECK(test::contentOf(preview) == page);
}

TEST_CASE("a warning and what is not summed leave the exit status 0", "[forms]") {
  const Department labour;
  labour.write(with(with(right, "unit=\"người\" minimum=\"0\" basis", "max-length=\"9\" minimum=\"0\" basis"),
                    "basis=\"cumulative\" aggregate=\"sum\"><label vi=\"Số", "basis=\"cumulative\"><label vi=\"Số"));
  const auto warned = labour.run({"definitions", "check", labour.folder().string()});
  INFO(warned.out << warned.err);
  CHECK(warned.status == 0);
  CHECK(warned.out.find("Warning: definition.no-effect") != std::string::npos);
  CHECK(warned.out.find("definition.not-summed: 1 items are not added to the sums of the units above: created") !=
        std::string::npos);
}

TEST_CASE("a path without forms is wrong use", "[forms]") {
  const Department labour;
  CHECK(labour.run({"definitions", "check", (labour.folder() / "nowhere").string()}).status == 2);
  fs::create_directory(labour.folder() / "empty");
  CHECK(labour.run({"definitions", "check", (labour.folder() / "empty").string()}).status == 2);
  CHECK(labour.run({"definitions", "preview", labour.file().string()}).status == 2);
}

TEST_CASE("a form is listed whole", "[forms]") {
  const Department labour;
  const auto listed = labour.run({"--plugins", labour.folder().string(), "definitions", "labour.jobs"});
  INFO(listed.out);
  CHECK(listed.status == 0);
  for (const auto* part :
       {"created  integer  People in new jobs  [LJ.1]  (người)  *", "minimum=0 basis=cumulative aggregate=sum",
        "= created - women", "{{#created}}", "women  error  @women  women <= created", "Women {left}, all {right}"}) {
    INFO(part);
    CHECK(listed.out.find(part) != std::string::npos);
  }
  const auto whole =
      json::parse(labour.run({"--json", "--plugins", labour.folder().string(), "definitions", "labour.jobs"}).out);
  CHECK(whole["groups"][0]["fields"][0]["basis"] == "cumulative");
  CHECK(whole["groups"][0]["narratives"][0]["level"] == 1);
  CHECK(whole["rules"][0]["operator"] == "<=");
}
