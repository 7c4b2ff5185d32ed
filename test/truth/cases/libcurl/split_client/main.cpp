// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "client.h"

int main() {
  split::Client client(split::loadSettings());
  bool ok = client.get("/api/machines/L_machines"); // label: machines
  client.identify();
  ok &= client.get("/api/alerts/L_alerts"); // label: alerts
  split::Client other({"https://mirror.contoso.example", ""});
  ok &= other.get("/L_mirror"); // label: mirror
  return ok && split::heartbeat() ? 0 : 1;
}
