#ifndef NILM_REPORT_TEMPLATES_H
#define NILM_REPORT_TEMPLATES_H

#include <stddef.h>

/// One file of templates/, as it was when the program was compiled.
typedef struct {
    const char *_Nonnull name;
    const unsigned char *_Nonnull bytes;
    size_t count;
} nilm_template;

/// All files, sorted by name: `nilm_template_count()` of them.
const nilm_template *_Nonnull nilm_templates(void);
size_t nilm_template_count(void);

#endif
