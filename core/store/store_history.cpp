// All revisions of one section, and which of two packages of one revision counts. Issued reports.
#include "core/base/digest.h"
#include "core/store/issued/confirmed_missing.h"
#include "core/store/issued/issued_tables.h"
#include "core/store/received_section.h"
#include "core/store/section_row.h"
#include "core/store/session.h"
#include "core/store/submission_row.h"
#include "core/store/submissions/office_revision.h"
#include "core/store/submissions/set_aside.h"

namespace cchc {

using soci::into;
using soci::use;

namespace {

Result<const StoredSubmission*> withDigest(const std::vector<StoredSubmission>& all, const SectionKey& key,
                                           const std::string& digest) {
  const StoredSubmission* chosen = nullptr;
  for (const auto& submission : all) {
    if (digest.empty() || !submission.header.contentDigest.starts_with(digest)) continue;
    if (chosen != nullptr) return fail("submission.ambiguous", keyText(key), {{"digest", digest}}, ErrorKind::usage);
    chosen = &submission;
  }
  if (chosen == nullptr) return fail("submission.unknown", keyText(key), {{"digest", digest}}, ErrorKind::usage);
  return chosen;
}

// The submission that counts for the revision; 0: for the latest revision.
Result<const StoredSubmission*> ofRevision(const std::vector<StoredSubmission>& all, const SectionKey& key,
                                           int revision) {
  for (const auto& submission : all) {
    if (revision == 0 || submission.header.revision == revision) return &submission;
  }
  if (revision == 0) return fail("section.not-received", keyText(key));
  return fail("submission.no-revision", keyText(key), {{"revision", std::to_string(revision)}}, ErrorKind::usage);
}

}  // namespace

Result<std::vector<StoredSubmission>> Store::history(const SectionKey& key) {
  return store::guarded(session_->address, [&]() -> Result<std::vector<StoredSubmission>> {
    store::SubmissionRow row;
    row.period = key.period.value;
    soci::statement statement =
        (row.into((session_->sql.prepare << "SELECT " + std::string(store::SubmissionRow::columns) +
                                                ", findings FROM submission WHERE period = :p AND definition = :d AND "
                                                "unit = :u ORDER BY revision DESC, "
                                                "CASE WHEN state < 3 THEN 0 ELSE 1 END, received_at, digest",
                   use(key.period.value), use(key.definition.value), use(key.unit.value))),
         into(row.findings));
    statement.execute();
    std::vector<StoredSubmission> all;
    while (statement.fetch()) row.moveTo(all.emplace_back());
    return all;
  });
}

Result<std::vector<SectionKey>> Store::undecidedSections(const PeriodId& period) {
  return store::guarded(session_->address, [&]() -> Result<std::vector<SectionKey>> {
    std::vector<std::pair<SectionKey, int>> several;
    std::string definition, unit;
    long long revision = 0;
    {
      // This query reads the index alone. Few sections have more than one package of a revision.
      soci::statement statement =
          (session_->sql.prepare
               << "SELECT definition, unit, revision FROM submission a WHERE period = :p GROUP BY definition, unit, "
                  "revision "
                  "HAVING count(*) > 1 AND revision = (SELECT max(revision) FROM submission b WHERE b.period = :p2 AND "
                  "b.definition = a.definition AND b.unit = a.unit) ORDER BY definition, unit",
           use(period.value), use(period.value), into(definition), into(unit), into(revision));
      statement.execute();
      while (statement.fetch())
        several.push_back({{DefinitionId(definition), OrgUnitId(unit), period}, store::bounded(revision)});
    }
    std::vector<SectionKey> keys;
    for (const auto& [key, of] : several) {
      if (store::undecidedRivals(session_->sql, key, of) > 0) keys.push_back(key);
    }
    return keys;
  });
}

Status Store::chooseSubmission(const SectionKey& key, const std::string& digest, const Actor& who) {
  return store::written(*session_, [&]() -> Status {
    CCHC_TRY(const auto all, history(key));
    CCHC_TRY(const auto* chosen, withDigest(all, key, digest));
    const auto revision = chosen->header.revision;
    if (chosen->state == SubmissionState::withdrawn)
      return fail("submission.withdrawn", keyText(key), {{"digest", digest}});
    const bool changes = chosen->state >= SubmissionState::rival;
    const bool undecided = store::undecidedRivals(session_->sql, key, revision) > 0;
    auto header = store::sectionRow(*session_, key, true);
    const bool hasRow = header.has_value();
    if (!hasRow) {
      store::lockSectionWithoutRow(*session_, key);
      header = store::receivedHeader(*session_, key);
    }
    if (!header) return fail("submission.unknown", keyText(key), {{"digest", digest}}, ErrorKind::usage);
    if (const auto may = store::permitted(*session_, *header, DeskCommand::choose, who); !may) return fail(may.error());
    // An earlier revision does not count, whichever of its packages is chosen.
    if (revision < header->revision && !undecided)
      return fail("choose.earlier", keyText(key),
                  {{"revision", std::to_string(revision)}, {"latest", std::to_string(header->revision)}});
    if (!changes && !undecided) return {};
    store::journalSubmission(*session_, *header, revision,
                             {SubmissionEvent::Kind::chosen, chosen->header.contentDigest}, who);
    // An earlier decision was about the other package, so the section becomes as if this one had just been received.
    if (hasRow && changes && header->revision == revision) {
      header->definitionVersion = chosen->header.definitionVersion;
      header->definitionDigest = chosen->header.definitionDigest;
      CCHC_CHECK(store::makeTransition(*session_, *header, DeskCommand::choose, who, chosen->header.contentDigest));
    } else if (hasRow) {
      store::writeSectionRow(session_->sql, *header);
    }
    if (changes)
      session_->sql << "UPDATE submission SET state = CASE digest WHEN :digest THEN 0 ELSE 3 END WHERE period = :p AND "
                       "definition = :d AND unit = :u AND revision = :r AND (state <= 3 OR digest = :digest2)",
          use(chosen->header.contentDigest), use(key.period.value), use(key.definition.value), use(key.unit.value),
          use(revision), use(chosen->header.contentDigest);
    return {};
  });
}

Status Store::issueSections(std::span<const SectionKey> sections, const IssuedReport& report) {
  return store::written(*session_, [&]() -> Status {
    for (const auto& key : sections) {
      auto header = store::sectionRow(*session_, key, true);
      if (!header) return fail("section.not-begun", keyText(key));
      CCHC_CHECK(store::makeTransition(*session_, *header, DeskCommand::issue, report.by, ""));
    }
    store::writeIssuedReport(*session_, report);
    return {};
  });
}

Result<Store::NotConsolidated> Store::consolidateSections(std::span<const SectionKey> sections, const Actor& who,
                                                          const std::function<Status()>& finish) {
  NotConsolidated left;
  CCHC_CHECK(store::written(*session_, [&]() -> Status {
    for (const auto& key : sections) {
      if (store::heldElsewhere(*session_, key)) {
        left.held.push_back(key);
        continue;
      }
      auto header = store::sectionRow(*session_, key, true);
      if (!header || header->state != SectionState::accepted) continue;
      if (store::lastState(*session_, key) != header->state) {
        left.altered.push_back(key);
        continue;
      }
      CCHC_CHECK(store::makeTransition(*session_, *header, DeskCommand::consolidate, who, ""));
    }
    return finish();
  }));
  return left;
}

Status Store::confirmMissing(const ConfirmedMissing& confirmed) {
  return store::written(*session_, [&]() -> Status {
    CCHC_CHECK(permits(confirmed.who.desk, DeskCommand::issue));
    store::writeConfirmedMissing(session_->sql, confirmed);
    return {};
  });
}

Result<std::optional<ConfirmedMissing>> Store::confirmedMissing(const OrgUnitId& unit, const PeriodId& period) {
  return store::guarded(session_->address, [&]() -> Result<std::optional<ConfirmedMissing>> {
    return store::readConfirmedMissing(session_->sql, unit, period);
  });
}

Result<std::vector<IssuedReport>> Store::issuedReports(const OrgUnitId& unit, const PeriodId& period) {
  return store::guarded(session_->address, [&]() -> Result<std::vector<IssuedReport>> {
    return store::readIssuedReports(session_->sql, unit, period);
  });
}

Result<std::optional<std::string>> Store::keptFile(const std::string& digest) {
  CCHC_TRY(auto content, store::foundText(*session_, "SELECT content FROM kept_file WHERE digest = :digest", digest));
  if (!content) {
    CCHC_TRY(content, definitionXml(digest));
  } else if (sha256(*content) != digest) {  // it is packed
    CCHC_TRY(content, store::unpacked(std::move(*content), session_->address));
  }
  if (content && sha256(*content) != digest)
    return fail("store.damaged", session_->address, {{"reason", "kept_file " + digest}}, ErrorKind::failure);
  return content;
}

Status Store::withdrawSubmission(const SectionKey& key, const Actor& who) {
  return store::written(*session_, [&] { return store::withdraw(*session_, key, who); });
}

Status Store::discardSubmission(const SectionKey& key, const std::string& digest, int revision,
                                const std::string& reason, const Actor& who) {
  return store::written(*session_, [&]() -> Status {
    CCHC_TRY(const auto all, history(key));
    // Of a section of others, a shared store shows nothing.
    if (all.empty())
      return fail(store::absentSection(*session_, key, DeskCommand::discard, who, "section.not-received"));
    CCHC_TRY(const auto* chosen, digest.empty() ? ofRevision(all, key, revision) : withDigest(all, key, digest));
    return store::discard(*session_, *chosen, reason, who);
  });
}

Status Store::enterSubmission(const OfficeRevision& revision, const Actor& who) {
  return store::written(*session_, [&] { return store::enterFor(*session_, revision, who); });
}

Status Store::amendSubmission(const OfficeRevision& revision, const Examined& examined, const std::string& reason,
                              const Actor& who) {
  return store::written(*session_, [&] { return store::amendHeading(*session_, revision, examined, reason, who); });
}

}  // namespace cchc
