/* Whether the people of the benefits add up to the section's own figure; in plain C. */
#ifndef PEOPLE_CHECK_H
#define PEOPLE_CHECK_H

#include <cchc/plugin.h>

#ifdef __cplusplus
extern "C" {
#endif

/* `self`: the host. */
int32_t labour_check_people(void* self, const cchc_check_context* context);

#ifdef __cplusplus
}
#endif
#endif
