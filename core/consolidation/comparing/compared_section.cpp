#include "core/consolidation/comparing/compared_section.h"

#include <algorithm>
#include <utility>

#include "core/rules/adding/aggregator.h"
#include "core/rules/adding/contribution.h"
#include "core/rules/adding/openings.h"
#include "core/rules/figure_text.h"

namespace cchc {
namespace {

// Some sections of one definition that are added, or the sum of some.
struct Piece {
  SectionData data;
  Evaluation evaluation;
  std::string unitName, periodName;
  Circumstances circumstances;
};

// The rows of tables without fixed rows. Over spans, rows that were carried over would count twice, so that such a
// table is then blank.
void addRows(const SectionDefinition& form, Adding adding, const std::vector<Piece>& pieces, SectionData& sum) {
  for (std::size_t t = 0; t < form.tables.size(); ++t) {
    if (form.tables[t].fixed) continue;
    auto& target = sum.tables[t];
    const auto known = [&](const Piece& piece) {
      return !piece.data.tables[t].rows.empty() || piece.data.tables[t].nothing;
    };
    const bool all = std::all_of(pieces.begin(), pieces.end(), known);
    if (!all || (adding == Adding::spans && form.tables[t].carry != TableCarry::none)) continue;
    for (std::size_t p = 0; p < pieces.size(); ++p) {
      for (const auto& row : pieces[p].data.tables[t].rows)
        target.rows.push_back({std::to_string(p) + "-" + row.id, row.cells});
    }
    target.nothing = target.rows.empty();
  }
}

Piece sumOf(const std::shared_ptr<const CompiledDefinition>& definition, Adding adding, std::vector<Piece> pieces,
            const Period& period) {
  if (pieces.size() == 1) return std::move(pieces.front());
  Aggregator aggregator(definition, adding);
  std::vector<Circumstances> circumstances;
  for (const auto& piece : pieces) {
    aggregator.add(contributionOf(*definition, piece.data, piece.evaluation, adding),
                   PartsInForce(definition->definition(), piece.circumstances));
    circumstances.push_back(piece.circumstances);
  }
  Piece sum{aggregator.finish().data, {}, {}, {}, joined(period.end, circumstances)};
  for (auto& table : sum.data.tables) table.counted.reset();
  addRows(definition->definition(), adding, pieces, sum.data);
  sum.evaluation = evaluate(*definition, sum.data, WithinPeriod(period, sum.circumstances));
  const auto join = [&](std::string Piece::*name) {
    for (const auto& piece : pieces) {
      if ((sum.*name).find(piece.*name) == std::string::npos)
        sum.*name += ((sum.*name).empty() ? "" : ", ") + piece.*name;
    }
  };
  join(&Piece::unitName);
  join(&Piece::periodName);
  return sum;
}

}  // namespace

bool followsPeriodSpan(const FieldDefinition& field) {
  return field.basis == Basis::cumulative || field.basis == Basis::opening ||
         (field.basis == Basis::unspecified && isNumeric(field.type) && !field.computed());
}

class ComparedSectionMaker {
 public:
  ComparedSectionMaker(std::shared_ptr<const CompiledDefinition> definition, const ComparisonBasis& basis,
                       const Period& current, const Period& compared)
      : made_(new ComparedSection()), form_(definition->definition()), basis_(basis), current_(current) {
    made_->definition_ = std::move(definition);
    made_->period_ = compared;
  }

  Result<std::shared_ptr<const ComparedSection>> make(const ComparisonPlan& plan, const ComparedSection::Load& load) {
    made_->regrouped_ = plan.regrouped;
    severalSpans_ = plan.spans.size() > 1;
    for (const auto& span : plan.spans) {
      severalUnits_ = severalUnits_ || span.units.size() > 1;
      for (const auto& unit : span.units) severalSpans_ = severalSpans_ || unit.periods.size() > 1;
    }
    made_->reasonByField_.resize(form_.fields.size());
    if (!plan.reasons.empty()) {
      made_->reasons_ = plan.reasons;
      made_->reasonByField_.assign(form_.fields.size(), std::optional<std::size_t>(0));
      return std::shared_ptr<const ComparedSection>(std::move(made_));
    }
    CCHC_TRY(auto sum, add(plan, load));
    if (!sum) return std::shared_ptr<const ComparedSection>();
    made_->data_ = std::move(sum->data);
    // The pieces are gone, and what they borrowed is in data_ now.
    circumstances_ = sum->circumstances;
    made_->evaluation_ = evaluated(made_->data_);
    if (made_->parts_.size() > 1) findReasons();
    if (current_.span != made_->period_.span) dropUnlike();
    made_->comparable_ = true;
    made_->view_ = {made_->definition_.get(), &made_->data_, &made_->evaluation_};
    return std::shared_ptr<const ComparedSection>(std::move(made_));
  }

 private:
  Evaluation evaluated(const SectionData& data) const {
    return evaluate(*made_->definition_, data, WithinPeriod(made_->period_, circumstances_));
  }
  const Period* periodOf(const PeriodId& id) const {
    const auto found =
        std::find_if(basis_.periods.begin(), basis_.periods.end(), [&](const Period& each) { return each.id == id; });
    return found == basis_.periods.end() ? nullptr : &*found;
  }

  Result<std::optional<Piece>> add(const ComparisonPlan& plan, const ComparedSection::Load& load) {
    const auto loadPiece = [&](const OrgUnitId& unit, const PeriodId& period,
                               const PlannedSpan& span) -> Result<std::optional<Piece>> {
      CCHC_TRY(auto data, load(unit, period));
      return data ? std::optional(section(unit, period, span.until, std::move(*data))) : std::nullopt;
    };
    const auto sum = [&](Adding adding, std::vector<Piece> pieces) {
      if (adding == Adding::spans) noteOpenings(pieces);
      return sumOf(made_->definition_, adding, std::move(pieces), made_->period_);
    };
    return addPlanned<Piece>(plan, loadPiece, sum);
  }

  Piece section(const OrgUnitId& unit, const PeriodId& period, const Date& day, SectionData data) {
    const auto* within = periodOf(period);
    const auto* state = basis_.units.nearest(unit, day);
    Piece piece{std::move(data),
                {},
                state != nullptr ? state->name : codeOf(unit),
                within != nullptr ? within->name : period.value,
                basis_.circumstancesOf(unit, within != nullptr ? within->end : day)};
    const WithinPeriod surroundings(within != nullptr ? *within : made_->period_, piece.circumstances);
    piece.evaluation = evaluate(*made_->definition_, piece.data, surroundings);
    ComparedSection::Part part{unit, period, piece.unitName, piece.periodName, piece.data, {}};
    part.evaluation = evaluate(*made_->definition_, part.data, surroundings);
    made_->parts_.push_back(std::move(part));
    return piece;
  }

  void noteOpenings(const std::vector<Piece>& pieces) {
    for (std::size_t i = 1; i < pieces.size(); ++i) {
      const auto view = [&](const Piece& piece) {
        return SectionView{made_->definition_.get(), &piece.data, &piece.evaluation};
      };
      for (const auto& found : openingDifferences(view(pieces[i - 1]), view(pieces[i]))) {
        const auto label = placeLabel(form_, found.place);
        made_->openingDifferences_.push_back(
            {"core.added-opening-differs",
             placeText(found.place),
             {{"label", label.vi},
              {"label_en", label.in(Language::en)},
              {"unit", pieces[i].unitName},
              {"period", pieces[i].periodName},
              {"opening", rules::figureText(found.after, *found.opening)},
              {"before_period", pieces[i - 1].periodName},
              {"closing_label", found.closing->label.vi},
              {"closing_label_en", found.closing->label.in(Language::en)},
              {"closing", rules::figureText(found.before, *found.closing)},
              {"difference", rules::figureText(Value{found.difference}, *found.opening)}}});
      }
    }
  }

  void setReason(std::size_t field, Error reason) {
    auto& reasons = made_->reasons_;
    const auto found = std::find(reasons.begin(), reasons.end(), reason);
    made_->reasonByField_[field] = static_cast<std::size_t>(found - reasons.begin());
    if (found == reasons.end()) reasons.push_back(std::move(reason));
  }
  Error reason(std::string_view code, std::vector<Parameter> more = {}) const {
    more.push_back({"period", made_->period_.name});
    return {std::string(code), "", std::move(more), ErrorKind::refusal};
  }

  // Of figures that the added sections have but their sum does not.
  void findReasons() {
    for (std::size_t i = 0; i < form_.fields.size(); ++i) {
      if (made_->evaluation_.fields[i].value().blank() && anyHas(i) && !form_.fields[i].computed())
        setReason(i, reasonFor(i));
    }
    for (std::size_t i = 0; i < form_.fields.size(); ++i) {
      if (made_->evaluation_.fields[i].value().blank() && anyHas(i) && form_.fields[i].computed())
        setReason(i, reasonOfParts(i));
    }
  }

  static const Value& valueOf(const ComparedSection::Part& part, std::size_t field) {
    static const Value nothing;
    return part.evaluation.fields[field].relevant ? part.evaluation.fields[field].value() : nothing;
  }
  bool anyHas(std::size_t field) const {
    return std::any_of(made_->parts_.begin(), made_->parts_.end(),
                       [&](const auto& part) { return !valueOf(part, field).blank(); });
  }

  Error reasonFor(std::size_t index) const {
    const auto& field = form_.fields[index];
    if (field.type == FieldType::rate || field.type == FieldType::percent) return reason("core.comparison-rate");
    const auto isAdded = [&](AddingWay way) {
      return (severalSpans_ && addingWay(field, Adding::spans) == way) ||
             (severalUnits_ && addingWay(field, Adding::predecessors) == way);
    };
    if (isAdded(AddingWay::none)) return reason("core.comparison-basis");
    std::vector<std::size_t> needed{index};
    if (!field.withOpening.empty()) needed.push_back(*form_.fieldIndex(field.withOpening));
    auto parts = std::vector<const ComparedSection::Part*>();
    for (const auto& part : made_->parts_) parts.push_back(&part);
    if (isAdded(AddingWay::last)) std::reverse(parts.begin(), parts.end());
    for (const auto* part : parts) {
      for (const auto each : needed) {
        if (!valueOf(*part, each).blank()) continue;
        return reason("core.comparison-figure",
                      {{"unit", part->unitName}, {"code", codeOf(part->unit)}, {"section_period", part->periodName}});
      }
    }
    return reason(isAdded(AddingWay::same) ? "core.comparison-differs" : "core.comparison-range");
  }

  // A computed figure has the reason of the first of its parts that has one.
  Error reasonOfParts(std::size_t index) const {
    for (const auto& use : usesOf(*made_->definition_, index)) {
      const auto field = form_.fieldIndex(use);
      if (field && made_->reasonByField_[*field]) return made_->reasons_[*made_->reasonByField_[*field]];
    }
    return reason("core.comparison-rate");
  }

  // Opening stocks of one day are alike.
  bool isUnlike(const FieldDefinition& field) const {
    const bool sameDay = field.basis == Basis::opening && current_.start == made_->period_.start;
    return followsPeriodSpan(field) && !sameDay;
  }
  // Figures of one period that are cumulative say nothing about those of another that are not.
  void dropUnlike() {
    for (std::size_t i = 0; i < form_.fields.size(); ++i) {
      if (isUnlike(form_.fields[i])) made_->data_.fields[i] = Value{};
    }
    for (std::size_t t = 0; t < form_.tables.size(); ++t) {
      const auto& columns = form_.tables[t].columns;
      for (auto& row : made_->data_.tables[t].rows) {
        for (std::size_t c = 0; c < columns.size(); ++c) {
          if (isUnlike(columns[c])) row.cells[c] = Value{};
        }
      }
    }
    auto before = std::move(made_->evaluation_);
    std::vector<bool> known;
    for (const auto& part : before.fields) known.push_back(part.relevant && part.origin != Origin::blank);
    made_->evaluation_ = evaluated(made_->data_);
    for (std::size_t i = 0; i < form_.fields.size(); ++i) {
      if (known[i] && made_->evaluation_.fields[i].value().blank()) setReason(i, reason("core.comparison-unlike"));
    }
  }

  std::unique_ptr<ComparedSection> made_;
  const SectionDefinition& form_;
  const ComparisonBasis& basis_;
  const Period& current_;
  Circumstances circumstances_;  // of the sum
  bool severalUnits_ = false, severalSpans_ = false;
};

Result<std::shared_ptr<const ComparedSection>> ComparedSection::make(
    std::shared_ptr<const CompiledDefinition> definition, const ComparisonPlan& plan, const ComparisonBasis& basis,
    const Period& current, const Period& compared, const Load& load) {
  return ComparedSectionMaker(std::move(definition), basis, current, compared).make(plan, load);
}

const Error* ComparedSection::reasonOf(std::size_t field) const {
  const auto& reason = reasonByField_[field];
  return reason ? &reasons_[*reason] : nullptr;
}

bool comparesWith(const FieldDefinition& field, ComparisonKind kind) {
  return kind == ComparisonKind::previousPeriod ? field.comparePrevious : field.compareLastYear;
}

}  // namespace cchc
