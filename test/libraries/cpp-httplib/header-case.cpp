// RUN: %check-doors %s -- -std=c++17 -DCPPHTTPLIB_OPENSSL_SUPPORT
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// httplib::Headers, a std::multimap, compares names without regard to case.
#include <httplib.h>

#define AGENT "MdePartner-Contoso-Cognito/1.0"

void removed() {
  httplib::Client client("https://graph.microsoft.com");
  httplib::Headers headers{{"User-Agent", AGENT}};
  headers.erase("user-agent");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me", headers);
}

void onlyIfAbsent() {
  httplib::Client client("https://graph.microsoft.com");
  httplib::Headers headers{{"User-Agent", AGENT}};
  if (headers.find("user-agent") == headers.end())
    headers.emplace("User-Agent", AGENT);
  client.Get("/v1.0/me", headers);
}
