// RUN: %check-doors %s --fix --config="{CheckOptions: {mde-user-agent.Company: Contoso, mde-user-agent.Product: Cognito, mde-user-agent.Version: '1.0'}}" -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>

void missing() {
  Poco::Net::HTTPClientSession session("graph.microsoft.com");
  Poco::Net::HTTPRequest request("GET", "/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends none [mde-user-agent]
  session.sendRequest(request);
}
// CHECK-FIXES: void missing()
// CHECK-FIXES: {{^ *//}}
// CHECK-FIXES-NEXT: request.set("User-Agent", "MdePartner-Contoso-Cognito/1.0");
// CHECK-FIXES-NEXT: session.sendRequest(request);

void replaced() {
  Poco::Net::HTTPClientSession session("graph.microsoft.com");
  Poco::Net::HTTPRequest request("GET", "/v1.0/me");
  request.set("User-Agent", "contoso/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  session.sendRequest(request);
}
// CHECK-FIXES: void replaced()
// CHECK-FIXES: request.set("User-Agent", "MdePartner-Contoso-Cognito/1.0");
// CHECK-FIXES-NEXT: {{^ *//}}
// CHECK-FIXES-NEXT: session.sendRequest(request);
