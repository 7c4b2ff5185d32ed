// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "app/alerts.h"
#include "app/version.h"
#include <contoso/http.h>

void fetchAlerts() {
  contoso::get("https://graph.microsoft.com/v1.0/security/alerts_v2",
               "MdePartner-Contoso-Sync/" SYNC_VERSION);
}
