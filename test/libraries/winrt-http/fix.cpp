// RUN: %check-doors %s --fix --config="{CheckOptions: {mde-user-agent.Company: Contoso, mde-user-agent.Product: Cognito, mde-user-agent.Version: '1.0'}}" -- -std=c++20 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A fix-it adds the User-Agent to a request, or replaces a malformed value.
#include <winrt/Windows.Web.Http.h>

#define ME L"https://graph.microsoft.com/v1.0/me"

using namespace winrt::Windows::Foundation;
using namespace winrt::Windows::Web::Http;

void inserted() {
  HttpClient client;
  HttpRequestMessage message{HttpMethod::Get(), Uri{ME}};
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Windows.Web.Http sends none [mde-user-agent]
  client.SendRequestAsync(message);
}
// CHECK-FIXES: void inserted()
// CHECK-FIXES: message.Headers().UserAgent().ParseAdd(L"MdePartner-Contoso-Cognito/1.0");
// CHECK-FIXES-NEXT: client.SendRequestAsync(message);

void replaced() {
  HttpClient client;
  client.DefaultRequestHeaders().UserAgent().ParseAdd(L"contoso/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  client.GetAsync(Uri{ME});
}
// CHECK-FIXES: void replaced()
// CHECK-FIXES: client.DefaultRequestHeaders().UserAgent().ParseAdd(L"MdePartner-Contoso-Cognito/1.0");
