// RUN: %check-doors %s -- -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// IXWebSocket's HTTP client: links in the answers that callbacks are given.
#include <ixwebsocket/IXHttpClient.h>

#define AGENT "MdePartner-Contoso-Cognito/1.0"
#define ME "https://graph.microsoft.com/v1.0/me"

static void follow(ix::HttpClient &client, const char *agent) {
  auto first = client.createRequest(ME);
  first->extraHeaders["User-Agent"] = AGENT;
  client.performRequest(first, [&client, agent](const ix::HttpResponsePtr &answer) {
    if (answer->statusCode != 200 || answer->body.empty())
      return;
    auto next = client.createRequest(answer->body.substr(answer->body.find("https:")));
    if (agent)
      next->extraHeaders["user-agent"] = agent;
    client.performRequest(next, [](const ix::HttpResponsePtr &) {});
  });
}

void good() {
  ix::HttpClient client(true);
  follow(client, AGENT);
}

void bad() {
  ix::HttpClient client(true);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; IXWebSocket sends 'ixwebsocket/{version}' [mde-user-agent]
  follow(client, nullptr);
}

void odd() {
  ix::HttpClient client(true);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  follow(client, "contoso/1");
}
