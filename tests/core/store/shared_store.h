// A PostgreSQL store with the roles of installer/postgresql, which tests share.
#pragma once
#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "core/base/digest.h"
#include "core/store/store.h"
#include "tests/support/postgres_server.h"
#include "tests/support/skip.h"
#include "tests/support/units.h"

namespace cchc::shared {

inline const FixedClock clockAt(Time(std::chrono::seconds(1693200000)));
inline const PeriodId period("2023-8T");
inline const SectionKey budget{DefinitionId("finance.budget"), OrgUnitId("296"), period},
    legal{DefinitionId("justice.institutional"), OrgUnitId("296"), period};

// The store of a district: the finance office reports the budget, the justice office the legal documents.
class SharedStore {
 public:
  explicit SharedStore(test::PostgresServer& server) : address_(server.freshDatabase()) {
    auto store = opened("");
    REQUIRE(test::saveUnits(store, {test::unitState("296", "district", "huyện Bình Giang")}));
    const std::vector<Assignment> assignments{{budget.definition, budget.unit, OrgUnitId("296.TCKH"), period, {}},
                                              {legal.definition, legal.unit, OrgUnitId("296.TP"), period, {}}};
    REQUIRE(store.saveAssignments(assignments));
    for (const auto* part : {"", "-again"}) {
      INFO("roles.sql" << part);
      const auto outcome =
          test::run("/usr/bin/psql", {"-q", "-d", address_, "-f", CCHC_SOURCE "/installer/postgresql/roles.sql"});
      INFO(outcome.err);
      REQUIRE(outcome.status == 0);
    }
    person("lan", "296.TCKH", "cchc_department");
    person("lan_head", "296.TCKH", "cchc_department_head");
    person("tu_phap", "296.TP", "cchc_department");
    person("van_phong", "296.VP", "cchc_office");
    person("chanh_vp", "296.VP", "cchc_office_head");
  }

  Store opened(const std::string& login) const {
    auto store = Store::open(of(login), clockAt);
    if (!store) throw std::runtime_error(messageLine(store.error(), Language::en));
    return std::move(*store);
  }
  // Runs a statement as this person, with the client that PostgreSQL comes with. Answers its output, or the text of the
  // error.
  std::string sql(const std::string& login, const std::string& statement) const {
    const auto outcome = test::run("/usr/bin/psql", {"-qtA", "-d", of(login), "-c", statement});
    return outcome.status == 0 ? outcome.out : outcome.err;
  }
  void person(const std::string& login, const std::string& unit, const std::string& role) const {
    // The tests of this program share one server, so the log-in role may exist already.
    sql("", "CREATE ROLE " + login + " LOGIN");
    sql("", "GRANT " + role + " TO " + login);
    REQUIRE(sql("", "INSERT INTO member VALUES ('" + login + "', '" + unit + "')").empty());
  }

 private:
  std::string of(const std::string& login) const {
    auto address = address_;
    return login.empty() ? address : address.replace(address.find("//") + 2, 4, login);
  }
  std::string address_;
};

inline SectionDefinition form(const SectionKey& key) {
  SectionDefinition definition;
  definition.id = key.definition;
  definition.xml = "<definition/>";
  definition.digest = sha256(definition.xml);
  return definition;
}

inline Change change(const std::string& id, const std::string& before, const std::string& after) {
  return {id, "revenue.target", before, after, {"Lan", "lan", "may-1"}, clockAt.now()};
}

inline test::PostgresServer* server() {
  static std::string reason;
  static const auto started = test::PostgresServer::start(&reason);
  if (!started) test::skip(reason);
  return started.get();
}

inline bool refused(const std::string& text) {
  return text.find("permission denied") != std::string::npos || text.find("row-level security") != std::string::npos;
}

inline StoredSubmission submission() {
  StoredSubmission sent;
  sent.header.key = budget;
  sent.header.reporter = OrgUnitId("296.TCKH");
  sent.header.revision = 1;
  sent.header.contentDigest = std::string(64, 'a');
  sent.header.submittedBy = {"Lan", "lan_head", "may-1"};
  sent.package = "<submission/>";
  return sent;
}

}  // namespace cchc::shared
