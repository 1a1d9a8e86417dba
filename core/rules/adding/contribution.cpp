#include "core/rules/adding/contribution.h"

#include <algorithm>
#include <charconv>

namespace cchc {
namespace {

constexpr std::string_view declaredNothing = "nothing";  // in place of the number of rows
constexpr std::string_view wordsMark = "¶";              // before the number of paragraphs

bool summed(const FieldDefinition& field, Adding adding) {
  const auto way = addingWay(field, adding);
  return way != AddingWay::none && way != AddingWay::computed;
}
bool wanted(const FieldDefinition& field, Adding adding) {
  return summed(field, adding) || (adding == Adding::children && field.annex && isNumeric(field.type));
}

void layOut(const SectionDefinition& form, Contribution& result, Adding adding = Adding::children) {
  result.fields.resize(form.fields.size());
  result.rows.resize(form.tables.size());
  result.cells.resize(form.tables.size());
  for (std::size_t t = 0; t < form.tables.size(); ++t) {
    const auto& table = form.tables[t];
    result.cells[t].resize(addsCells(table, adding) ? table.fixedRows.size() * table.columns.size() : 0);
  }
}

std::optional<std::size_t> countedRows(const TableDefinition& table, const TableData& data, bool inForce) {
  if (table.aggregation != TableAggregation::rows) return std::nullopt;
  if (!inForce) return 0;
  const auto rows = data.rows.size() + data.counted.value_or(0);
  return rows > 0 || data.nothing || data.counted ? std::optional(rows) : std::nullopt;
}

void copyRelevant(const Effective& effective, Value& value) {
  if (effective.relevant)
    value = effective.value();
  else
    value = Value{};
}

// Calls `onField` with the index of every field, and `onCell` with the indexes of the table and in its cells of every
// cell, that a contribution of the form can contain, always in the same order.
template <class Held, class OnField, class OnCell>
void eachPlace(const SectionDefinition& form, const Held& contribution, const OnField& onField, const OnCell& onCell,
               Adding adding = Adding::children) {
  for (std::size_t i = 0; i < form.fields.size(); ++i) {
    if (wanted(form.fields[i], adding)) onField(i);
  }
  for (std::size_t t = 0; t < form.tables.size(); ++t) {
    const auto& columns = form.tables[t].columns;
    for (std::size_t at = 0; at < contribution.cells[t].size(); ++at) {
      if (summed(columns[at % columns.size()], adding)) onCell(t, at);
    }
  }
}

// Calls `visit` with every value that a contribution of the form can contain, in the order of eachPlace.
template <class Held, class Visit>
void eachValue(const SectionDefinition& form, Held& contribution, const Visit& visit) {
  const auto columnOf = [&](std::size_t t, std::size_t at) -> const FieldDefinition& {
    return form.tables[t].columns[at % form.tables[t].columns.size()];
  };
  eachPlace(
      form, contribution, [&](std::size_t i) { visit(form.fields[i], contribution.fields[i]); },
      [&](std::size_t t, std::size_t at) { visit(columnOf(t, at), contribution.cells[t][at]); });
}

// Splits a text into lines.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}
  std::optional<std::string_view> next() {
    const auto end = rest_.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const auto line = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return line;
  }
  bool done() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

bool readCount(std::string_view line, std::size_t& count) {
  return std::from_chars(line.data(), line.data() + line.size(), count).ec == std::errc();
}

bool readValue(const FieldDefinition& field, std::string_view line, Value& value) {
  if (line.empty()) {
    value = Value{};
    return true;
  }
  if (isNumeric(field.type) && line.front() != '{') {  // the short way for most values
    const auto number = Decimal::parse(line);
    if (!number) return false;
    value.content = *number;
    value.clearMarks();
    return true;
  }
  auto read = decodeValue(field.type, line);
  if (!read) return false;
  value = std::move(*read);
  return true;
}

}  // namespace

namespace {

void fill(const CompiledDefinition& definition, const SectionData& data, const Evaluation& evaluation, Adding adding,
          Contribution& result) {
  const auto& form = definition.definition();
  layOut(form, result, adding);
  result.ownWords = static_cast<std::size_t>(std::count_if(
      data.paragraphs.begin(), data.paragraphs.end(), [](const ParagraphData& each) { return each.text.has_value(); }));
  for (std::size_t t = 0; t < form.tables.size(); ++t)
    result.rows[t] = countedRows(form.tables[t], data.tables[t], evaluation.inForce.table(t));
  eachPlace(
      form, result, [&](std::size_t i) { copyRelevant(evaluation.fields[i], result.fields[i]); },
      [&](std::size_t t, std::size_t at) {
        const auto width = form.tables[t].columns.size();
        if (at / width < evaluation.cells[t].size())
          copyRelevant(evaluation.cells[t][at / width][at % width], result.cells[t][at]);
        else
          result.cells[t][at] = Value{};
      },
      adding);
}

}  // namespace

void contributionOf(const CompiledDefinition& definition, const SectionData& data, const Evaluation& evaluation,
                    Contribution& result) {
  fill(definition, data, evaluation, Adding::children, result);
}

Contribution contributionOf(const CompiledDefinition& definition, const SectionData& data, const Evaluation& evaluation,
                            Adding adding) {
  Contribution result;
  fill(definition, data, evaluation, adding, result);
  return result;
}

Contribution contributionOf(const CompiledDefinition& definition, const SectionData& data,
                            const Evaluation& evaluation) {
  Contribution result;
  contributionOf(definition, data, evaluation, result);
  return result;
}

std::string contributionText(const CompiledDefinition& definition, const Contribution& contribution) {
  std::string text;
  for (const auto& rows : contribution.rows)
    text += (rows == 0U ? std::string(declaredNothing) : std::to_string(rows.value_or(0))) + "\n";
  bool oneLineEach = true;
  eachValue(definition.definition(), contribution, [&](const FieldDefinition&, const Value& value) {
    const auto before = text.size();
    if (!value.blank()) text += encodeValue(value);
    oneLineEach = oneLineEach && text.find('\n', before) == std::string::npos;
    text += '\n';
  });
  if (contribution.ownWords > 0) text += std::string(wordsMark) + std::to_string(contribution.ownWords) + "\n";
  return oneLineEach ? text : std::string();
}

Status readContribution(const CompiledDefinition& definition, std::string_view text, Contribution& result) {
  const auto damaged = [&] {
    return fail("contribution.damaged", definition.definition().id.value, {}, ErrorKind::failure);
  };
  layOut(definition.definition(), result);
  Lines lines(text);
  for (auto& rows : result.rows) {
    const auto line = lines.next();
    std::size_t count = 0;
    const bool declared = line == declaredNothing;
    if (!declared && (!line || !readCount(*line, count))) return damaged();
    rows = declared || count > 0 ? std::optional(count) : std::nullopt;
  }
  bool sound = true;
  eachValue(definition.definition(), result, [&](const FieldDefinition& field, Value& value) {
    const auto line = lines.next();
    sound = sound && line && readValue(field, *line, value);
  });
  result.ownWords = 0;  // a text of version 0.1 does not say it
  if (const auto line = lines.next())
    sound = sound && line->starts_with(wordsMark) && readCount(line->substr(wordsMark.size()), result.ownWords);
  return sound && lines.done() ? Status() : damaged();
}

}  // namespace cchc
