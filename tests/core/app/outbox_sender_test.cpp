// Edits of a shared store that are sent by a thread.
#include <catch2/catch.hpp>
#include <chrono>
#include <memory>
#include <thread>
#include <vector>

#include "core/app/section/section_editing.h"
#include "core/app/send/outbox_sender.h"
#include "core/app/shared/outbox.h"
#include "core/app/units/import_tables.h"
#include "tests/support/mailbox.h"
#include "tests/support/postgres_server.h"
#include "tests/support/skip.h"

using namespace cchc;
using namespace cchc::test;
using namespace std::chrono_literals;

namespace {

const SystemClock systemClock;
const SectionKey budget{DefinitionId("finance.budget"), OrgUnitId("296"), PeriodId("2023-8T")};

// A shared store with the tables of the sample, and a person who edits the budget.
struct Person {
  TemporaryFolder folder;
  std::unique_ptr<Suite> suite;
  std::unique_ptr<SectionEditing> editing;

  explicit Person(PostgresServer& server) {
    const auto resources = findResources(std::filesystem::path(CCHC_BINARY) / "bin" / "cchc");
    REQUIRE(resources);
    auto opened =
        openSuite({server.freshDatabase(), {}, *resources, &systemClock, {"Lan", "lan", "MAY-LAN"}, folder / "lan"});
    REQUIRE(opened);
    suite = std::move(*opened);
    REQUIRE(importTables(*suite, resources->sample));
    auto section = SectionEditing::open(*suite, budget);
    REQUIRE(section);
    editing = std::move(*section);
  }
  void enter(const std::string& figure) {
    REQUIRE(editing->apply(
        {{"Nhập", "Enter"},
         {FieldEdit{*editing->definition().fieldIndex("revenue.actual"), Value{*Decimal::parse(figure)}}}}));
  }
  std::string stored() {
    const auto draft = suite->store.draft(budget);
    REQUIRE(draft);
    for (const auto& value : draft->values) {
      if (value.value.starts_with("1773")) return value.value;
    }
    return {};
  }
};

std::unique_ptr<PostgresServer> serverOrSkip() {
  std::string reason;
  auto server = PostgresServer::start(&reason);
  if (!server) test::skip(reason);
  return server;
}

}  // namespace

TEST_CASE("edits are sent by a thread while the person goes on, and its owner learns of each attempt", "[threads]") {
  const auto server = serverOrSkip();
  if (!server) return;
  Person person(*server);
  Mailbox mailbox;
  Tasks tasks(mailbox.host());
  std::vector<OutboxSender::Sent> sent;
  auto sender =
      std::make_unique<OutboxSender>(tasks, *person.suite, [&](const OutboxSender::Sent& one) { sent.push_back(one); });
  for (int i = 0; i < 20; ++i) person.enter("1773570000" + std::to_string(10 + i));
  REQUIRE(waitForOutbox(person.suite->outbox));
  REQUIRE(mailbox.handleUntil([&] { return !sent.empty() && sent.back().reached; }));
  CHECK(sender->reached());
  REQUIRE(sent.back().header);
  CHECK(sent.back().header->key == budget);
  for (const auto& one : sent) CHECK(one.reports.empty());
  CHECK(person.stored() == "177357000029");

  // Without the sender, edits go straight to the store again.
  sender.reset();
  REQUIRE(tasks.close(1min, 1min));
  person.enter("177399000000");
  CHECK(person.suite->outbox->empty());
  CHECK(person.stored() == "177399000000");
}

TEST_CASE("a sender whose server does not answer is left behind, and what it held is sent once by the next",
          "[threads]") {
  const auto server = serverOrSkip();
  if (!server) return;
  Person person(*server);
  Mailbox mailbox;
  Tasks tasks(mailbox.host());
  std::size_t attempts = 0;
  const auto count = [&](const OutboxSender::Sent&) { ++attempts; };
  auto sender = std::make_unique<OutboxSender>(tasks, *person.suite, count);
  person.enter("177300000000");
  REQUIRE(mailbox.handleUntil([&] { return attempts > 0; }));
  server->hang();
  person.enter("177357000000");
  std::this_thread::sleep_for(1s);  // until the thread waits for the server
  const auto before = std::chrono::steady_clock::now();
  sender.reset();
  CHECK(std::chrono::steady_clock::now() - before < 2s);
  CHECK_FALSE(tasks.close(1min, 100ms));
  // Another sender begins while the first still waits for the server. Neither removes what the other has not sent.
  sender = std::make_unique<OutboxSender>(tasks, *person.suite, count);
  person.enter("177358000000");
  person.enter("177359000000");
  server->goOn();
  REQUIRE(mailbox.handleUntil([&] { return person.suite->outbox->empty(); }));
  sender.reset();
  REQUIRE(tasks.close(1min, 1min));
  CHECK(person.stored() == "177359000000");
  const auto journal = person.suite->store.journal(budget);
  REQUIRE(journal);
  std::vector<std::string> entered;
  for (const auto& entry : *journal) {
    if (entry.change.newValue.starts_with("1773")) entered.push_back(entry.change.newValue);
  }
  CHECK(entered == std::vector<std::string>{"177300000000", "177357000000", "177358000000", "177359000000"});
}
