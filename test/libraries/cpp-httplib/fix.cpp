// RUN: %check-doors %s --fix --config="{CheckOptions: {mde-user-agent.Company: Contoso, mde-user-agent.Product: Cognito, mde-user-agent.Version: '1.0'}}" -- -std=c++17 -DCPPHTTPLIB_OPENSSL_SUPPORT
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A malformed value is replaced. Where one is missing nothing is offered: to set the
// default headers would drop those that are set.
#include <httplib.h>

void replaced() {
  httplib::Client client("https://graph.microsoft.com");
  client.set_default_headers({{"User-Agent", "contoso/1.0"}});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  client.Get("/v1.0/me");
}
// CHECK-FIXES: void replaced()
// CHECK-FIXES: client.set_default_headers({{[{][{]}}"User-Agent", "MdePartner-Contoso-Cognito/1.0"}});
// CHECK-FIXES-NEXT: {{^ *//}}
// CHECK-FIXES-NEXT: client.Get("/v1.0/me");

void missing() {
  httplib::Client client("https://graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me");
}
// CHECK-FIXES: void missing()
// CHECK-FIXES-NEXT: httplib::Client client
// CHECK-FIXES-NEXT: {{^ *//}}
// CHECK-FIXES-NEXT: client.Get("/v1.0/me");
