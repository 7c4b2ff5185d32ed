// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "app/alerts.h"
#include <contoso/http.h>

int main() {
  if (!contoso::reachable("api.securitycenter.microsoft.com"))
    return 1;
  fetchAlerts();
  contoso::get("https://graph.microsoft.com/v1.0/me", "");
}
