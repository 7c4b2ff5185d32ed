// RUN: %check-doors %s --prefix=ALL --config="{CheckOptions: {mde-user-agent.VerifyAll: true}}" -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What code does with a client that was not seen is not known; nothing was said of it.
#include <httplib.h>

extern void use(httplib::Client &);

void used() {
  httplib::Client client("https://graph.microsoft.com"), other("https://contoso.example");
  // ALL: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: it goes into 'use', which was not seen [mde-user-agent]
  use(client);
  use(other);
}

// The code may give it another one.
void named() {
  httplib::Client client("https://graph.microsoft.com");
  client.set_default_headers({{"User-Agent", "MdePartner-Contoso-Cognito/1.0"}});
  // ALL: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: it goes into 'use', which was not seen [mde-user-agent]
  use(client);
}
