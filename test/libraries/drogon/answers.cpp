// RUN: %check-doors %s -- -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Drogon: links in the answers that callbacks are given.
#include <drogon/HttpClient.h>
#include <memory>

#define AGENT "MdePartner-Contoso-Cognito/1.0"

using namespace drogon;

class Pages : public std::enable_shared_from_this<Pages> {
public:
  // The client's own goes before a request's.
  explicit Pages(const char *agent) : agent_(agent) {}
  void read(const std::string &path) {
    auto request = HttpRequest::newHttpRequest();
    request->setPath(path);
    client_->setUserAgent(AGENT);
    client_->sendRequest(request, [self = shared_from_this()](ReqResult result, const HttpResponsePtr &answer) {
      if (result == ReqResult::Ok && answer->getStatusCode() == k200OK)
        self->next(std::string(answer->body()));
    });
  }

private:
  void next(const std::string &link) {
    auto at = link.find("https://graph.microsoft.com");
    if (at == std::string::npos)
      return;
    auto request = HttpRequest::newHttpRequest();
    request->setPath(link.substr(at + 27));
    if (agent_)
      client_->setUserAgent(agent_);
    client_->sendRequest(request, [](ReqResult, const HttpResponsePtr &) {});
  }
  const char *agent_;
  HttpClientPtr client_ = HttpClient::newHttpClient("https://graph.microsoft.com");
};

void pages() {
  std::make_shared<Pages>(AGENT)->read("/v1.0/users");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  std::make_shared<Pages>("contoso/1")->read("/v1.0/users");
}

// A whole link, which another client follows.
void followed() {
  auto client = HttpClient::newHttpClient("https://graph.microsoft.com");
  auto request = HttpRequest::newHttpRequest();
  request->addHeader("User-Agent", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Drogon sends 'DrogonClient' [mde-user-agent]
  client->sendRequest(request, [](ReqResult, const HttpResponsePtr &answer) {
    auto other = HttpClient::newHttpClient(answer->getHeader("Location"));
    other->sendRequest(HttpRequest::newHttpRequest(), [](ReqResult, const HttpResponsePtr &) {});
    other->setUserAgent(AGENT);
    other->sendRequest(HttpRequest::newHttpRequest(), [](ReqResult, const HttpResponsePtr &) {});
  });
}
