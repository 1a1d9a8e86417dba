// Every cell of the table of who may do what (tests/core/model/permits_table.tsv), through a store: a file, where the
// program refuses, and PostgreSQL, where the database refuses what a program without that table asks for.
#include <catch2/catch.hpp>
#include <map>
#include <sstream>
#include <stdexcept>

#include "tests/core/store/permits_cells.h"
#include "tests/support/command.h"
#include "tests/support/permits_table.h"
#include "tests/support/postgres_server.h"
#include "tests/support/skip.h"
#include "tests/support/units.h"

using namespace cchc;
using namespace cchc::test;

namespace {

const FixedClock clockAt(Time(std::chrono::seconds(1693200000)));
const OrgUnitId finance("296.TCKH"), justice("296.TP");
constexpr UserRole roles[] = {UserRole::department, UserRole::departmentHead, UserRole::office, UserRole::officeHead};

Roles bit(UserRole role) { return static_cast<Roles>(role); }

// The sections on which refused commands are tried: nothing changes them.
class Untouched {
 public:
  explicit Untouched(CellStore& cells) : cells_(cells) {}
  const SectionKey& of(std::optional<SectionState> state, bool rival) {
    const auto at = std::pair(stateWord(state), rival);
    const auto found = sections_.find(at);
    return found != sections_.end() ? found->second : sections_.emplace(at, cells_.section(state, rival)).first->second;
  }

 private:
  CellStore& cells_;
  std::map<std::pair<std::string, bool>, SectionKey> sections_;
};

// Tries one cell, and checks its outcome and the state after it.
void tryCell(CellStore& cells, Untouched& untouched, Store& store, DeskCommand command,
             const std::optional<SectionState>& state, const std::optional<SectionState>& to, const Actor& who) {
  const bool rival = command == DeskCommand::choose && state;
  const auto key = to ? cells.section(state, rival) : untouched.of(state, rival);
  const auto error = cells.give(store, command, key, who);
  INFO((error ? messageLine(*error, Language::en) : std::string("done")));
  CHECK(error.has_value() == !to.has_value());
  CHECK(stateWord(cells.stateOf(key)) == stateWord(to ? to : state));
  if (to) CHECK(cells.stateOf(key).has_value());
}

}  // namespace

TEST_CASE("a store that is a file permits and refuses each cell of the table", "[store][permits]") {
  const TemporaryFolder folder;
  auto store = Store::open((folder / "suite.sqlite").string(), clockAt);
  REQUIRE(store);
  CellStore cells(*store, finance);
  Untouched untouched(cells);
  const auto lines = permitLines();
  std::size_t permitted = 0, refused = 0;
  for (const auto command : allCommands()) {
    if (!CellStore::has(command)) continue;
    for (const auto& state : allStates()) {
      const auto* line = lineFor(lines, command, state);
      for (const auto seat : {Seat::own, Seat::other, Seat::any}) {
        for (const auto role : roles) {
          INFO(commandName(command) << ", " << stateWord(state) << ", " << seatWord(seat) << " by "
                                    << roleLabel(role, Language::en));
          const bool may = line != nullptr && (line->roles(seat) & bit(role)) != 0;
          ++(may ? permitted : refused);
          Actor who{"Lan", "lan", "may-1"};
          who.desk.roles = bit(role);
          if (seat != Seat::any) who.desk.unit = seat == Seat::own ? finance : justice;
          tryCell(cells, untouched, *store, command, state, may ? line->to : std::nullopt, who);
        }
      }
    }
  }
  CHECK(permitted > 200);
  CHECK(refused > 900);
  for (const auto& state : allStates()) {
    if (state) CHECK(store->verifyJournal(untouched.of(state, false))->empty());
  }
}

namespace {

PostgresServer* server() {
  static std::string reason;
  static const auto started = PostgresServer::start(&reason);
  if (!started) skip(reason);
  return started.get();
}

// A shared store with a person for each role, in the unit that reports and in another one.
class Members {
 public:
  Members() : address_(server()->freshDatabase()), keeper_(opened("")) {
    for (const auto* part : {"", "-again"}) {
      INFO("roles.sql" << part);
      const auto done =
          run("/usr/bin/psql", {"-q", "-d", address_, "-f", CCHC_SOURCE "/installer/postgresql/roles.sql"});
      INFO(done.err);
      REQUIRE(done.status == 0);
    }
    for (const auto seat : {Seat::own, Seat::other}) {
      for (const auto role : roles) {
        auto name = std::string("cchc_") + std::string(roleName(role));
        for (auto& c : name) c = c == '-' ? '_' : c;
        const auto login = loginOf(seat, role);
        const auto& unit = seat == Seat::own ? finance.value : justice.value;
        sql("DO $$ BEGIN CREATE ROLE " + login + " LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        sql("GRANT " + name + " TO " + login);
        sql("INSERT INTO member VALUES ('" + login + "', '" + unit + "')");
        stores_.emplace(login, opened(login));
      }
    }
  }
  static std::string loginOf(Seat seat, UserRole role) {
    return seatWord(seat) + std::to_string(static_cast<int>(role));
  }
  Store& keeper() { return keeper_; }
  Store& of(const std::string& login) { return stores_.at(login); }
  // Runs statements as the keeper; gives their output or the error's text.
  std::string sql(const std::string& statements) const {
    const auto done = run("/usr/bin/psql", {"-qtA", "-d", address_, "-c", statements});
    return done.status == 0 ? done.out : done.err;
  }
  // What psql says while it runs the file.
  std::string sqlFile(const std::filesystem::path& file) const {
    return run("/usr/bin/psql", {"-q", "-d", address_, "-f", file.string()}).err;
  }

 private:
  Store opened(const std::string& login) const {
    auto address = address_;
    if (!login.empty()) address.replace(address.find("//") + 2, 4, login);
    auto store = Store::open(address, clockAt);
    if (!store) throw std::runtime_error(messageLine(store.error(), Language::en));
    return std::move(*store);
  }
  std::string address_;
  Store keeper_;
  std::map<std::string, Store> stores_;
};

// What the database cannot tell from the table's own rows. To it, a submission that an office makes in the reporter's
// name is a package that it received. A department's own packages do not arrive in a shared store: it submits there.
Roles databaseRoles(const PermitLine* line, DeskCommand command, const std::optional<SectionState>& state, Seat seat) {
  Roles may = line == nullptr ? 0 : line->roles(seat);
  const bool draft = state == SectionState::draft || state == SectionState::returned;
  if (command == DeskCommand::submit && draft) may |= officeRoles;
  if (command == DeskCommand::receive && !draft) may &= officeRoles;
  return may;
}

}  // namespace

TEST_CASE("the database of a shared store refuses each cell of the table that the program refuses",
          "[store][permits]") {
  if (server() == nullptr) return;
  Members members;
  CellStore cells(members.keeper(), finance);
  Untouched untouched(cells);
  const auto lines = permitLines();
  for (const auto command : allCommands()) {
    if (!CellStore::has(command)) continue;
    for (const auto& state : allStates()) {
      const auto* line = lineFor(lines, command, state);
      for (const auto seat : {Seat::own, Seat::other}) {
        for (const auto role : roles) {
          INFO(commandName(command) << ", " << stateWord(state) << ", " << seatWord(seat) << " by "
                                    << roleLabel(role, Language::en));
          const auto login = Members::loginOf(seat, role);
          // A program that asks no table.
          const Actor hostile{"Lan", login, "may-1"};
          const auto may = databaseRoles(line, command, state, seat);
          const auto to = command == DeskCommand::submit ? std::optional(SectionState::submitted)
                          : line != nullptr              ? line->to
                                                         : std::nullopt;
          tryCell(cells, untouched, members.of(login), command, state, (may & bit(role)) != 0 ? to : std::nullopt,
                  hostile);
          // The program itself, at the desk that the database grants.
          const auto granted = members.of(login).grantedDesk();
          REQUIRE(granted);
          CHECK(*granted == Desk{seat == Seat::own ? finance : justice, bit(role)});
          if (line != nullptr && (line->roles(seat) & bit(role)) != 0) continue;
          auto honest = hostile;
          honest.desk = *granted;
          tryCell(cells, untouched, members.of(login), command, state, std::nullopt, honest);
        }
      }
    }
  }
}

TEST_CASE("past the program, each move of a section's state is for those whom the table permits one",
          "[store][permits]") {
  if (server() == nullptr) return;
  Members members;
  CellStore cells(members.keeper(), finance);
  const auto lines = permitLines();
  // Writes the entry of a transition with its right digest, and the section's row, as whoever is logged in.
  members.sql(
      "CREATE FUNCTION move(u TEXT, target BIGINT) RETURNS VOID LANGUAGE plpgsql AS $$ DECLARE s section; c change; w "
      "TEXT := ''; x TEXT; BEGIN SELECT * INTO s FROM section WHERE unit = u; IF s IS NULL THEN RAISE EXCEPTION "
      "'permission denied: not seen'; END IF; c := ROW(s.period, s.definition, s.unit, (SELECT max(seq) + 1 FROM "
      "change "
      "WHERE unit = u), gen_random_uuid()::text, 'state', cchc_state_name(s.state), cchc_state_name(target), 'X', "
      "session_user, 'm', '2023-08-28T00:00:00Z', s.head_digest, ''); FOREACH x IN ARRAY ARRAY[c.previous_digest, "
      "c.definition || '/' || c.unit || '/' || c.period, c.place, c.old_value, c.new_value, c.who, c.login, c.station, "
      "c.at] LOOP w := w || octet_length(x) || ':' || x; END LOOP; c.digest := encode(sha256(convert_to(w, 'UTF8')), "
      "'hex'); INSERT INTO change SELECT c.*; UPDATE section SET state = target, head_digest = c.digest WHERE unit = "
      "u; "
      "END $$; GRANT EXECUTE ON FUNCTION move TO PUBLIC");
  std::string script;
  std::vector<std::pair<std::string, bool>> expected;
  for (int from = 0; from < stateCount; ++from) {
    const auto state = static_cast<SectionState>(from);
    const auto key = cells.section(state);
    for (int to = 0; to < stateCount; ++to) {
      for (const auto seat : {Seat::own, Seat::other}) {
        for (const auto role : roles) {
          bool may = false;
          for (const auto& line : lines) {
            const bool statesAlone = line.command != DeskCommand::withdraw && line.command != DeskCommand::discard &&
                                     line.command != DeskCommand::edit;
            // Who takes a submission back must take back its row too, which was tried above.
            if (statesAlone && line.ofSection && line.state == state && line.to == static_cast<SectionState>(to) &&
                (line.roles(seat) & bit(role)) != 0 && line.command != DeskCommand::amendHeading &&
                !(line.command == DeskCommand::receive && (bit(role) & departmentRoles) != 0))
              may = true;
            // A returned section becomes a draft with the first edit.
            if (line.command == DeskCommand::edit && state == SectionState::returned && to == 0 &&
                (line.roles(seat) & bit(role)) != 0 && line.state == state)
              may = true;
          }
          // It has no submission that still counts, so that discarding is no more than this move.
          if (state == SectionState::draft && to == 0 && (bit(role) & officeRoles) != 0) may = true;
          expected.emplace_back(std::string(stateName(state)) + " > " +
                                    std::string(stateName(static_cast<SectionState>(to))) + ", " + seatWord(seat) +
                                    " by " + std::string(roleName(role)),
                                may);
          script += "SET SESSION AUTHORIZATION " + Members::loginOf(seat, role) +
                    "; BEGIN; DO $$ BEGIN PERFORM move('" + key.unit.value + "', " + std::to_string(to) +
                    "); SET CONSTRAINTS ALL IMMEDIATE; RAISE NOTICE 'cell moved'; EXCEPTION WHEN OTHERS THEN RAISE "
                    "NOTICE 'cell %', left(SQLERRM, 60); END $$; ROLLBACK; RESET SESSION AUTHORIZATION;\n";
        }
      }
    }
  }
  const TemporaryFolder folder;
  write(folder / "moves.sql", script);
  std::istringstream said(members.sqlFile(folder / "moves.sql"));
  std::size_t cell = 0;
  for (std::string line; std::getline(said, line);) {
    const auto at = line.find("NOTICE:  cell ");
    if (at == std::string::npos) continue;
    REQUIRE(cell < expected.size());
    INFO(expected[cell].first << ": " << line);
    CHECK((line.find("cell moved") != std::string::npos) == expected[cell].second);
    if (!expected[cell].second)
      CHECK((line.find("permission denied") != std::string::npos ||
             line.find("row-level security") != std::string::npos || line.find("violates") != std::string::npos));
    ++cell;
  }
  CHECK(cell == expected.size());
}
