// RUN: %check-doors %s --fix --config="{CheckOptions: {mde-user-agent.Company: Contoso, mde-user-agent.Product: Cognito, mde-user-agent.Version: '1.0'}}" -- -w -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A fix-it sets the header of a request, which is given by value: what is set before is
// copied. Nothing can be set through a constant.
#include <cpprest/http_client.h>

using namespace web::http;
using namespace web::http::client;

void sent() {
  http_client client(U("https://graph.microsoft.com"));
  http_request request(methods::GET);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  client.request(request).wait();
}

void constant(http_client &client) {
  http_client other(U("https://graph.microsoft.com"));
  const http_request request(methods::GET);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; C++ REST SDK sends 'cpprestsdk/{version}' [mde-user-agent]
  other.request(request).wait();
}
// CHECK-FIXES: void sent(
// CHECK-FIXES: request.headers()[web::http::header_names::user_agent] = U("MdePartner-Contoso-Cognito/1.0");
// CHECK-FIXES-NEXT: client.request(request).wait();
// CHECK-FIXES: void constant(
// CHECK-FIXES-NOT: user_agent
