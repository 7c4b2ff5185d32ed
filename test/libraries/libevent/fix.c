// RUN: %check-doors %s --fix --config="{CheckOptions: {mde-user-agent.Company: Contoso, mde-user-agent.Product: Cognito, mde-user-agent.Version: '1.0'}}" -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A fix-it adds the header before the request is made.
#include <event2/http.h>

void made(struct event_base *base) {
  struct evhttp_connection *connection = evhttp_connection_base_new(base, 0, "graph.microsoft.com", 80);
  struct evhttp_request *request = evhttp_request_new(0, 0);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libevent sends none [mde-user-agent]
  evhttp_make_request(connection, request, EVHTTP_REQ_GET, "/v1.0/me");
}
// CHECK-FIXES: void made(
// CHECK-FIXES: evhttp_add_header(evhttp_request_get_output_headers(request), "User-Agent", "MdePartner-Contoso-Cognito/1.0");
// CHECK-FIXES-NEXT: evhttp_make_request(connection, request
