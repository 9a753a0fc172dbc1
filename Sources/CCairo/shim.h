#pragma once
#include <stdio.h>
#include <cairo.h>
#include <cairo-ft.h>
#include <cairo-pdf.h>

/// Writes the family name of the font file that `context` really draws with into `name`; empty if it draws with none.
/// Cairo puts another font in place of a missing one without a word, so the name asked for proves nothing.
static inline void ccairo_font_family(cairo_t *context, char *name, size_t size) {
    cairo_scaled_font_t *font = cairo_get_scaled_font(context);
    name[0] = 0;
    if (cairo_scaled_font_get_type(font) != CAIRO_FONT_TYPE_FT) return;
    FT_Face face = cairo_ft_scaled_font_lock_face(font);
    if (!face) return;
    snprintf(name, size, "%s", face->family_name ? face->family_name : "");
    cairo_ft_scaled_font_unlock_face(font);
}
