/* The whole interface between the suite and a department's plugin, in C99. plugin.hpp is the same in C++.
 *
 * A plugin is a shared library that exports the two functions at the end of this file. It includes the headers of this
 * folder and nothing else of the suite, and links nothing of the suite.
 *
 * Rules that hold for everything here:
 * - A text is UTF-8 in NFC without control characters other than tab and newline; it is not ended by a zero. A text
 *   that the host gives is valid until the function that got it returns; the host copies what it is given before it
 *   returns.
 * - A structure that begins with `size` has that many bytes. Later versions only append members: whoever reads a
 *   structure uses a member only if `size` reaches to its end. All elements of an array have the same size, and no
 *   structure has more than 4096 bytes.
 * - Every function takes the `self` of the structure in which it stands. No function may throw or end the program.
 * - An int32_t that answers a question is 0 for no and 1 for yes. An enumeration is an int32_t of the values listed.
 * - Threads: the two exported functions are called on one thread, one plugin after another. Checks and importers are
 *   called on any thread, several at once. The host table may be used on any thread at any time after the registration
 *   began. The other structures may be used only during the call that got them, on its thread. Any other use is
 *   ignored, and that call has failed.
 */
#ifndef CCHC_PLUGIN_H
#define CCHC_PLUGIN_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The version of this interface, and the oldest with which a plugin built against it works. */
#define CCHC_PLUGIN_API 3u
#define CCHC_PLUGIN_API_MINIMUM 3u

#if defined(_WIN32)
#define CCHC_PLUGIN_EXPORT __declspec(dllexport)
#else
#define CCHC_PLUGIN_EXPORT __attribute__((visibility("default")))
#endif

/* --- values ---------------------------------------------------------------------------------------------------- */
/* These four never change. */

typedef struct cchc_text {
  const char* data; /* may be null if size is 0 */
  uint64_t size;    /* in bytes */
} cchc_text;

/* (high * 2^64 + low) / 10^scale, two's complement; scale 0..18, and the magnitude of the integer is below 10^36. */
typedef struct cchc_number {
  int64_t high;
  uint64_t low;
  int32_t scale;
  int32_t reserved; /* 0 */
} cchc_number;

/* year 0: no date; day 0: only the month is known. */
typedef struct cchc_date {
  int32_t year, month, day;
} cchc_date;

/* Replaces {name} in the text of a finding or refusal. */
typedef struct cchc_argument {
  cchc_text name, value;
} cchc_argument;

enum { CCHC_EXACT, CCHC_OVER, CCHC_UNDER, CCHC_ABOUT, CCHC_ESTIMATED, CCHC_PLANNED };         /* qualifiers */
enum { CCHC_DENOMINATOR_UNSPECIFIED, CCHC_DENOMINATOR_UNKNOWN, CCHC_DENOMINATOR_NONE_AROSE }; /* of a rate */
enum { CCHC_NUMBER_KNOWN, CCHC_NUMBER_MISSING, CCHC_NUMBER_NOT_CITED };                       /* of a document */
enum { CCHC_ROLE_UNSPECIFIED, CCHC_ROLE_BASIS, CCHC_ROLE_ISSUED, CCHC_ROLE_RECEIVED };        /* of a document */
enum { CCHC_INFORMATION, CCHC_WARNING, CCHC_ERROR };                                          /* severities */
enum { CCHC_CUMULATIVE, CCHC_IN_THE_PERIOD };                                                 /* spans of a period */

/* The address of a value. table empty: a plain field; `row` is a position in the table, from 0. */
typedef struct cchc_place {
  uint32_t size;
  uint32_t reserved; /* 0 */
  cchc_text field, table;
  uint64_t row;
} cchc_place;

typedef struct cchc_document {
  uint32_t size;
  int32_t role, number_state;
  int32_t for_year; /* 0: none */
  cchc_date date;
  int32_t reserved; /* 0 */
  cchc_text type, number, year, issuer_code, issuer, title, implements;
  cchc_text symbol; /* as it was written: "04/KH-UBND" */
} cchc_document;

/* --- what a check reads ------------------------------------------------------------------------------------------ */

/* The effective values of one section: computed values if they are known, otherwise the entered ones. A function that
 * answers 0 leaves `out` as it was: the value is blank (blank is not zero), there is no such field, or the field has
 * another type. */
typedef struct cchc_section {
  uint32_t size;
  uint32_t version; /* of the section's definition */
  void* self;
  /* A text; the value of a choice; several choices separated by spaces; "yes" or "no". */
  int32_t (*text)(void* self, const cchc_place* place, cchc_text* out);
  int32_t (*number)(void* self, const cchc_place* place, cchc_number* out);
  int32_t (*date)(void* self, const cchc_place* place, cchc_date* out);
  /* Of a range of days. */
  int32_t (*range)(void* self, const cchc_place* place, cchc_date* from, cchc_date* to);
  /* The value that was entered for a computed field. */
  int32_t (*stated)(void* self, const cchc_place* place, cchc_number* out);
  int32_t (*qualifier)(void* self, const cchc_place* place);
  int32_t (*denominator)(void* self, const cchc_place* place);
  uint64_t (*document_count)(void* self, const cchc_place* place);
  /* `out->size` must be set before the call. */
  int32_t (*document)(void* self, const cchc_place* place, uint64_t index, cchc_document* out);
  uint64_t (*row_count)(void* self, cchc_text table);
  int32_t (*row_id)(void* self, cchc_text table, uint64_t row, cchc_text* out);
  /* All places that can hold documents, in the order of the definition, for checks of all citations. */
  uint64_t (*document_place_count)(void* self);
  int32_t (*document_place)(void* self, uint64_t index, cchc_place* out);
  /* The name of a place as people see it, in the language "vi" or "en"; valid as long as the section. */
  int32_t (*label)(void* self, const cchc_place* place, cchc_text language, cchc_text* out);
} cchc_section;

typedef struct cchc_finding {
  uint32_t size;
  int32_t severity;
  cchc_text code; /* of its text in messages.tsv */
  /* The finding is shown at the first place. The labels of the others replace {places} in its Vietnamese text and
   * {places_en} in its English text. */
  const cchc_place* places;
  uint64_t place_count;
  const cchc_argument* arguments;
  uint64_t argument_count;
} cchc_finding;

typedef struct cchc_check_context {
  uint32_t size;
  int32_t period_year;
  void* self;
  cchc_date period_start, period_end;
  int32_t period_span;       /* CCHC_CUMULATIVE or CCHC_IN_THE_PERIOD */
  int32_t reserved;          /* 0 */
  cchc_text unit, unit_form; /* the code of the section's unit, and its form ("xã"); empty if it is not known */
  const cchc_section* section;
  const cchc_section* previous; /* of the period before; null: there is none */
  /* The section of another definition, which the check named when it was registered; null: it is not present. */
  const cchc_section* (*other)(void* self, cchc_text definition);
  void (*add_finding)(void* self, const cchc_finding* finding);
} cchc_check_context;

/* 0: the check failed, which becomes a finding that names it. `self` is that of its registration. */
typedef int32_t (*cchc_check)(void* self, const cchc_check_context* context);

/* --- how figures are read ----------------------------------------------------------------------------------------- */

enum { CCHC_MARKS_VIETNAMESE, CCHC_MARKS_ENGLISH }; /* 1.234,5 or 1,234.5 */

typedef struct cchc_reading_context {
  uint32_t size;
  int32_t marks;
  int32_t money_power; /* of money whose unit is not named: 10^n đồng */
  int32_t year;        /* of the period; 0: not known */
  cchc_text unit;      /* of a figure, which it may be followed by: "người" takes "48 người"; empty: none */
} cchc_reading_context;

/* --- what an importer reads and writes ---------------------------------------------------------------------------- */

enum {
  CCHC_CELL_BLANK,
  CCHC_CELL_TEXT,
  CCHC_CELL_NUMBER,
  CCHC_CELL_DATE,
  CCHC_CELL_YES_NO,
  CCHC_CELL_ERROR,             /* "#DIV/0!" */
  CCHC_CELL_FORMULA_NO_RESULT, /* a formula whose result is not in the file */
  CCHC_CELL_PERCENT            /* a number that is shown as a percentage: 97,22 for 97,22 % */
};
enum { CCHC_CELL_HIDDEN = 1, CCHC_CELL_MERGED = 2 }; /* flags: of a hidden row or column; covered by a merged cell */

typedef struct cchc_cell {
  uint32_t size;
  int32_t kind, flags;
  int32_t yes;        /* of CCHC_CELL_YES_NO */
  cchc_text text;     /* as it is shown; of a text, the text */
  cchc_number number; /* of CCHC_CELL_NUMBER and CCHC_CELL_PERCENT */
  cchc_date date;     /* of CCHC_CELL_DATE */
  int32_t reserved;   /* 0 */
} cchc_cell;

/* One sheet of a workbook, or a delimited text. Rows and columns count from 0. */
typedef struct cchc_cells {
  uint32_t size;
  uint32_t reserved;
  void* self;
  uint64_t rows, columns;
  cchc_text sheet; /* its name; empty for a text file */
  /* `out->size` must be set before the call. Answers 1 for a blank cell too; 0: outside the table. */
  int32_t (*cell)(void* self, uint64_t row, uint64_t column, cchc_cell* out);
  /* The number of the row as people see it: its line in the file, from 1. */
  uint64_t (*line)(void* self, uint64_t row);
  /* The cell that covers a merged one, which is blank itself; the cell itself if no other covers it. */
  int32_t (*covering)(void* self, uint64_t row, uint64_t column, cchc_cell* out);
} cchc_cells;

typedef struct cchc_import_context {
  uint32_t size;
  int32_t period_year;
  void* self;
  cchc_date period_start, period_end;
  int32_t period_span;     /* CCHC_CUMULATIVE or CCHC_IN_THE_PERIOD */
  uint32_t version;        /* of the section's definition */
  const cchc_cells* cells; /* null for an importer of running text */
  cchc_text text;          /* the running text, with its lines separated by newlines; empty for an importer of cells */
  /* Begins a new row, to which the following values belong. Values before the first row belong to plain fields. `line`
   * is where it stands in the input, for messages about its values; 0: nowhere. */
  void (*begin_row)(void* self, cchc_text table, uint64_t line);
  /* A value as it is written in the file. The host reads it by the type of its field, and names what it refuses; so
   * does each function below. A field of a row has one value; only a field of several documents takes more of them. */
  void (*value)(void* self, cchc_text field_or_column, cchc_text value, const cchc_reading_context* context);
  /* A cell of `cells`; the host reads it by its kind and the type of its field. `context` of these two: how figures,
   * money and dates are meant; null: in đồng, in the year of the period, and with Vietnamese marks, or for a cell with
   * those on which its column agrees. Its unit is not used, since the field has one. */
  void (*cell)(void* self, cchc_text field_or_column, uint64_t row, uint64_t column,
               const cchc_reading_context* context);
  void (*number)(void* self, cchc_text field_or_column, cchc_number value);
  void (*document)(void* self, cchc_text field_or_column, const cchc_document* document);
  /* Reports a line that cannot be imported, with the code of its text in messages.tsv. */
  void (*refuse)(void* self, uint64_t line, cchc_text code, const cchc_argument* arguments, uint64_t count);
} cchc_import_context;

/* 0: the input contains nothing that this importer can use. */
typedef int32_t (*cchc_importer)(void* self, const cchc_import_context* context);

/* --- the host ------------------------------------------------------------------------------------------------------
 */

enum { CCHC_LOG_INFORMATION, CCHC_LOG_WARNING, CCHC_LOG_ERROR };

/* What reading a text gave. A doubt has two or more meanings, which `meanings` lists as they must be written. */
enum { CCHC_READ_REFUSED, CCHC_READ_VALUE, CCHC_READ_DOUBT, CCHC_READ_BLANK };
enum { CCHC_QUANTITY_WHOLE, CCHC_QUANTITY_NUMBER, CCHC_QUANTITY_PERCENT };

/* Functions that give a text put it into a place of the calling thread, where it stays until the next call of a host
 * function on the same thread. Null pointers, texts that are not UTF-8 and values outside their enumeration make a
 * function answer 0 and change nothing. */
typedef struct cchc_host {
  uint32_t size;
  uint32_t api;         /* the CCHC_PLUGIN_API of the host */
  uint32_t api_minimum; /* the oldest that it still loads */
  uint32_t reserved;
  void* self;
  cchc_text name, version; /* of the program */
  void (*log)(void* self, int32_t level, cchc_text message);
  /* The text of a code in the plugin's messages.tsv, in the language "vi" or "en". */
  int32_t (*message)(void* self, cchc_text code, cchc_text language, const cchc_argument* arguments, uint64_t count,
                     cchc_text* out);
  /* Lower case without diacritics, each run of spaces as one: for comparing words. */
  int32_t (*fold)(void* self, cchc_text text, cchc_text* out);
  /* NFC, with spaces trimmed and each line end as a newline. */
  int32_t (*normalise)(void* self, cchc_text text, cchc_text* out);
  /* Exact numbers. 0: the result is out of range, or `text` is not canonical (-?digits(.digits)?). */
  int32_t (*number_from_text)(void* self, cchc_text text, cchc_number* out);
  int32_t (*number_to_text)(void* self, const cchc_number* number, cchc_text* out); /* canonical: "1234.5" */
  int32_t (*number_shown)(void* self, const cchc_number* number, cchc_text* out);   /* as printed: "1.234,5" */
  int32_t (*add)(void* self, const cchc_number* a, const cchc_number* b, cchc_number* out);
  int32_t (*subtract)(void* self, const cchc_number* a, const cchc_number* b, cchc_number* out);
  int32_t (*multiply)(void* self, const cchc_number* a, const cchc_number* b, cchc_number* out);
  /* Rounded half away from zero to `decimals`. */
  int32_t (*divide)(void* self, const cchc_number* a, const cchc_number* b, int32_t decimals, cchc_number* out);
  /* *out is -1, 0 or 1. */
  int32_t (*compare)(void* self, const cchc_number* a, const cchc_number* b, int32_t* out);
  /* The suite's readers. They answer CCHC_READ_…; `meanings` may be null, and so may `qualifier`. */
  int32_t (*read_figure)(void* self, cchc_text text, int32_t quantity, const cchc_reading_context* context,
                         cchc_number* out, int32_t* qualifier, cchc_text* meanings);
  int32_t (*read_money)(void* self, cchc_text text, const cchc_reading_context* context, cchc_number* out,
                        int32_t* qualifier, cchc_text* meanings);
  int32_t (*read_date)(void* self, cchc_text text, const cchc_reading_context* context, cchc_date* out,
                       cchc_text* meanings);
  /* The power of ten that a heading names: "triệu đồng" gives 6. */
  int32_t (*money_power)(void* self, cchc_text heading, int32_t* out);
  /* The marks (CCHC_MARKS_…) that a block of figures agrees on; 0: nothing in it decides, or it contradicts itself. */
  int32_t (*marks_of)(void* self, const cchc_text* block, uint64_t count, int32_t* out);
  /* Calls `found` for each reference in running text, in order, with the position of its first byte and of the
   * byte behind its last; the document is null where something looks like a reference and cannot be read. Answers how
   * many calls it made. */
  uint64_t (*find_citations)(void* self, cchc_text text, const cchc_reading_context* context, void* found_self,
                             void (*found)(void* found_self, uint64_t begin, uint64_t end,
                                           const cchc_document* document));
  /* Whether the first cell of a row says that the row is a total: "Cộng", "Tổng cộng", "Tổng số". */
  int32_t (*is_total_label)(void* self, cchc_text text);
  /* A key for comparing the names of bodies: that of "UBND huyện" and of "Ủy ban nhân dân huyện" is the same. */
  int32_t (*body_key)(void* self, cchc_text name, cchc_text* out);
  int32_t (*lower_first)(void* self, cchc_text text, cchc_text* out); /* the first letter in lower case: "đào tạo" */
  int32_t (*money_shown)(void* self, const cchc_number* dong, cchc_text* out); /* "177 tỷ 357 triệu đồng" */
  int32_t (*date_shown)(void* self, cchc_date date, cchc_text* out);           /* "28/8/2023", "tháng 8/2023" */
} cchc_host;

/* --- registration ----------------------------------------------------------------------------------------------------
 */

enum { CCHC_IMPORT_CELLS, CCHC_IMPORT_TEXT };

typedef struct cchc_check_registration {
  uint32_t size;
  uint32_t reserved;
  cchc_text definition, code;
  /* The versions of the definition for which the check was written; 0: no limit on that side. */
  uint32_t version_from, version_until;
  const cchc_text* others; /* the definitions that the check reads besides its own */
  uint64_t other_count;
  void* check_self;
  cchc_check check;
} cchc_check_registration;

typedef struct cchc_importer_registration {
  uint32_t size;
  int32_t input;              /* CCHC_IMPORT_CELLS or CCHC_IMPORT_TEXT */
  cchc_text definition, name; /* its title is the text "importer.NAME" of messages.tsv */
  uint32_t version_from, version_until;
  void* importer_self;
  cchc_importer importer;
} cchc_importer_registration;

/* Valid only during cchc_plugin_register. The definitions (*.xml) and messages.tsv beside the library are read by the
 * host itself; a plugin registers what data cannot say. */
typedef struct cchc_registrar {
  uint32_t size;
  uint32_t reserved;
  void* self;
  const cchc_host* host; /* valid until the program ends */
  cchc_text folder;      /* of the plugin's files, without a slash at its end */
  void (*add_check)(void* self, const cchc_check_registration* check);
  void (*add_importer)(void* self, const cchc_importer_registration* importer);
} cchc_registrar;

typedef struct cchc_plugin_information {
  uint32_t size;
  uint32_t api, api_minimum; /* CCHC_PLUGIN_API, CCHC_PLUGIN_API_MINIMUM */
  uint32_t reserved;
  cchc_text id; /* the name of the plugin's folder and library */
  cchc_text version, title_vi, title_en;
} cchc_plugin_information;

/* The two functions that a plugin exports. The structure of the first must stay valid until the program ends. */
CCHC_PLUGIN_EXPORT const cchc_plugin_information* cchc_plugin_info(void);
CCHC_PLUGIN_EXPORT int32_t cchc_plugin_register(const cchc_registrar* registrar); /* 0: the registration failed */

typedef const cchc_plugin_information* (*cchc_plugin_info_function)(void);
typedef int32_t (*cchc_plugin_register_function)(const cchc_registrar* registrar);

#ifdef __cplusplus
}
#endif
#endif
