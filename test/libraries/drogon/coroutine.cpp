// RUN: %check-doors %s -- -std=c++20 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Drogon: a request that a coroutine waits for.
#include <drogon/HttpClient.h>

using namespace drogon;

struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};

Task get(const char *agent) {
  auto client = HttpClient::newHttpClient("https://graph.microsoft.com");
  if (agent)
    client->setUserAgent(agent);
  auto request = HttpRequest::newHttpRequest();
  request->setPath("/v1.0/me");
  co_await client->sendRequestCoro(request);
}

void requests() {
  get("MdePartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Drogon sends 'DrogonClient' [mde-user-agent]
  get(nullptr);
}
