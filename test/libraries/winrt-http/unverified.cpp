// RUN: %check-doors %s --config="{CheckOptions: {mde-user-agent.VerifyAll: true}}" -- -std=c++20 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What nobody can know is said with VerifyAll only.
#include <winrt/Windows.Web.Http.Filters.h>
#include <winrt/Windows.Web.Http.h>

#define AGENT L"MdePartner-Contoso-Cognito/1.0"
#define ME L"https://graph.microsoft.com/v1.0/me"

using namespace winrt::Windows::Foundation;
using namespace winrt::Windows::Web::Http;

void twoAgents() {
  HttpClient client;
  HttpRequestMessage message{HttpMethod::Get(), Uri{ME}};
  client.DefaultRequestHeaders().UserAgent().ParseAdd(AGENT);
  message.Headers().UserAgent().ParseAdd(L"contoso/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: the value depends on which of two User-Agents is sent, {{.+}} [mde-user-agent]
  client.SendRequestAsync(message);
}

extern Filters::IHttpFilter own();
void filter() {
  HttpClient client{own()};
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: the value depends on what a filter sets [mde-user-agent]
  client.GetAsync(Uri{ME});
}

extern HttpClient shared();
void session() {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: {{.+}} [mde-user-agent]
  shared().GetAsync(Uri{ME});
}
