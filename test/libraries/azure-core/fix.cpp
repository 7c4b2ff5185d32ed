// RUN: %check-doors %s --fix --config="{CheckOptions: {mde-user-agent.Company: Contoso, mde-user-agent.Product: Cognito, mde-user-agent.Version: '1.0'}}" -- -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A fix-it sets the header, or replaces a malformed value.
#include <azure/core.hpp>

#define ME "https://graph.microsoft.com/v1.0/me"

using namespace Azure::Core;
using namespace Azure::Core::Http;

void inserted() {
  CurlTransport curl;
  Request request(HttpMethod::Get, Url(ME));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Azure SDK for C++ sends none [mde-user-agent]
  curl.Send(request, {});
}
// CHECK-FIXES: void inserted()
// CHECK-FIXES: request.SetHeader("User-Agent", "MdePartner-Contoso-Cognito/1.0");
// CHECK-FIXES-NEXT: curl.Send(request, {});

void replaced() {
  CurlTransport curl;
  Request request(HttpMethod::Get, Url(ME));
  request.SetHeader("User-Agent", "contoso/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  curl.Send(request, {});
}
// CHECK-FIXES: void replaced()
// CHECK-FIXES: request.SetHeader("User-Agent", "MdePartner-Contoso-Cognito/1.0");
