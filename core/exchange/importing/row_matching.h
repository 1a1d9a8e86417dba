// Which row of a table a row of a file is: a second import updates rows, and doubles none.
#pragma once
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/definition/row_key.h"
#include "core/exchange/values/values_file.h"

namespace cchc {

// What a person has decided about the rows of a table without fixed rows.
struct RowChoices {
  bool replace = false;  // rows that the file does not have are removed, and blank cells clear
  bool update = false;   // rows of the same texts, choices and documents are one row, although no key says so
  bool again = false;    // such rows are further rows, also those of a file that was imported before
  bool operator==(const RowChoices&) const = default;
};

// A row of a file.
struct IncomingRow {
  std::size_t line = 0;
  std::string id;                                    // in the file; empty: the file has no ids
  std::vector<std::pair<std::size_t, Value>> cells;  // by column; also blank ones
};

// For one table and one file. Borrows its arguments.
class RowMatcher {
 public:
  // `idsFrom`: the beginning of the ids of new rows, the same for the same file.
  RowMatcher(const TableDefinition& table, const TableData& present, RowChoices choices, std::string idsFrom);

  struct Match {
    enum class Kind : unsigned char { added, updated, same } kind = Kind::added;
    std::string row;               // its id
    const Row* present = nullptr;  // of updated and same
  };
  // Rows are matched by their ids, else by the table's key, as far as the file has its columns; else a row that is
  // equal in all columns of the file is the same. Errors, without a place:
  //   import.row-id          the id cannot be one ({given})
  //   import.row-twice       an earlier line has this id, or this key ({given}, {first})
  //   import.several-rows    the file lacks columns of the key, and several rows have what it has ({key}, {columns})
  //   import.similar-row     there is no key, and a row of the same texts differs in its figures ({row})
  //   package.too-many-rows  the table would have more rows than allowed
  Result<Match> match(const IncomingRow& row);

  // Writes what a match means: the row, and its values that differ. Blank cells change nothing, unless rows are
  // replaced; the number of those that are not cleared is added to `blanks`.
  void write(const IncomingRow& row, const Match& match, ValuesFile& values, std::size_t& blanks) const;

  // The present rows that no line had.
  std::vector<const Row*> unmatched() const;

 private:
  Result<Match> matchById(const IncomingRow& row);
  Result<Match> matchByKey(const IncomingRow& row, const KeyColumns& given);
  Result<Match> matchByContent(const IncomingRow& row);
  Result<Match> added(const IncomingRow& row);
  Match found(const IncomingRow& row, const Row& present);
  bool agrees(std::size_t column, const Value& present, const Value& given) const;
  bool equal(const IncomingRow& row, const Row& present, bool onlyTexts) const;
  std::string shown(const IncomingRow& row, const KeyColumns& columns) const;

  const TableDefinition& table_;
  const TableData& present_;
  const RowChoices choices_;
  const std::string idsFrom_;
  const KeyColumns key_;
  std::map<std::string, std::size_t> seen_;  // keys and ids of earlier lines, with their lines
  std::set<std::string> matched_, ids_;
  // The present rows by their key over the columns that the file has, and by their content.
  std::map<KeyColumns, std::multimap<std::string, const Row*>> byKey_;
  std::size_t count_ = 0;
};

// Whether a value of a file says the same as the present one. Parts that a cell cannot show, such as the base of a rate
// or the role of a document, are not compared.
bool saysTheSame(const FieldDefinition& field, const Value& present, const Value& given);
// The value of the file with the parts of the present one that a cell cannot show.
Value withHiddenParts(const FieldDefinition& field, const Value& present, Value given);

}  // namespace cchc
