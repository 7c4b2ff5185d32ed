// RUN: %check-doors %s --fix --config="{CheckOptions: {mde-user-agent.Company: Contoso, mde-user-agent.Product: Cognito, mde-user-agent.Version: '1.0'}}" -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A fix-it adds the header before the request is dispatched.
#include <neon/ne_basic.h>
#include <neon/ne_request.h>
#include <neon/ne_session.h>

int dispatched(void) {
  ne_session *session = ne_session_create("https", "graph.microsoft.com", 443);
  ne_request *request = ne_request_create(session, "GET", "/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; neon sends none [mde-user-agent]
  return ne_request_dispatch(request);
}
// CHECK-FIXES: int dispatched(
// CHECK-FIXES: ne_add_request_header(request, "User-Agent", "MdePartner-Contoso-Cognito/1.0");
// CHECK-FIXES-NEXT: return ne_request_dispatch(request);

// There is no request to add it to.
int whole(int fd) {
  ne_session *session = ne_session_create("https", "graph.microsoft.com", 443);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; neon sends none [mde-user-agent]
  return ne_get(session, "/v1.0/me", fd);
}
// CHECK-FIXES: int whole(
// CHECK-FIXES-NEXT: ne_session_create
// CHECK-FIXES-NEXT: {{^ *//}}
// CHECK-FIXES-NEXT: return ne_get(session
