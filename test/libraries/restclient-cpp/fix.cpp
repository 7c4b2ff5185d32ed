// RUN: %check-doors %s --fix --config="{CheckOptions: {mde-user-agent.Company: Contoso, mde-user-agent.Product: Cognito, mde-user-agent.Version: '1.0'}}" -- -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A fix-it sets the header; SetUserAgent would not do.
#include <restclient-cpp/connection.h>

void inserted() {
  RestClient::Connection connection("https://graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; restclient-cpp sends 'restclient-cpp/{version}' [mde-user-agent]
  connection.get("/v1.0/me");
}
// CHECK-FIXES: connection.AppendHeader("User-Agent", "MdePartner-Contoso-Cognito/1.0");
// CHECK-FIXES-NEXT: connection.get("/v1.0/me");
