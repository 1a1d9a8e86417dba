// A submission accepted with what the office found in its package, in place of what its row says.
#include "core/store/session.h"

namespace cchc {

using soci::into;
using soci::use;

Status Store::acceptSubmission(const SectionKey& key, const Examined& examined, const Actor& who) {
  return store::guarded(session_->address, [&]() -> Status {
    store::Transaction transaction(session_->sql, session_->postgres);
    CCHC_TRY(auto header, store::headerToDecideOn(*session_, key, examined.revision, who));
    if (const auto count = store::undecidedRivals(session_->sql, key, examined.revision); count > 0) {
      return fail("submission.rivals", keyText(key),
                  {{"revision", std::to_string(examined.revision)},
                   {"count", std::to_string(count + 1)},
                   {"section", key.definition.value},
                   {"unit", key.unit.value},
                   {"period", key.period.value}});
    }
    CCHC_CHECK(store::moveSection(*session_, header, SectionAction::accept, who, ""));
    // Whoever may write to the table can have put a second row of this revision beside the one that was looked at: it
    // must not count too.
    session_->sql << "UPDATE submission SET state = 3 WHERE period = :p AND definition = :d AND unit = :u AND revision "
                     "= :r AND digest <> :g",
        use(key.period.value), use(key.definition.value), use(key.unit.value), use(examined.revision),
        use(examined.digest);
    // And the row is as it was when it was looked at: its digest is that of the package which was read.
    soci::statement update =
        (session_->sql.prepare
             << "UPDATE submission SET state = 1, signer = :signer, checked_by = :checked, contribution = "
                ":contribution, findings = :findings "
                "WHERE period = :p AND definition = :d AND unit = :u AND revision = :r AND digest = :g",
         use(examined.signer), use(examined.checkedBy), use(examined.contribution), use(examined.findings),
         use(key.period.value), use(key.definition.value), use(key.unit.value), use(examined.revision),
         use(examined.digest));
    update.execute(true);
    if (update.get_affected_rows() != 1) return fail("section.not-received", keyText(key));
    transaction.commit();
    return {};
  });
}

}  // namespace cchc
