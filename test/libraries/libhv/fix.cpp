// RUN: %check-doors %s --fix --config="{CheckOptions: {mde-user-agent.Company: Contoso, mde-user-agent.Product: Cognito, mde-user-agent.Version: '1.0'}}" -- -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A fix-it sets the header of the request, not the client's, which would not count.
#include <hv/requests.h>

void inserted() {
  hv::HttpClient client;
  HttpRequest request;
  HttpResponse response;
  request.url = "https://graph.microsoft.com/v1.0/me";
  HttpRequest *sent = &request;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
  client.send(sent, &response);
}
// CHECK-FIXES: sent->SetHeader("User-Agent", "MdePartner-Contoso-Cognito/1.0");
// CHECK-FIXES-NEXT: client.send(sent, &response);

void replaced() {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  requests::get("https://graph.microsoft.com/v1.0/me", {{"User-Agent", "contoso/1.0"}});
}
// CHECK-FIXES: void replaced()
// CHECK-FIXES: requests::get({{.+}}"User-Agent", "MdePartner-Contoso-Cognito/1.0"
