#include "version.h"

// make writes commit.h; what is built without make, or outside of a git checkout, does not know its commit.
#if __has_include("commit.h")
#include "commit.h"
#else
#define COMMIT ""
#endif

const char *nilm_report_commit(void) { return COMMIT; }
