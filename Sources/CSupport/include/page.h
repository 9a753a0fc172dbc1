#pragma once

#include <gumbo.h>
#include <stddef.h>

/// A parsed page (libgumbo: the parsing algorithm of HTML5) with all memory that its parsing took.
typedef struct html_page html_page;

/// Parses `length` bytes of UTF-8, which must stay as long as the page does; NULL if that would take more than
/// `most_bytes` of memory or there is none.
html_page *html_page_parse(const char *text, size_t length, size_t most_bytes);
/// The document, a node of that kind.
const GumboNode *html_page_document(const html_page *page);
/// How many mistakes the parser met, up to a bound.
size_t html_page_error_count(const html_page *page);
/// The byte at which it met one.
size_t html_page_error_offset(const html_page *page, size_t index);
void html_page_free(html_page *page);
