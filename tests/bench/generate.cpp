#include <fstream>
#include <iostream>
#include <map>
#include <random>

#include "core/app/suite/catalogue.h"
#include "core/base/digest.h"
#include "core/exchange/package/package.h"
#include "tests/bench/phases.h"

namespace bench {
namespace {

using namespace cchc;

constexpr std::string_view sentence =
    "Ủy ban nhân dân xã đã triển khai kế hoạch cải cách hành chính, niêm yết công khai thủ tục và tiếp nhận hồ sơ trực "
    "tuyến; ";

class Generator {
 public:
  explicit Generator(const SectionDefinition& definition) : form_(definition), random_(20230828) {}

  SectionData section();
  const std::map<std::string, Decimal>& totals() const { return totals_; }

 private:
  std::int64_t below(std::int64_t bound) { return std::uniform_int_distribution<std::int64_t>(0, bound - 1)(random_); }
  void put(SectionData& data, const std::string& id, std::int64_t value) {
    data.fields.at(form_.fieldIndex(id).value()) = Value{Decimal(value)};
    auto& total = totals_[id];
    total = *add(total, Decimal(value));
  }
  std::string words(std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += sentence;
    return text;
  }
  void dossiers(SectionData& data);
  void documents(SectionData& data, std::int64_t count);
  void overdue(SectionData& data, std::int64_t count);

  const SectionDefinition& form_;
  std::mt19937_64 random_;
  std::map<std::string, Decimal> totals_;
};

// Columns of form II.06a by field of law: each row agrees with itself, and the totals with the rows.
void Generator::dossiers(SectionData& data) {
  const auto index = form_.tableIndex("dossiers").value();
  const auto& table = form_.tables[index];
  std::map<std::string, std::int64_t> sums;
  for (auto& row : data.tables[index].rows) {
    const auto online = below(2000), direct = below(90), carried = below(20), received = online + direct + carried;
    const auto overdue = below(3), pending = std::min(below(12), received - overdue),
               early = below(received - overdue - pending + 1);
    const std::map<std::string, std::int64_t> figures = {{"online", online},
                                                         {"direct", direct},
                                                         {"carried", carried},
                                                         {"received", received},
                                                         {"overdue", overdue},
                                                         {"early", early},
                                                         {"on_time", received - overdue - pending - early},
                                                         {"in_time", received - overdue - pending},
                                                         {"resolved", received - pending},
                                                         {"pending", pending},
                                                         {"pending_in_time", pending},
                                                         {"pending_overdue", 0}};
    for (const auto& [column, figure] : figures) {
      sums[column] += figure;
      const auto at = table.columnIndex(column);
      if (at && table.columns[*at].enterable()) row.cells[*at] = Value{Decimal(figure)};
    }
  }
  for (const auto& [field, column] : std::map<std::string, std::string>{{"received.total", "received"},
                                                                        {"received.online", "online"},
                                                                        {"received.direct", "direct"},
                                                                        {"received.carried", "carried"},
                                                                        {"resolved.total", "resolved"},
                                                                        {"resolved.early", "early"},
                                                                        {"resolved.on_time", "on_time"},
                                                                        {"resolved.in_time", "in_time"},
                                                                        {"resolved.overdue", "overdue"},
                                                                        {"pending.total", "pending"},
                                                                        {"pending.in_time", "pending_in_time"},
                                                                        {"pending.overdue", "pending_overdue"}}) {
    put(data, field, sums[column]);
  }
}

void Generator::documents(SectionData& data, std::int64_t count) {
  const auto index = form_.tableIndex("documents").value();
  const auto& table = form_.tables[index];
  constexpr const char* topics[] = {"plan", "control", "one_stop", "other"};
  for (std::int64_t i = 0; i < count; ++i) {
    DocumentReference document;
    document.type = i % 3 == 0 ? "KH" : "QĐ", document.number = std::to_string(i + 1), document.issuerCode = "UBND";
    document.date = Date{2023, static_cast<int>(below(8)) + 1, static_cast<int>(below(28)) + 1};
    document.issuer = "UBND xã", document.title = "triển khai công tác cải cách hành chính năm 2023",
    document.forYear = 2023, document.role = DocumentRole::issued;
    Row row{"r" + std::to_string(i + 1), std::vector<Value>(table.columns.size())};
    row.cells[table.columnIndex("topic").value()] = Value{std::string(topics[below(4)])};
    row.cells[table.columnIndex("document").value()] = Value{Documents{document}};
    data.tables[index].rows.push_back(std::move(row));
  }
}

void Generator::overdue(SectionData& data, std::int64_t count) {
  const auto index = form_.tableIndex("overdue_dossiers").value();
  const auto& table = form_.tables[index];
  for (std::int64_t i = 0; i < count; ++i) {
    Row row{"d" + std::to_string(i + 1), std::vector<Value>(table.columns.size())};
    const auto put = [&](std::string_view column, Value value) {
      row.cells[table.columnIndex(column).value()] = std::move(value);
    };
    put("dossier", {"000.00.13.H23-2308" + std::to_string(10 + below(20)) + "-" + std::to_string(1000 + i)});
    put("procedure", {std::string("Chứng thực bản sao từ bản chính giấy tờ do cơ quan có thẩm quyền cấp")});
    put("received_on", {Date{2023, 3, static_cast<int>(below(28)) + 1}});
    put("due_on", {Date{2023, 4, static_cast<int>(below(14)) + 1}});
    put("resolved_on", {Date{2023, 4, static_cast<int>(below(14)) + 15}});
    put("reason", {std::string("verification")});
    put("apology", {below(2) == 0});
    data.tables[index].rows.push_back(std::move(row));
  }
}

SectionData Generator::section() {
  auto data = emptyData(form_);
  dossiers(data);
  // The office's own counts; one of them large, so that sums leave what 64 bits or a double would hold.
  put(data, "digitised.due", 5'000 + below(1'000));
  put(data, "digitised.dossiers", 4'000 + below(1'000));
  put(data, "digitised.results_due", 9'000'000'000'000'000 + below(900'000'000'000'000));
  put(data, "digitised.results", 1'000'000'000'000'000 + below(900'000'000'000'000));
  const auto petitions = below(5);
  put(data, "petitions.received", petitions);
  put(data, "petitions.resolved", petitions);
  const auto good = below(400), normal = below(50);
  put(data, "satisfaction.good", good);
  put(data, "satisfaction.normal", normal);
  put(data, "satisfaction.issued", good + normal);
  data.fields.at(form_.fieldIndex("procedures_total").value()) = Value{Decimal(139)};
  data.fields.at(form_.fieldIndex("publication.published").value()) = Value{Decimal(139)};
  data.fields.at(form_.fieldIndex("one_stop.procedures").value()) = Value{Decimal(139)};
  data.fields.at(form_.fieldIndex("website").value()) = Value{true};
  data.fields.at(form_.fieldIndex("one_stop_electronic").value()) = Value{true};
  // Sizes spread evenly from about 10 to about 55 KB, some of it prose, most of it rows.
  const auto share = below(1000);
  documents(data, share * 70 / 1000);
  overdue(data, share * 45 / 1000);
  data.fields.at(form_.fieldIndex("notes").value()) = Value{words(static_cast<std::size_t>(500 + share * 9))};
  return data;
}

std::string code(int commune) { return "C" + std::to_string(100'000 + commune); }

}  // namespace

void generate(const std::filesystem::path& folder, int count) {
  const auto catalogue = *loadCatalogue(resources(), {});
  const auto* form = catalogue.definitions.registry().newest(DefinitionId("office.commune"));
  if (form == nullptr) {
    std::cerr << "the plugin office is not built\n";
    std::exit(3);
  }
  std::filesystem::create_directories(folder / "packages");
  std::ofstream units(folder / "units.tsv"), periods(folder / "periods.tsv"), assignments(folder / "assignments.tsv"),
      totals(folder / "totals.tsv");
  units << "code\tkind\tname\tparent\n0\tcountry\tViệt Nam\t\n";
  periods << "id\tname\tstart\tend\tnext_name\n2023-8T\t8 tháng đầu năm 2023\t2023-01-01\t2023-08-28\tnhững tháng cuối "
             "năm 2023\n";
  assignments << "definition\tsubject\treporter\tperiod\n";
  for (int province = 1; province <= 63; ++province)
    units << "P" << province << "\tprovince\ttỉnh " << province << "\t0\n";
  Generator generator(*form);
  for (int i = 0; i < count; ++i) {
    units << code(i) << "\tcommune\txã " << i << "\tP" << i % 63 + 1 << "\n";
    assignments << "office.commune\t" << code(i) << "\t" << code(i) << "\t2023-8T\n";
    SubmissionHeader header;
    header.key = {form->id, OrgUnitId(code(i)), PeriodId("2023-8T")};
    header.reporter = header.key.unit;
    header.revision = 1;
    header.journalHead = sha256(code(i));
    header.submittedAt = *parseTime("2023-08-28T09:14:00Z");
    header.submittedBy = {"Nguyễn Văn A", "nva", "MAY-01"};
    std::ofstream(folder / "packages" / (code(i) + ".xml"), std::ios::binary)
        << writePackage(header, *form, generator.section());
  }
  for (const auto& [id, total] : generator.totals()) totals << id << "\t" << total.toText() << "\n";
}

}  // namespace bench
