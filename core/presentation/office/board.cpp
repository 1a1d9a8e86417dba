#include "core/presentation/office/board.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/app/receive/review.h"
#include "core/app/section/differences.h"
#include "core/app/section/section_content.h"
#include "core/app/suite/asked_sections.h"
#include "core/app/suite/definition_set.h"
#include "core/base/vietnamese.h"
#include "core/presentation/section/entry.h"

namespace cchc::presentation {
namespace {

// The findings of a submission were made with the form that was in force then; if that is another one now, the section
// is laid out again.
Result<int> keptValues(Suite& suite, const SubmissionHeader& sent, const SectionDefinition* form,
                       const std::vector<Finding>& findings) {
  if (form != nullptr && form->digest != sent.definitionDigest) {
    CCHC_TRY(const auto section, loadSection(suite, sent.key));
    return section ? static_cast<int>(section->data.kept.size()) : 0;
  }
  return static_cast<int>(std::count_if(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.code == "core.value-kept" || finding.code == "core.not-in-force";
  }));
}

}  // namespace

Result<Board> readBoard(Suite& suite, const PeriodId& period, const Date& today, Words words) {
  Board board;
  CCHC_TRY(const auto current, periodOf(suite, period));
  CCHC_TRY(const auto assignments, askedAssignments(suite, current));
  CCHC_TRY(const auto headers, suite.store.sections(period));
  CCHC_TRY(const auto units, suite.store.units());
  CCHC_TRY(const auto undecided, suite.store.undecidedSections(period));
  std::map<SectionKey, const SectionHeader*> sections;
  for (const auto& header : headers) sections.emplace(header.key, &header);
  for (const auto& assignment : assignments) {
    BoardLine line;
    line.key = {assignment.definition, assignment.subject, period};
    line.reporter = assignment.reporter;
    const auto* reporter = units->nearest(assignment.reporter, current.end);
    line.reporterName = reporter == nullptr ? codeOf(assignment.reporter) : reporter->name;
    const auto definition = suite.definitions->find(assignment.definition, current.end);
    line.title = definition ? sectionTitle(definition->definition(), words) : assignment.definition.value;
    line.deadline = deadlineOf(assignment, current);
    if (const auto found = sections.find(line.key); found != sections.end()) {
      line.known = true;
      line.state = found->second->state;
      line.revision = found->second->revision;
      line.received = line.revision > 0;
      line.reason = found->second->reason;
      line.undecided = std::binary_search(undecided.begin(), undecided.end(), line.key);
    }
    if (line.received) {
      CCHC_TRY(const auto history, suite.store.history(line.key));
      // Nothing counts in the place of a submission that was discarded or withdrawn, a rival neither. What counts is
      // the first of its revision.
      line.received =
          history.empty() || (!isSetAside(history.front().state) && history.front().state != SubmissionState::rival);
      if (line.received && !history.empty()) {
        line.changedAt = history.front().receivedAt;
        line.lastChange = vietnamese::shortMoment(line.changedAt);
        line.signer = history.front().header.signer.empty() ? history.front().header.submittedBy.name
                                                            : history.front().header.signer;
        line.digest = history.front().header.contentDigest;
        const auto findings = readFindingLines(history.front().findings, line.key);
        CCHC_TRY(line.kept,
                 keptValues(suite, history.front().header, definition ? &definition->definition() : nullptr, findings));
        for (const auto& finding : findings) {
          line.errors += finding.severity == Severity::error ? 1 : 0;
          line.warnings += finding.severity == Severity::warning ? 1 : 0;
        }
      }
    }
    const bool owed = !line.received || line.state == SectionState::returned;
    if (owed && line.deadline) line.daysLeft = daysBetween(today, *line.deadline);
    board.lines.push_back(std::move(line));
  }
  const auto rank = [all = suite.definitions->inForce(current.end)](const DefinitionId& id) {
    return std::find_if(all.begin(), all.end(), [&](const auto& one) { return one->definition().id == id; }) -
           all.begin();
  };
  std::stable_sort(board.lines.begin(), board.lines.end(), [&](const BoardLine& a, const BoardLine& b) {
    if (a.reporter != b.reporter) return a.reporter < b.reporter;
    return rank(a.key.definition) < rank(b.key.definition);
  });
  std::map<OrgUnitId, bool> complete;
  for (const auto& line : board.lines) {
    ++board.sections;
    board.received += line.received ? 1 : 0;
    const auto [unit, fresh] = complete.try_emplace(line.reporter, line.received);
    if (!fresh) unit->second = unit->second && line.received;
  }
  board.units = static_cast<int>(complete.size());
  board.unitsComplete =
      static_cast<int>(std::count_if(complete.begin(), complete.end(), [](const auto& unit) { return unit.second; }));
  return board;
}

bool shows(BoardFilter filter, const BoardLine& line) {
  switch (filter) {
    case BoardFilter::all:
      return true;
    case BoardFilter::missing:
      return !line.received;
    case BoardFilter::late:
      return line.daysLeft && *line.daysLeft < 0;
    case BoardFilter::withErrors:
      return line.errors + line.warnings + line.kept > 0;
    case BoardFilter::toReview:
      return line.received && (line.state == SectionState::submitted || line.state == SectionState::returnAsked);
    case BoardFilter::accepted:
      return line.received && (line.state == SectionState::accepted || line.state == SectionState::inReport ||
                               line.state == SectionState::issued);
  }
  return true;
}

std::size_t countOf(const Board& board, BoardFilter filter) {
  return static_cast<std::size_t>(std::count_if(board.lines.begin(), board.lines.end(),
                                                [&](const BoardLine& line) { return shows(filter, line); }));
}

std::string filterText(BoardFilter filter, Words words) {
  switch (filter) {
    case BoardFilter::all:
      return words("board.filter.all");
    case BoardFilter::missing:
      return words("board.filter.missing");
    case BoardFilter::late:
      return words("board.filter.late");
    case BoardFilter::withErrors:
      return words("board.filter.with-findings");
    case BoardFilter::toReview:
      return words("board.filter.to-review");
    case BoardFilter::accepted:
      return words("board.filter.accepted");
  }
  return {};
}

namespace {

// Whether the command is about a submission that counts.
bool aboutSubmission(DeskCommand command) {
  switch (command) {
    case DeskCommand::accept:
    case DeskCommand::returnSection:
    case DeskCommand::refuseReturn:
    case DeskCommand::discard:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::optional<Error> refusal(const Desk& desk, DeskCommand command, const std::vector<BoardLine>& lines) {
  // Without a section, the reason that no selection would remove comes first.
  if (lines.empty()) {
    auto error = refusal(desk, command);
    return error ? error : Error{"permission.none-selected", "", {}, ErrorKind::refusal};
  }
  for (const auto& line : lines) {
    const auto state = line.known ? std::optional(line.state) : std::nullopt;
    if (auto error = refusal(desk, command, CommandTarget{line.reporter, line.reporterName, state})) return error;
    // What was discarded can be chosen again.
    const bool none = command == DeskCommand::choose ? line.revision == 0 : aboutSubmission(command) && !line.received;
    if (none) return Error{"section.not-received", keyText(line.key), {}, ErrorKind::refusal};
  }
  if (lines.size() > 1 && command != DeskCommand::accept)
    return Error{"permission.one-section", "", {}, ErrorKind::refusal};
  return std::nullopt;
}

namespace {

std::string valueOrDash(const FieldDefinition& field, const Value* value, Words words) {
  const auto text = value == nullptr ? std::string() : shownText(field, *value, words);
  return text.empty() ? std::string("—") : text;
}

}  // namespace

Result<std::vector<Difference>> differences(Suite& suite, const SectionKey& key, int revision, Words words) {
  CCHC_TRY(const auto found, differencesOf(suite, key, revision));
  std::vector<Difference> all;
  for (const auto& one : found.all) {
    const auto shown = [&](const std::optional<Value>& value, const std::string& text) {
      if (one.field != nullptr) return valueOrDash(*one.field, value ? &*value : nullptr, words);
      return text.empty() ? std::string("—") : text;
    };
    all.push_back({one.place, words.language == Language::en ? one.englishLabel : one.label,
                   shown(one.before, one.textBefore), shown(one.after, one.textAfter)});
  }
  return all;
}

Result<std::vector<RivalPackage>> rivalPackages(Suite& suite, const SectionKey& key, Words words) {
  CCHC_TRY(const auto all, submissionHistory(suite, key));
  std::vector<RivalPackage> rivals;
  for (const auto& submission : all) {
    if (submission.header.revision != all.front().header.revision || submission.state == SubmissionState::withdrawn)
      continue;
    const auto& header = submission.header;
    const auto text = words("board.rival-package", {{"made", vietnamese::moment(header.submittedAt)},
                                                    {"received", vietnamese::moment(submission.receivedAt)},
                                                    {"person", header.submittedBy.name},
                                                    {"digest", header.contentDigest.substr(0, 12)}});
    const bool discarded = submission.state == SubmissionState::discarded;
    rivals.push_back({header.contentDigest, text, !discarded && submission.state != SubmissionState::rival, discarded});
  }
  if (rivals.size() == 1 && rivals.front().counts) rivals.clear();
  return rivals;
}

std::string reminderText(const Board& board, const Period& period, const std::vector<BoardLine>& only) {
  const auto owed = [](const BoardLine& line) { return !line.received || line.state == SectionState::returned; };
  const bool some = std::any_of(only.begin(), only.end(), owed);
  const Words words{Language::vi};
  auto text = words(period.deadline ? "board.reminder-by" : "board.reminder",
                    {{"period", period.name},
                     {"deadline", period.deadline ? vietnamese::date(*period.deadline) : std::string()}}) +
              "\n";
  std::string last;
  for (const auto& line : board.lines) {
    if (!owed(line)) continue;
    if (some && std::none_of(only.begin(), only.end(), [&](const BoardLine& one) { return one.key == line.key; }))
      continue;
    if (line.reporterName != last) text += "- " + line.reporterName + ":\n";
    last = line.reporterName;
    const bool returned = line.state == SectionState::returned;
    text += "  + " + (returned ? words("board.reminder-returned", {{"section", line.title}}) : line.title) + "\n";
  }
  return text;
}

}  // namespace cchc::presentation
