// A shared store cannot be reached for a while, and a section is edited meanwhile.
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <thread>

#include "core/app/section/section_editing.h"
#include "core/app/shared/outbox.h"
#include "core/app/units/import_tables.h"
#include "tests/support/postgres_server.h"
#include "tests/support/skip.h"

using namespace cchc;
using namespace cchc::test;

namespace {

const SystemClock systemClock;
const SectionKey budget{DefinitionId("finance.budget"), OrgUnitId("296"), PeriodId("2023-8T")};

std::unique_ptr<Suite> open(const std::string& address, const std::string& who, const std::filesystem::path& outboxes) {
  const auto resources = findResources(std::filesystem::path(CCHC_BINARY) / "bin" / "cchc");
  REQUIRE(resources);
  auto suite = openSuite({address, {}, *resources, &systemClock, {who, who, "MAY-" + who}, outboxes});
  if (!suite) throw std::runtime_error(messageLine(suite.error(), Language::en));
  return std::move(*suite);
}

std::unique_ptr<PostgresServer> serverOrWarning() {
  std::string reason;
  auto server = PostgresServer::start(&reason);
  if (!server) test::skip(reason);
  return server;
}

Status enter(SectionEditing& editing, const char* field, const char* value) {
  return editing.apply(
      {{"Nhập", "Enter"}, {FieldEdit{*editing.definition().fieldIndex(field), Value{*Decimal::parse(value)}}}});
}

std::string present(Suite& suite, const std::string& place) {
  const auto draft = suite.store.draft(budget);
  REQUIRE(draft);
  for (const auto& value : draft->values) {
    if (value.place == place) return value.value;
  }
  return {};
}

std::size_t entries(Suite& suite, const std::string& place) {
  std::size_t count = 0;
  const auto journal = suite.store.journal(budget);
  REQUIRE(journal);
  for (const auto& entry : *journal) count += entry.change.place == place ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE(
    "edits made while the shared store is gone are kept and sent once each when it is back, and conflicts are told "
    "with both people") {
  const auto server = serverOrWarning();
  if (!server) return;
  const TemporaryFolder folder;
  const auto address = server->freshDatabase();
  const auto lan = open(address, "Lan", folder / "lan");
  REQUIRE(importTables(*lan, lan->options.resources.sample));
  auto editing = SectionEditing::open(*lan, budget);
  REQUIRE(editing);
  REQUIRE(enter(**editing, "revenue.target", "387425000000"));
  CHECK(lan->outbox->empty());

  server->stop();
  REQUIRE(enter(**editing, "revenue.actual", "177357000000"));
  REQUIRE(enter(**editing, "revenue.target", "400000000000"));
  CHECK(lan->outbox->size() == 2);
  CHECK((*editing)->data().fields[*(*editing)->definition().fieldIndex("revenue.actual")] ==
        Value{*Decimal::parse("177357000000")});
  // A program that is started now finds the same.
  std::filesystem::path file;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "lan")) {
    if (entry.path().extension() == ".tsv") file = entry.path();
  }
  CHECK(Outbox(file).size() == 2);
  const auto kept = contentOf(file);

  REQUIRE(server->startAgain());
  {
    const auto minh = open(address, "Minh", folder / "minh");
    auto theirs = SectionEditing::open(*minh, budget);
    REQUIRE(theirs);
    REQUIRE(enter(**theirs, "revenue.target", "390000000000"));
  }
  CHECK(lan->outbox->send(lan->store, true));
  const auto told = lan->outbox->takeReports();
  for (const auto& one : told) {
    INFO(messageLine(one, Language::en));
    CHECK(one.code == "section.conflict");
  }
  REQUIRE(told.size() == 1);
  CHECK(told[0].code == "section.conflict");
  const auto line = messageLine(told[0], Language::en);
  CHECK(line.find("Minh") != std::string::npos);
  CHECK(line.find("390000000000") != std::string::npos);
  CHECK(line.find("400000000000") != std::string::npos);
  CHECK(present(*lan, "revenue.actual") == "177357000000");
  CHECK(present(*lan, "revenue.target") == "390000000000");
  CHECK_FALSE(std::filesystem::exists(file));
  CHECK(contentOf(file.string() + ".refused").find("400000000000") != std::string::npos);

  // As if the program was killed after sending and before it could note that: the edits are sent again, and change
  // nothing.
  write(file, kept);
  Outbox again(file);
  CHECK(again.send(lan->store, true));
  CHECK(entries(*lan, "revenue.actual") == 1);
  CHECK(present(*lan, "revenue.target") == "390000000000");
  CHECK(lan->store.verifyJournal(budget)->empty());
}

TEST_CASE("a connection that was only dropped is opened again, and the edit goes straight to the store") {
  const auto server = serverOrWarning();
  if (!server) return;
  const TemporaryFolder folder;
  const auto lan = open(server->freshDatabase(), "Lan", folder / "lan");
  REQUIRE(importTables(*lan, lan->options.resources.sample));
  auto editing = SectionEditing::open(*lan, budget);
  REQUIRE(editing);
  REQUIRE(enter(**editing, "revenue.target", "1"));
  server->stop();
  REQUIRE(server->startAgain());
  REQUIRE(enter(**editing, "revenue.target", "2"));
  CHECK(lan->outbox->empty());
  CHECK(present(*lan, "revenue.target") == "2");
}

TEST_CASE("edits that are sent later begin the section, lie in order, and are whole in the store once they were sent",
          "[threads]") {
  const auto server = serverOrWarning();
  if (!server) return;
  const TemporaryFolder folder;
  const auto address = server->freshDatabase();
  const auto lan = open(address, "Lan", folder / "lan");
  REQUIRE(importTables(*lan, lan->options.resources.sample));
  auto editing = SectionEditing::open(*lan, budget);
  REQUIRE(editing);
  int kept = 0;
  lan->outbox->sendLater([&] { ++kept; });
  // None of this asks the store: the server is stopped.
  server->stop();
  REQUIRE(enter(**editing, "revenue.target", "387425000000"));
  const auto& form = (*editing)->definition();
  const auto table = *form.tableIndex("recommendations");
  std::vector<std::string> order;
  for (const auto& row : (*editing)->data().tables[table].rows) order.push_back(row.id);
  EditStep step{{"Thêm", "Add"}, {}};
  for (const auto* id : {"mot", "hai", "ba"}) {
    step.edits.push_back(
        RowInsert{table, order.size(), Row{id, std::vector<Value>(form.tables[table].columns.size())}});
    order.emplace_back(id);
  }
  REQUIRE((*editing)->apply(std::move(step)));
  REQUIRE((*editing)->undo());
  REQUIRE((*editing)->redo());
  CHECK(kept == 5);  // the beginning with its starting values, and four steps
  CHECK((*editing)->header().state == SectionState::draft);
  CHECK_FALSE(waitForOutbox(lan->outbox));

  REQUIRE(server->startAgain());
  const auto beside = open(address, "Lan", folder / "beside");
  bool sent = false;
  std::jthread sender([&] { sent = lan->outbox->send(beside->store, true); });
  CHECK(waitForOutbox(lan->outbox));
  sender.join();
  CHECK(sent);
  CHECK(lan->outbox->takeReports().empty());
  const auto minh = open(address, "Minh", folder / "minh");
  const auto seen = SectionEditing::open(*minh, budget);
  REQUIRE(seen);
  CHECK((*seen)->data().fields == (*editing)->data().fields);
  std::vector<std::string> there;
  for (const auto& row : (*seen)->data().tables[table].rows) there.push_back(row.id);
  CHECK(there == order);
  CHECK(minh->store.verifyJournal(budget)->empty());
}

TEST_CASE("two who begin the same section, one of them sending later, lose nothing and quarrel about nothing") {
  const auto server = serverOrWarning();
  if (!server) return;
  const TemporaryFolder folder;
  const auto address = server->freshDatabase();
  const auto lan = open(address, "Lan", folder / "lan");
  REQUIRE(importTables(*lan, lan->options.resources.sample));
  const auto minh = open(address, "Minh", folder / "minh");
  auto mine = SectionEditing::open(*lan, budget), theirs = SectionEditing::open(*minh, budget);
  REQUIRE(mine);
  REQUIRE(theirs);
  lan->outbox->sendLater([] {});
  REQUIRE(enter(**mine, "revenue.actual", "177357000000"));
  REQUIRE(enter(**theirs, "revenue.target", "387425000000"));
  CHECK(lan->outbox->send(lan->store, true));
  CHECK(lan->outbox->takeReports().empty());
  CHECK(present(*minh, "revenue.actual") == "177357000000");
  CHECK(present(*minh, "revenue.target") == "387425000000");
  CHECK(lan->store.verifyJournal(budget)->empty());
}

TEST_CASE(
    "a section that may no longer be begun is told of at its beginning and at what was typed, not at what it would "
    "have started with") {
  const auto server = serverOrWarning();
  if (!server) return;
  const TemporaryFolder folder;
  const auto lan = open(server->freshDatabase(), "Lan", folder / "lan");
  REQUIRE(importTables(*lan, lan->options.resources.sample));
  const auto change = [&](const char* id, const char* place, const char* value) {
    return Change{id, place, "", value, lan->options.actor, lan->now()};
  };
  const std::vector<Change> start{change("id-1", "revenue.target", "1"), change("id-2", "revenue.own_target", "2")},
      typed{change("id-3", "revenue.actual", "3")};
  lan->outbox->sendLater([] {});
  REQUIRE(lan->outbox->queueBeginning(budget, lan->options.actor, lan->now(), start));
  REQUIRE(lan->outbox->queue(budget, typed));
  CHECK(lan->outbox->size() == 4);
  const auto begin = std::exchange(
      lan->outbox->beginSection,
      [](Store&, const SectionKey& key, const Actor&) -> Status { return fail("section.locked", keyText(key)); });
  CHECK(lan->outbox->send(lan->store, true));
  const auto told = lan->outbox->takeReports();
  REQUIRE(told.size() == 2);
  CHECK(told[0].code == "section.locked");
  CHECK(told[1].code == "section.not-begun");

  // Where it may be begun, the starting values are there, except where somebody else has entered one before.
  const auto minh = open(lan->options.store, "Minh", folder / "minh");
  auto theirs = SectionEditing::open(*minh, budget);
  REQUIRE(theirs);
  REQUIRE(enter(**theirs, "revenue.target", "5"));
  lan->outbox->beginSection = begin;
  REQUIRE(lan->outbox->queueBeginning(budget, lan->options.actor, lan->now(), start));
  REQUIRE(lan->outbox->queue(budget, typed));
  CHECK(lan->outbox->send(lan->store, true));
  CHECK(lan->outbox->takeReports().empty());
  CHECK(present(*minh, "revenue.target") == "5");
  CHECK(present(*minh, "revenue.own_target") == "2");
  CHECK(present(*minh, "revenue.actual") == "3");
}

TEST_CASE("an outbox that was damaged is set aside, and what was read of it is sent") {
  const TemporaryFolder folder;
  write(folder / "box.tsv",
        "2023-8T\tfinance.budget\t296\tid-1\trevenue.target\t\t1\tLan\tlan\tMAY\t15\t2023-08-28T09:14:00Z\nhalf a li");
  const Outbox box(folder / "box.tsv");
  CHECK(box.size() == 1);
  CHECK(std::filesystem::exists(folder / "box.tsv.damaged"));
}

TEST_CASE("a second window of the same person has an outbox of its own, and what it leaves is taken over") {
  const TemporaryFolder folder;
  const auto file = folder / "box.tsv";
  int ready[2], end[2];
  REQUIRE(::pipe(ready) == 0);
  REQUIRE(::pipe(end) == 0);
  const pid_t first = ::fork();
  if (first == 0) {
    const auto box = Outbox::acquire(file);
    static_cast<void>(!::write(ready[1], box ? "y" : "n", 1));
    char none = 0;
    ::close(end[1]);
    static_cast<void>(!::read(end[0], &none, 1));
    ::_exit(0);
  }
  char answer = 0;
  REQUIRE(::read(ready[0], &answer, 1) == 1);
  CHECK(answer == 'y');
  write(folder / "box-2.tsv",
        "2023-8T\tfinance.budget\t296\tid-1\trevenue.target\t\t1\tLan\tlan\tMAY\t15\t2023-08-28T09:14:00Z\n");
  {
    const auto second = Outbox::acquire(file);
    REQUIRE(second);
    CHECK(second->size() == 1);
  }
  ::close(end[1]);
  int status = 0;
  ::waitpid(first, &status, 0);
  const auto later = Outbox::acquire(file);
  REQUIRE(later);
  CHECK(later->size() == 1);
  CHECK(std::filesystem::exists(file));
  CHECK_FALSE(std::filesystem::exists(folder / "box-2.tsv"));
}

TEST_CASE("two outboxes of one program have a file each, which its owner alone may read") {
  const TemporaryFolder folder;
  const auto file = folder / "outbox" / "box.tsv";
  auto first = Outbox::acquire(file);
  REQUIRE(first);
  const auto second = Outbox::acquire(file);
  REQUIRE(second);
  const std::vector<Change> change{{"id-1", Address::inDraft("revenue.target"), "", "1", {"Lan", "lan", "MAY"}, {}}};
  REQUIRE(first->queue(budget, change));
  CHECK(first->size() == 1);
  CHECK(second->empty());
  CHECK_FALSE(std::filesystem::exists(folder / "outbox" / "box-2.tsv"));
  using std::filesystem::perms;
  for (const auto& kept : {file.parent_path(), file})
    CHECK((std::filesystem::status(kept).permissions() & (perms::group_all | perms::others_all)) == perms::none);
  // What the first one leaves is taken over by the next one, once it is gone.
  first.reset();
  CHECK(Outbox::acquire(file)->size() == 1);
}
