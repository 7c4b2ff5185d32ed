// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "client.h"
#include <truth/choice.h>

split::Settings split::loadSettings() {
  Settings settings;
  settings.base = "https://api.securitycenter.microsoft.com";
  settings.agent = truth_flag("modern") ? "MdePartner-Contoso-Split/1.0" : "MdatpPartner-Contoso-Split/1.0";
  return settings;
}
