#include "templates.h"

static const unsigned char es[] = {
#embed "../../languages/es.txt"
};

nilm_template nilm_catalogue_es(void) {
    return (nilm_template){"es.txt", es, sizeof es};
}
