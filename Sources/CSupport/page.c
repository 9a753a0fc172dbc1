#include "page.h"

#include <setjmp.h>
#include <stdbool.h>
#include <stdlib.h>

// Gumbo gives a page back node by node, one call within the other, so that a deep one would take the stack: here all
// blocks are given back at once, and the parser is left by a jump when it asks for more than it may have.
struct block {
    struct block *next;
    _Alignas(max_align_t) unsigned char bytes[];
};

struct html_page {
    GumboOutput *output;
    struct block *blocks;
    /// What is left of the newest block of many pieces.
    unsigned char *free;
    size_t left, taken, most;
    jmp_buf refused;
};

static const size_t usual = 64 * 1024;
static const int most_errors = 100;

static void *block(html_page *page, size_t size) {
    struct block *new = NULL;
    if (size <= page->most && page->taken <= page->most - size) new = malloc(sizeof *new + size);
    if (!new) longjmp(page->refused, 1);
    page->taken += size;
    new->next = page->blocks;
    page->blocks = new;
    return new->bytes;
}

static void *take(void *context, size_t size) {
    html_page *page = context;
    size = (size + _Alignof(max_align_t) - 1) / _Alignof(max_align_t) * _Alignof(max_align_t);
    if (size > usual / 4) return block(page, size);
    if (size > page->left) {
        page->free = block(page, usual);
        page->left = usual;
    }
    unsigned char *piece = page->free;
    page->free += size;
    page->left -= size;
    return piece;
}

static void keep(void *context, void *piece) {
    (void)context;
    (void)piece;
}

html_page *html_page_parse(const char *text, size_t length, size_t most_bytes) {
    html_page *page = calloc(1, sizeof *page);
    if (!page) return NULL;
    page->most = most_bytes;
    if (setjmp(page->refused)) {
        html_page_free(page);
        return NULL;
    }
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = take;
    options.deallocator = keep;
    options.userdata = page;
    options.max_errors = most_errors;
    page->output = gumbo_parse_with_options(&options, text, length);
    return page;
}

const GumboNode *html_page_document(const html_page *page) { return page->output->document; }

size_t html_page_error_count(const html_page *page) { return page->output->errors.length; }

size_t html_page_error_offset(const html_page *page, size_t index) {
    // How an error begins, which the library's header leaves out.
    const struct {
        int type;
        GumboSourcePosition position;
    } *error = page->output->errors.data[index];
    return error->position.offset;
}

void html_page_free(html_page *page) {
    for (struct block *each = page->blocks, *next; each; each = next) {
        next = each->next;
        free(each);
    }
    free(page);
}
