#include "core/presentation/office/charts.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/app/compare/section_comparer.h"
#include "core/app/section/section_content.h"
#include "core/app/suite/definition_set.h"
#include "core/presentation/section/entry.h"
#include "core/rules/evaluation.h"

namespace cchc::presentation {
namespace {

struct Figure {
  const Value* value = nullptr;
  std::string shown;
};

class ChartMaker {
 public:
  ChartMaker(std::string title, std::string unit, std::vector<std::string> series) {
    chart_.title = std::move(title), chart_.unit = std::move(unit), chart_.series = std::move(series);
  }

  void add(std::string label, const std::vector<Figure>& figures) {
    Row row{std::move(label), {}};
    for (const auto& figure : figures) {
      const auto* number = figure.value == nullptr ? nullptr : figure.value->number();
      row.figures.emplace_back(number == nullptr || number->isNegative() ? std::nullopt : std::optional(*number),
                               figure.shown);
      if (number != nullptr && longest_ < *number) longest_ = *number;
    }
    rows_.push_back(std::move(row));
  }

  // Adds the chart, unless no bar has a length.
  void finish(std::vector<Chart>& charts) {
    if (longest_.isZero()) return;
    for (auto& row : rows_) {
      Bar bar{std::move(row.label), {}};
      for (std::size_t i = 0; i < row.figures.size(); ++i) {
        const auto& [number, shown] = row.figures[i];
        int permille = 0;
        if (number) {
          if (const auto share = divide(*number, longest_, 3))
            permille = static_cast<int>(multiply(*share, Decimal(1000))->normalised().mantissa());
          if (const auto share = divide(*number, longest_, 3); share && share->normalised().scale() == 0)
            permille = static_cast<int>(share->normalised().mantissa()) * 1000;
        }
        bar.parts.push_back({permille, shown, i});
      }
      chart_.bars.push_back(std::move(bar));
    }
    charts.push_back(std::move(chart_));
  }

 private:
  struct Row {
    std::string label;
    std::vector<std::pair<std::optional<Decimal>, std::string>> figures;
  };
  Chart chart_;
  std::vector<Row> rows_;
  Decimal longest_;
};

// A section with its computed values.
struct Evaluated {
  std::shared_ptr<const CompiledDefinition> definition;
  SectionData data;
  Evaluation evaluation;
};

// By `definition`, the version of the period that the chart is of; the section may be of another period.
Result<std::optional<Evaluated>> evaluated(Suite& suite, const SectionKey& key,
                                           const std::shared_ptr<const CompiledDefinition>& definition,
                                           const Period& period) {
  CCHC_TRY(auto data, loadDataAs(suite, key, definition->definition()));
  if (!data) return std::optional<Evaluated>();
  std::optional<Evaluated> one(std::in_place);
  one->definition = definition;
  one->data = std::move(*data);
  CCHC_TRY(auto circumstances, circumstancesOf(suite, key.unit, period));
  one->evaluation = evaluate(*one->definition, one->data, WithinPeriod(period, std::move(circumstances)));
  return one;
}

Figure figureOf(const FieldDefinition& field, const Effective& effective, Words words) {
  const auto& value = effective.value();
  return {&value, value.blank() ? std::string("—") : shownText(field, value, words)};
}

void completeness(const Board& board, Words words, std::vector<Chart>& charts) {
  struct Count {
    std::string name;
    int received = 0, all = 0;
  };
  std::map<OrgUnitId, Count> units;
  for (const auto& line : board.lines) {
    auto& count = units[line.reporter];
    count.name = line.reporterName;
    ++count.all;
    count.received += line.received && line.state != SectionState::returned ? 1 : 0;
  }
  Chart chart;
  chart.title = words("chart.completeness");
  chart.unit = words("chart.completeness-unit");
  for (const auto& [id, count] : units) {
    chart.bars.push_back({count.name,
                          {{count.all == 0 ? 0 : 1000 * count.received / count.all,
                            std::to_string(count.received) + "/" + std::to_string(count.all), 0}}});
  }
  if (!chart.bars.empty()) charts.push_back(std::move(chart));
}

Status communeRates(Suite& suite, const Board& board, const Period& period, Words words, std::vector<Chart>& charts) {
  // Forms that several units fill in for themselves, as communes do.
  std::map<DefinitionId, std::vector<const BoardLine*>> forms;
  for (const auto& line : board.lines) {
    if (line.key.unit == line.reporter) forms[line.key.definition].push_back(&line);
  }
  for (const auto& [id, lines] : forms) {
    const auto definition = suite.definitions->find(id, period.end);
    if (!definition || lines.size() < 2) continue;
    const auto& form = definition->definition();
    std::vector<std::pair<std::string, std::optional<Evaluated>>> sections;
    for (const auto* line : lines) {
      CCHC_TRY(auto one, evaluated(suite, line->key, definition, period));
      sections.emplace_back(line->reporterName, std::move(one));
    }
    for (std::size_t i = 0; i < form.fields.size(); ++i) {
      const auto& field = form.fields[i];
      if (field.type != FieldType::rate) continue;
      ChartMaker chart(field.label.in(words.language), "%", {});
      for (const auto& [name, one] : sections)
        chart.add(name, {one ? figureOf(field, one->evaluation.fields[i], words) : Figure{nullptr, "—"}});
      chart.finish(charts);
    }
  }
  return {};
}

void targets(const Evaluated& one, Words words, std::vector<Chart>& charts) {
  const auto& form = one.definition->definition();
  std::map<std::string, ChartMaker> makers;  // by unit: figures of one unit share a scale
  for (std::size_t i = 0; i < form.fields.size(); ++i) {
    const auto& field = form.fields[i];
    const auto target = field.target.empty() ? std::nullopt : form.fieldIndex(field.target);
    if (!target || !isNumeric(field.type)) continue;
    if (one.evaluation.fields[i].value().blank() || one.evaluation.fields[*target].value().blank()) continue;
    const auto unit = unitText(field, words);
    const auto found = makers
                           .try_emplace(unit, words("chart.against-target", {{"form", form.title.in(words.language)}}),
                                        unit, std::vector<std::string>{words("chart.actual"), words("chart.target")})
                           .first;
    found->second.add(field.label.in(words.language),
                      {figureOf(field, one.evaluation.fields[i], words),
                       figureOf(form.fields[*target], one.evaluation.fields[*target], words)});
  }
  for (auto& [unit, maker] : makers) maker.finish(charts);
}

void moneyTables(const Evaluated& one, Words words, std::vector<Chart>& charts) {
  const auto& form = one.definition->definition();
  for (std::size_t t = 0; t < form.tables.size(); ++t) {
    const auto& table = form.tables[t];
    std::vector<std::size_t> money;
    std::vector<std::string> series;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      if (table.columns[c].type != FieldType::money) continue;
      money.push_back(c);
      series.push_back(table.columns[c].label.in(words.language));
    }
    const auto& rows = one.data.tables[t].rows;
    if (money.empty() || rows.size() < 2 || rows.size() > 40) continue;
    ChartMaker chart(table.title.in(words.language), unitText(table.columns[money.front()], words),
                     money.size() > 1 ? series : std::vector<std::string>{});
    for (std::size_t r = 0; r < rows.size(); ++r) {
      std::string label;
      for (const auto& fixedRow : table.fixedRows) {
        if (fixedRow.id == rows[r].id) label = fixedRow.label.in(words.language);
      }
      for (std::size_t c = 0; c < table.columns.size() && label.empty(); ++c) {
        if (!isNumeric(table.columns[c].type)) label = shownText(table.columns[c], rows[r].cells[c], words);
      }
      std::vector<Figure> figures;
      for (const auto c : money) figures.push_back(figureOf(table.columns[c], one.evaluation.cells[t][r][c], words));
      chart.add(std::move(label), figures);
    }
    chart.finish(charts);
  }
}

Status comparisons(Suite& suite, const Evaluated& one, const SectionKey& key, const Period& period, Words words,
                   std::vector<Chart>& charts) {
  const auto& form = one.definition->definition();
  CCHC_TRY(auto comparer, SectionComparer::of(suite, period));
  std::shared_ptr<const ComparedSection> previous, lastYear;
  const auto periods = comparer.compared();
  if (periods.previous) {
    CCHC_TRY(previous, comparer.with(one.definition, key.unit, *periods.previous));
  }
  if (periods.lastYear) {
    CCHC_TRY(lastYear, comparer.with(one.definition, key.unit, *periods.lastYear));
  }
  if (!previous && !lastYear) return {};
  std::map<std::string, ChartMaker> makers;
  for (std::size_t i = 0; i < form.fields.size(); ++i) {
    const auto& field = form.fields[i];
    if (!isNumeric(field.type) || (!field.comparePrevious && !field.compareLastYear)) continue;
    const auto other = [&](const std::shared_ptr<const ComparedSection>& before) {
      const auto* view = before ? before->view() : nullptr;
      return view != nullptr ? figureOf(field, view->evaluation->fields[i], words) : Figure{nullptr, "—"};
    };
    const auto then = other(previous), lastTime = other(lastYear);
    const bool any =
        (then.value != nullptr && !then.value->blank()) || (lastTime.value != nullptr && !lastTime.value->blank());
    if (!any) continue;
    const auto unit = unitText(field, words);
    const auto found =
        makers
            .try_emplace(unit, words("chart.against-earlier", {{"form", form.title.in(words.language)}}), unit,
                         std::vector<std::string>{words("chart.this-period"), words("chart.previous-period"),
                                                  words("chart.last-year")})
            .first;
    found->second.add(field.label.in(words.language),
                      {figureOf(field, one.evaluation.fields[i], words), then, lastTime});
  }
  for (auto& [unit, maker] : makers) maker.finish(charts);
  return {};
}

}  // namespace

Result<std::vector<Chart>> overviewCharts(Suite& suite, const Board& board, const OrgUnitId& whole,
                                          const PeriodId& period, Words words) {
  std::vector<Chart> charts;
  CCHC_TRY(const auto current, periodOf(suite, period));
  completeness(board, words, charts);
  CCHC_CHECK(communeRates(suite, board, current, words, charts));
  for (const auto& definition : suite.definitions->inForce(current.end)) {
    const SectionKey key{definition->definition().id, whole, period};
    CCHC_TRY(const auto one, evaluated(suite, key, definition, current));
    if (!one) continue;
    targets(*one, words, charts);
    moneyTables(*one, words, charts);
    CCHC_CHECK(comparisons(suite, *one, key, current, words, charts));
  }
  return charts;
}

}  // namespace cchc::presentation
