#include "tests/core/store/permits_cells.h"

#include <stdexcept>
#include <vector>

#include "core/base/digest.h"

namespace cchc::test {
namespace {

using C = DeskCommand;
using S = SectionState;

const PeriodId period("2023-8T");
const Actor anyone{"Minh", "", "may-1"};

template <class Done>
void must(const Done& done) {
  if (!done) throw std::runtime_error(messageLine(done.error(), Language::en));
}

template <class Done>
std::optional<Error> errorOf(const Done& done) {
  return done ? std::nullopt : std::optional(done.error());
}

}  // namespace

const SectionDefinition& CellStore::form() {
  static const auto made = [] {
    SectionDefinition definition;
    definition.id = DefinitionId("finance.budget");
    definition.xml = "<definition/>";
    definition.digest = sha256(definition.xml);
    return definition;
  }();
  return made;
}

CellStore::CellStore(Store& keeper, OrgUnitId reporter) : keeper_(keeper), reporter_(std::move(reporter)) {
  must(keeper_.saveDefinition(form()));
}

std::optional<SectionState> CellStore::stateOf(const SectionKey& key) {
  const auto header = keeper_.section(key);
  must(header);
  return *header ? std::optional((*header)->state) : std::nullopt;
}

StoredSubmission CellStore::submissionOf(const SectionKey& key, int revision, const Actor& who) {
  StoredSubmission made;
  made.header.key = key;
  made.header.reporter = reporter_;
  made.header.revision = revision;
  made.header.definitionDigest = form().digest;
  made.header.contentDigest = sha256("package " + std::to_string(++packages_) + " of " + reporter_.value);
  made.header.submittedBy = who;
  made.package = "<submission/>";
  return made;
}

SectionKey CellStore::section(std::optional<SectionState> state, bool rival) {
  const SectionKey key{form().id, OrgUnitId(reporter_.value + "." + std::to_string(++sections_)), period};
  must(keeper_.saveAssignments(std::vector{Assignment{key.definition, key.unit, reporter_, period, {}}}));
  if (!state) return key;
  must(keeper_.openSection(key, form()));
  must(keeper_.apply(key, {newId(), "revenue.target", "", "1", anyone, Time{}}));
  std::vector<StoredSubmission> sent{submissionOf(key, 1, anyone)};
  if (rival) sent.push_back(submissionOf(key, 1, anyone));
  must(keeper_.receiveSubmissions(sent, anyone));
  const auto move = [&](C command) { must(keeper_.transition(key, command, anyone, "lý do")); };
  const auto accept = [&] {
    const auto& digest = sent.front().header.contentDigest;
    if (rival) must(keeper_.chooseSubmission(key, digest, anyone));
    must(keeper_.acceptSubmission(key, {1, digest, {}, {}, {}, {}}, anyone));
    if (rival) must(keeper_.receiveSubmissions(std::vector{submissionOf(key, 1, anyone)}, anyone));
  };
  switch (*state) {
    case S::submitted:
      break;
    case S::returnAsked:
      move(C::askReturn);
      break;
    case S::draft:
    case S::returned:
      must(keeper_.setSubmissionState(key, 1, SubmissionState::returned, anyone, "sửa"));
      if (*state == S::draft) move(C::edit);
      break;
    case S::issued:
    case S::inReport:
    case S::accepted:
      accept();
      if (*state != S::accepted) move(C::consolidate);
      if (*state == S::issued) move(C::issue);
      break;
  }
  return key;
}

std::optional<Error> CellStore::give(Store& store, DeskCommand command, const SectionKey& key, const Actor& who) {
  const auto header = keeper_.section(key);
  must(header);
  const int revision = *header ? (*header)->revision : 0;
  const auto history = keeper_.history(key);
  must(history);
  const auto latest = history->empty() ? std::string("none") : history->front().header.contentDigest;
  auto next = submissionOf(key, revision + 1, who);
  next.header.journalHead = *header ? (*header)->headDigest : std::string();
  const Change change{newId(), "revenue.actual", "", "2", who, Time{}};
  switch (command) {
    case C::edit: {
      if (!*header) {
        if (const auto opened = store.openSection(key, form(), who); !opened) return opened.error();
      }
      if (*header && (*header)->state == S::returned) {
        if (const auto moved = store.transition(key, C::edit, who, ""); !moved) return moved.error();
      }
      return errorOf(store.apply(key, change));
    }
    case C::submit:
    case C::receive: {
      const auto taken = store.receiveSubmissions(std::vector{next}, who, command);
      // What arrives after the issue waits, and changes nothing.
      if (taken && taken->front() != Store::Received::stored)
        return Error{"section.transition", "", {}, ErrorKind::refusal};
      return errorOf(taken);
    }
    case C::accept:
      return errorOf(store.acceptSubmission(key, {revision, latest, {}, {}, {}, {}}, who));
    case C::returnSection:
      return errorOf(store.setSubmissionState(key, revision, SubmissionState::returned, who, "lý do"));
    case C::withdraw:
      return errorOf(store.withdrawSubmission(key, who));
    case C::choose:
      return errorOf(
          store.chooseSubmission(key, history->empty() ? latest : history->back().header.contentDigest, who));
    case C::discard:
      return errorOf(store.discardSubmission(key, latest, 0, "gửi nhầm", who));
    case C::enterFor:
      next.header.enteredFor = EnteredFor{OrgUnitId("296.VP"), "Lan", {2023, 8, 28}, {}};
      return errorOf(store.enterSubmission({&form(), {change}, next}, who));
    case C::amendHeading:
      return errorOf(store.amendSubmission({&form(), {change}, next},
                                           {revision + 1, next.header.contentDigest, {}, {}, {}, {}}, "sai ngày", who));
    default:
      return errorOf(store.transition(key, command, who, "lý do"));
  }
}

}  // namespace cchc::test
