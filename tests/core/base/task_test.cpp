#include <atomic>
#include <catch2/catch.hpp>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "core/base/texts.h"
#include "core/base/threads/parallel.h"
#include "core/base/threads/task.h"
#include "tests/support/mailbox.h"

using namespace cchc;
using namespace std::chrono_literals;

namespace {

// Work that waits until the test opens the gate, or until it is asked to stop.
class Gate {
 public:
  void open() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }
  Status pass(Work& work) {
    std::unique_lock lock(mutex_);
    inside_ = true;
    changed_.notify_all();
    if (!changed_.wait(lock, work.stop(), [this] { return open_; })) return fail("work.cancelled");
    return {};
  }
  // Like `pass`, but a stop is not heeded, as by a server that never answers.
  void wait() {
    std::unique_lock lock(mutex_);
    inside_ = true;
    changed_.notify_all();
    changed_.wait(lock, [this] { return open_; });
  }
  void waitForWork() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return inside_; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable_any changed_;
  bool open_ = false, inside_ = false;
};

// Says on which thread it was destroyed.
struct Witness {
  explicit Witness(std::thread::id& where) : where_(where) {}
  ~Witness() { where_ = std::this_thread::get_id(); }
  Witness(const Witness&) = delete;
  Witness& operator=(const Witness&) = delete;
  std::thread::id& where_;
};

// "" for success.
std::string codeOf(const Status& outcome) { return outcome ? std::string() : outcome.error().code; }

struct Desk {
  test::Mailbox mailbox;
  Tasks tasks{mailbox.host()};
  Task task{tasks};
};

}  // namespace

TEST_CASE("work runs on a thread, and its outcome arrives on the thread of its owner", "[threads]") {
  Desk desk;
  const auto mine = std::this_thread::get_id();
  std::thread::id worked, answered;
  std::string outcome;
  REQUIRE(desk.task.start(
      [&](Work&) -> Result<std::unique_ptr<std::string>> {
        worked = std::this_thread::get_id();
        return std::make_unique<std::string>("177 tỷ");
      },
      [&](Result<std::unique_ptr<std::string>> result) {
        answered = std::this_thread::get_id();
        CHECK_FALSE(desk.task.running());
        outcome = **result;
      }));
  CHECK(desk.task.running());
  CHECK_FALSE(desk.task.start([](Work&) { return Status(); }, [](const Status&) { FAIL("only one at a time"); }));
  REQUIRE(desk.mailbox.handleUntil([&] { return !outcome.empty(); }));
  CHECK(worked != mine);
  CHECK(answered == mine);
  CHECK(outcome == "177 tỷ");
}

TEST_CASE("an exception in work becomes a message that names the log, and the program lives", "[threads]") {
  Desk desk;
  std::vector<Status> outcomes;
  const auto keep = [&](const Status& outcome) { outcomes.push_back(outcome); };
  const auto run = [&](void (*what)()) {
    REQUIRE(desk.task.start(
        [what](Work&) -> Status {
          what();
          return {};
        },
        keep));
    const auto before = outcomes.size();
    REQUIRE(desk.mailbox.handleUntil([&] { return outcomes.size() > before; }));
  };
  run([] { throw std::runtime_error("the disk is gone"); });
  run([] { throw 5; });
  run([] {});
  REQUIRE(outcomes.size() == 3);
  REQUIRE_FALSE(outcomes[0]);
  CHECK(outcomes[0].error().code == "app.internal-logged");
  const auto message = messageLine(outcomes[0].error(), Language::en);
  CHECK(message.find("the disk is gone") != std::string::npos);
  CHECK(message.find("cchc-suite.log") != std::string::npos);
  REQUIRE_FALSE(outcomes[1]);
  CHECK(outcomes[1].error().code == "app.internal-logged");
  CHECK(outcomes[2]);
  CHECK(desk.mailbox.log() == std::vector<std::string>{"the disk is gone", "unknown"});
}

TEST_CASE("an exception is logged even if nobody awaits the outcome", "[threads]") {
  test::Mailbox mailbox;
  Tasks tasks(mailbox.host());
  Gate gate;
  {
    Task task(tasks);
    task.start(
        [&](Work& work) -> Status {
          static_cast<void>(gate.pass(work));
          throw std::runtime_error("too late");
        },
        [](const Status&) { FAIL("the owner is gone"); });
    gate.waitForWork();
  }
  REQUIRE(tasks.close(1min, 1min));
  mailbox.handleRest();
  CHECK(mailbox.log() == std::vector<std::string>{"too late"});
}

TEST_CASE("work that is asked to stop ends, and its owner learns how", "[threads]") {
  Desk desk;
  Gate gate;
  std::optional<std::string> outcome;
  std::vector<bool> running;
  desk.task.runningChanged = [&](bool now) { running.push_back(now); };
  desk.task.start([&](Work& work) { return gate.pass(work); }, [&](const Status& done) { outcome = codeOf(done); });
  gate.waitForWork();
  desk.task.stop();
  CHECK(desk.task.running());
  REQUIRE(desk.mailbox.handleUntil([&] { return outcome.has_value(); }));
  CHECK(*outcome == "work.cancelled");
  CHECK(running == std::vector<bool>{true, false});
}

TEST_CASE("progress and calls arrive in their order, and before the outcome", "[threads]") {
  Desk desk;
  std::vector<std::string> arrived;
  desk.task.progress = [&](std::size_t done, std::size_t all) {
    arrived.push_back(std::to_string(done) + "/" + std::to_string(all));
  };
  bool stopped = false;
  desk.task.start(
      [&](Work& work) -> Status {
        stopped = !work.watch(1, 3);
        work.tell([&] { arrived.emplace_back("first"); });
        std::this_thread::sleep_for(120ms);
        stopped = !work.watch(2, 3) || stopped;
        stopped = !work.watch(3, 3) || stopped;  // too soon to be seen
        work.tell([&] { arrived.emplace_back("second"); });
        return {};
      },
      [&](const Status&) { arrived.emplace_back("outcome"); });
  REQUIRE(desk.mailbox.handleUntil([&] { return !desk.task.running(); }));
  CHECK(arrived == std::vector<std::string>{"1/3", "first", "2/3", "second", "outcome"});
  CHECK_FALSE(stopped);
  desk.mailbox.handleRest();
  CHECK(arrived.size() == 5);
}

TEST_CASE("of several questions only the newest is answered, and they never run side by side", "[threads]") {
  Desk desk;
  std::atomic<int> inside = 0, most = 0, begun = 0;
  std::vector<int> answers;
  std::vector<bool> running;
  desk.task.runningChanged = [&](bool now) { running.push_back(now); };
  for (int i = 0; i < 50; ++i) {
    desk.task.ask(
        [&, i](Work& work) -> Result<int> {
          most = std::max(most.load(), ++inside);
          ++begun;
          while (i < 49 && !work.stopped()) std::this_thread::sleep_for(1ms);
          --inside;
          return i;
        },
        [&](const Result<int>& answer) { answers.push_back(*answer); });
    if (i % 7 == 0) desk.mailbox.handleRest();
  }
  REQUIRE(desk.mailbox.handleUntil([&] { return !desk.task.running(); }));
  CHECK(answers == std::vector<int>{49});
  CHECK(most == 1);
  CHECK(begun < 50);
  CHECK(running == std::vector<bool>{true, false});
}

TEST_CASE("an answer that asks again is answered too", "[threads]") {
  Desk desk;
  int answers = 0;
  std::function<void()> ask = [&] {
    desk.task.ask([](Work&) { return Status(); },
                  [&](const Status&) {
                    if (++answers < 3) ask();
                  });
  };
  ask();
  REQUIRE(desk.mailbox.handleUntil([&] { return answers == 3; }));
  CHECK_FALSE(desk.task.running());
}

TEST_CASE("a question that waits can be stopped", "[threads]") {
  Desk desk;
  Gate stuck;
  std::optional<std::string> outcome;
  desk.task.ask(
      [&](Work&) -> Status {
        stuck.wait();
        return {};
      },
      [](const Status&) { FAIL("a newer question was asked"); });
  stuck.waitForWork();
  desk.task.ask([](Work& work) -> Status { return work.stopped() ? Status(fail("work.cancelled")) : Status(); },
                [&](const Status& done) { outcome = codeOf(done); });
  desk.task.stop();
  stuck.open();
  REQUIRE(desk.mailbox.handleUntil([&] { return outcome.has_value(); }));
  CHECK(*outcome == "work.cancelled");
}

TEST_CASE("discarded work leaves room for other work at once, though its thread does not end", "[threads]") {
  Desk desk;
  Gate stuck;
  desk.task.start(
      [&](Work& work) -> Status {
        stuck.wait();
        work.tell([] { FAIL("the outcome was discarded"); });
        return {};
      },
      [](const Status&) { FAIL("the outcome was discarded"); });
  stuck.waitForWork();
  desk.task.discard();
  CHECK_FALSE(desk.task.running());
  int answers = 0;
  REQUIRE(desk.task.start([](Work&) { return Status(); }, [&](const Status&) { ++answers; }));
  REQUIRE(desk.mailbox.handleUntil([&] { return answers == 1; }));
  stuck.open();
  REQUIRE(desk.tasks.close(1min, 1min));
  desk.mailbox.handleRest();
  CHECK(answers == 1);
}

TEST_CASE("a question after a discarded one waits for the end of its thread", "[threads]") {
  Desk desk;
  Gate stuck;
  std::atomic<bool> ended = false;
  desk.task.ask(
      [&](Work&) -> Status {
        stuck.wait();
        ended = true;
        return {};
      },
      [](const Status&) { FAIL("the outcome was discarded"); });
  stuck.waitForWork();
  desk.task.discard();
  std::optional<bool> after;
  desk.task.ask([&](Work&) -> Result<bool> { return ended.load(); },
                [&](const Result<bool>& answer) { after = *answer; });
  CHECK(desk.task.running());
  stuck.open();
  REQUIRE(desk.mailbox.handleUntil([&] { return after.has_value(); }));
  CHECK(*after);
}

TEST_CASE("an owner that is destroyed before the outcome hears nothing more", "[threads]") {
  test::Mailbox mailbox;
  Tasks tasks(mailbox.host());
  std::thread::id destroyed;
  Gate gate;
  for (const bool outcomeWaits : {false, true}) {
    auto task = std::make_unique<Task>(tasks);
    destroyed = {};
    task->start(
        [&](Work& work) -> Status {
          work.tell([] { FAIL("the owner is gone"); });
          return outcomeWaits ? Status() : gate.pass(work);
        },
        [witness = std::make_shared<Witness>(destroyed)](const Status&) { FAIL("the owner is gone"); });
    if (outcomeWaits)
      REQUIRE(tasks.close(1min, 1min));  // the outcome is in the mailbox
    else
      gate.waitForWork();
    task.reset();
    CHECK(destroyed == std::this_thread::get_id());  // what `then` holds belongs to the owner's thread
    REQUIRE(tasks.close(1min, 1min));
    mailbox.handleRest();
  }
}

TEST_CASE("a task may be destroyed by its own outcome", "[threads]") {
  test::Mailbox mailbox;
  Tasks tasks(mailbox.host());
  auto task = std::make_unique<Task>(tasks);
  task->start([](Work&) { return Status(); }, [&](const Status&) { task.reset(); });
  CHECK(mailbox.handleUntil([&] { return task == nullptr; }));
}

TEST_CASE("closing waits no longer than the work takes to stop, and never for a server that does not answer",
          "[threads]") {
  Desk desk;
  Gate gate, server;
  Task other(desk.tasks);
  desk.task.start([&](Work& work) { return gate.pass(work); }, [](const Status&) {});
  gate.waitForWork();
  CHECK(desk.tasks.close(1min, 0ms));
  other.start(
      [&](Work& work) -> Status {
        work.usesServer();
        server.wait();
        return {};
      },
      [](const Status&) {});
  server.waitForWork();
  CHECK_FALSE(desk.tasks.close(1min, 20ms));
  server.open();
  CHECK(desk.tasks.close(1min, 1min));
}

TEST_CASE("an outcome can be waited for where no events are handled", "[threads]") {
  Tasks tasks({});
  Task task(tasks);
  Gate gate;
  std::optional<std::string> outcome;
  CHECK(task.finishWithin(0ms));  // there is nothing to wait for
  task.start([&](Work& work) { return gate.pass(work); }, [&](const Status& done) { outcome = codeOf(done); });
  CHECK_FALSE(task.finishWithin(10ms));
  CHECK_FALSE(outcome);
  gate.open();
  REQUIRE(task.finishWithin(1min));
  CHECK(outcome == "");
}

TEST_CASE("what the work captured is destroyed before its outcome arrives", "[threads]") {
  Desk desk;
  std::thread::id destroyed;
  bool over = false;
  desk.task.start([witness = std::make_shared<Witness>(destroyed)](Work&) { return Status(); },
                  [&](const Status&) {
                    CHECK(destroyed != std::thread::id());
                    over = true;
                  });
  CHECK(desk.mailbox.handleUntil([&] { return over; }));
}

TEST_CASE("pieces of work on several cores are each done once", "[threads]") {
  for (const unsigned threads : {1U, 2U, 5U, 100U}) {
    std::vector<int> done(300);
    std::atomic<unsigned> highest = 0;
    inParallel(done.size(), threads, [&](std::size_t i, unsigned thread) {
      if (thread > highest) highest = thread;
      ++done[i];
    });
    CHECK(highest < threads);
    CHECK(done == std::vector<int>(300, 1));
  }
  inParallel(0, 4, [](std::size_t, unsigned) { FAIL("there is nothing to do"); });
}

TEST_CASE("an exception on one of several cores reaches the caller, and ends the loop", "[threads]") {
  for (const unsigned threads : {1U, 4U}) {
    std::atomic<int> done = 0;
    CHECK_THROWS_WITH(inParallel(100'000, threads,
                                 [&](std::size_t i, unsigned) {
                                   if (i == 10) throw std::runtime_error("item 10");
                                   ++done;
                                 }),
                      "item 10");
    CHECK(done < 100'000);
  }
}
