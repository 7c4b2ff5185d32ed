// RUN: %check-doors %s -- -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libhv: links in the answers that callbacks are given; there is none where it failed.
#include <hv/AsyncHttpClient.h>
#include <hv/HttpClient.h>
#include <hv/requests.h>

#define AGENT "MdePartner-Contoso-Cognito/1.0"
#define ME "https://graph.microsoft.com/v1.0/me"

static HttpRequestPtr named() {
  auto request = std::make_shared<HttpRequest>();
  request->url = ME;
  request->SetHeader("User-Agent", AGENT);
  return request;
}

void ofAClient() {
  hv::AsyncHttpClient client;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
  client.send(named(), [](const HttpResponsePtr &answer) {
    if (!answer)
      return;
    requests::get(answer->body.c_str(), {{"User-Agent", AGENT}});
    requests::get(answer->body.c_str());
  });
}

void ofAnother() {
  hv::HttpClient client;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  client.sendAsync(named(), [](const HttpResponsePtr &answer) {
    if (answer == nullptr) {
      // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
      requests::get(ME);
      return;
    }
    if (answer->status_code == HTTP_STATUS_OK)
      requests::get(answer->body.c_str(), {{"User-Agent", "contoso/1"}});
  });
}

void ofTheFunctions() {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
  requests::async(named(), [](const HttpResponsePtr &answer) {
    if (!answer)
      return;
    auto next = named(), last = std::make_shared<HttpRequest>();
    next->url = last->url = answer->Body();
    requests::async(next, [](const HttpResponsePtr &) {});
    requests::async(last, [](const HttpResponsePtr &) {});
  });
  http_client_t *client = http_client_new();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
  http_client_send_async(client, named(), [](HttpResponsePtr answer) {
    auto last = std::make_shared<HttpRequest>();
    last->SetUrl(answer->body.c_str());
    http_client_send_async(last);
  });
}
