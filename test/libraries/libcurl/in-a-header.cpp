// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A wrapper in a header of the project: its callers are the places.
#include "Inputs/http.h"

void good() {
  contoso::Http http("MdePartner-Contoso-Cognito/1.0");
  http.get("https://graph.microsoft.com/v1.0/me");
}

void bad() {
  contoso::Http http;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  http.get("https://graph.microsoft.com/v1.0/me");
  http.get("https://siem.contoso.example/");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  contoso::fetch("https://api.security.microsoft.com/api/incidents");
}
