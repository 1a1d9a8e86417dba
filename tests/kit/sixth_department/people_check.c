#include "people_check.h"

#include <string.h>

static cchc_text text(const char *literal) {
  cchc_text out = {literal, strlen(literal)};
  return out;
}

static cchc_place place(const char *field, const char *table, uint64_t row) {
  cchc_place out = {sizeof(cchc_place), 0, text(field), text(table), row};
  return out;
}

int32_t labour_check_people(void *self, const cchc_check_context *context) {
  const cchc_host *host = self;
  const cchc_section *section = context->section;
  const cchc_place people = place("people", "", 0);
  cchc_number stated, sum = {0, 0, 0, 0};
  uint64_t row;
  int32_t order = 0;
  if (!section->number(section->self, &people, &stated)) return 1;
  for (row = 0; row < section->row_count(section->self, text("benefits")); ++row) {
    const cchc_place cell = place("people", "benefits", row);
    cchc_number one;
    if (!section->number(section->self, &cell, &one)) return 1; /* blank is not zero */
    if (!host->add(host->self, &sum, &one, &sum)) return 0;
  }
  if (!host->compare(host->self, &stated, &sum, &order)) return 0;
  if (order != 0) {
    char given[64];
    cchc_text shown;
    cchc_argument argument;
    cchc_finding finding = {0};
    if (!host->number_shown(host->self, &sum, &shown) || shown.size > sizeof given) return 0;
    memcpy(given, shown.data, (size_t)shown.size);
    argument.name = text("sum");
    argument.value.data = given;
    argument.value.size = shown.size;
    finding.size = sizeof finding;
    finding.severity = CCHC_ERROR;
    finding.code = text("labour.people");
    finding.places = &people;
    finding.place_count = 1;
    finding.arguments = &argument;
    finding.argument_count = 1;
    context->add_finding(context->self, &finding);
  }
  return 1;
}
