// The commit that the program was built from.
#pragma once

/// Twelve digits, with `+dirty` for changed sources; empty where it is not known.
const char *nilm_report_commit(void);
