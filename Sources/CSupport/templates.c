#include "templates.h"

// C23 #embed: the bytes move with the program, and an edit of a template is seen by the build.
static const unsigned char appliance_mustache[] = {
#embed "../../templates/appliance.mustache"
};
static const unsigned char appliances_mustache[] = {
#embed "../../templates/appliances.mustache"
};
static const unsigned char attention_mustache[] = {
#embed "../../templates/attention.mustache"
};
static const unsigned char cell_mustache[] = {
#embed "../../templates/cell.mustache"
};
static const unsigned char compare_mustache[] = {
#embed "../../templates/compare.mustache"
};
static const unsigned char contents_mustache[] = {
#embed "../../templates/contents.mustache"
};
static const unsigned char data_mustache[] = {
#embed "../../templates/data.mustache"
};
static const unsigned char energy_mustache[] = {
#embed "../../templates/energy.mustache"
};
static const unsigned char facts_mustache[] = {
#embed "../../templates/facts.mustache"
};
static const unsigned char figure_mustache[] = {
#embed "../../templates/figure.mustache"
};
static const unsigned char errors_mustache[] = {
#embed "../../templates/errors.mustache"
};
static const unsigned char experiment_mustache[] = {
#embed "../../templates/experiment.mustache"
};
static const unsigned char explorer_mustache[] = {
#embed "../../templates/explorer.mustache"
};
static const unsigned char figures_mustache[] = {
#embed "../../templates/figures.mustache"
};
static const unsigned char files_mustache[] = {
#embed "../../templates/files.mustache"
};
static const unsigned char head_mustache[] = {
#embed "../../templates/head.mustache"
};
static const unsigned char inspection_mustache[] = {
#embed "../../templates/inspection.mustache"
};
static const unsigned char inspection_table_mustache[] = {
#embed "../../templates/inspection-table.mustache"
};
static const unsigned char methods_mustache[] = {
#embed "../../templates/methods.mustache"
};
static const unsigned char metrics_mustache[] = {
#embed "../../templates/metrics.mustache"
};
static const unsigned char model_mustache[] = {
#embed "../../templates/model.mustache"
};
static const unsigned char provenance_mustache[] = {
#embed "../../templates/provenance.mustache"
};
static const unsigned char report_js[] = {
#embed "../../templates/report.js"
};
static const unsigned char report_mustache[] = {
#embed "../../templates/report.mustache"
};
static const unsigned char style_css[] = {
#embed "../../templates/style.css"
};
static const unsigned char summary_mustache[] = {
#embed "../../templates/summary.mustache"
};
static const unsigned char tools_mustache[] = {
#embed "../../templates/tools.mustache"
};
static const unsigned char training_mustache[] = {
#embed "../../templates/training.mustache"
};
static const unsigned char value_mustache[] = {
#embed "../../templates/value.mustache"
};
static const unsigned char verdict_mustache[] = {
#embed "../../templates/verdict.mustache"
};
static const unsigned char manual_md[] = {
#embed "../../docs/templates.md"
};
static const unsigned char windows_mustache[] = {
#embed "../../templates/windows.mustache"
};

#define ENTRY(name, bytes) {name, bytes, sizeof bytes}

static const nilm_template templates[] = {
    ENTRY("appliance.mustache", appliance_mustache),
    ENTRY("appliances.mustache", appliances_mustache),
    ENTRY("attention.mustache", attention_mustache),
    ENTRY("cell.mustache", cell_mustache),
    ENTRY("compare.mustache", compare_mustache),
    ENTRY("contents.mustache", contents_mustache),
    ENTRY("data.mustache", data_mustache),
    ENTRY("energy.mustache", energy_mustache),
    ENTRY("facts.mustache", facts_mustache),
    ENTRY("figure.mustache", figure_mustache),
    ENTRY("errors.mustache", errors_mustache),
    ENTRY("experiment.mustache", experiment_mustache),
    ENTRY("explorer.mustache", explorer_mustache),
    ENTRY("figures.mustache", figures_mustache),
    ENTRY("files.mustache", files_mustache),
    ENTRY("head.mustache", head_mustache),
    ENTRY("inspection.mustache", inspection_mustache),
    ENTRY("inspection-table.mustache", inspection_table_mustache),
    ENTRY("methods.mustache", methods_mustache),
    ENTRY("metrics.mustache", metrics_mustache),
    ENTRY("model.mustache", model_mustache),
    ENTRY("provenance.mustache", provenance_mustache),
    ENTRY("report.js", report_js),
    ENTRY("report.mustache", report_mustache),
    ENTRY("style.css", style_css),
    ENTRY("summary.mustache", summary_mustache),
    ENTRY("tools.mustache", tools_mustache),
    ENTRY("training.mustache", training_mustache),
    ENTRY("value.mustache", value_mustache),
    ENTRY("verdict.mustache", verdict_mustache),
    ENTRY("windows.mustache", windows_mustache),
    // Beside exported templates the manual is their README.
    ENTRY("README.md", manual_md),
};

const nilm_template *nilm_templates(void) {
    return templates;
}

size_t nilm_template_count(void) {
    return sizeof templates / sizeof templates[0];
}
