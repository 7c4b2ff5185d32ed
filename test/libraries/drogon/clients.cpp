// RUN: %check-doors %s -- -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Drogon: the client's User-Agent replaces the request's.
#include <drogon/HttpClient.h>

#define AGENT "MdePartner-Contoso-Cognito/1.0"

using namespace drogon;

static HttpRequestPtr me() {
  auto request = HttpRequest::newHttpRequest();
  request->setMethod(Get);
  request->setPath("/v1.0/me");
  return request;
}

void byDefault() {
  auto client = HttpClient::newHttpClient("https://graph.microsoft.com");
  client->enableCookies();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Drogon sends 'DrogonClient' [mde-user-agent]
  client->sendRequest(me());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Drogon sends 'DrogonClient' [mde-user-agent]
  client->sendRequest(me(), [](ReqResult, const HttpResponsePtr &) {});
}

void ofTheClient() {
  auto client = HttpClient::newHttpClient("https://graph.microsoft.com");
  client->setUserAgent(AGENT);
  client->sendRequest(me());
  client->sendRequest(me(), [](ReqResult, const HttpResponsePtr &) {}, 5.0);
  client->setUserAgent("contoso/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  client->sendRequest(me());
}

// The client's own name goes over it.
void ofTheRequestOnly() {
  auto client = HttpClient::newHttpClient("https://graph.microsoft.com");
  auto request = me();
  request->addHeader("User-Agent", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Drogon sends 'DrogonClient' [mde-user-agent]
  client->sendRequest(request);
}

void ofBoth() {
  auto client = HttpClient::newHttpClient("https://graph.microsoft.com");
  auto request = me();
  request->addHeader("User-Agent", "contoso/1.0");
  client->setUserAgent(AGENT);
  client->sendRequest(request);
}

// A client without a name leaves the request alone.
void unnamedClient() {
  auto client = HttpClient::newHttpClient("https://graph.microsoft.com");
  client->setUserAgent("");
  auto request = me(), bad = me();
  request->addHeader("user-agent", AGENT);
  client->sendRequest(request);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Drogon sends none [mde-user-agent]
  client->sendRequest(bad);
  request->addHeader("User-Agent", "contoso/1.0"); // replaces
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  client->sendRequest(request);
  request->removeHeader("USER-AGENT");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Drogon sends none [mde-user-agent]
  client->sendRequest(request);
}

void passedThrough() {
  auto client = HttpClient::newHttpClient("https://graph.microsoft.com");
  auto request = me();
  request->addHeader("User-Agent", AGENT);
  request->setPassThrough(true);
  client->sendRequest(request);
}

void hosts() {
  auto port = HttpClient::newHttpClient("api.security.microsoft.com", 443, true), login = HttpClient::newHttpClient("https://login.microsoftonline.com"),
       alike = HttpClient::newHttpClient("https://graph.microsoft.com.contoso.example");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; Drogon sends 'DrogonClient' [mde-user-agent]
  port->sendRequest(me());
  login->sendRequest(me());
  alike->sendRequest(me());
}

extern bool identify();
void onOneBranch() {
  auto client = HttpClient::newHttpClient("https://graph.microsoft.com");
  if (identify())
    client->setUserAgent(AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Drogon sends 'DrogonClient' [mde-user-agent]
  client->sendRequest(me());
}

void afterTheSend() {
  auto client = HttpClient::newHttpClient("https://graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Drogon sends 'DrogonClient' [mde-user-agent]
  client->sendRequest(me());
  client->setUserAgent(AGENT);
  client->sendRequest(me());
}

void nextPage() {
  auto client = HttpClient::newHttpClient("https://graph.microsoft.com");
  client->setUserAgent(AGENT);
  auto [result, response] = client->sendRequest(me());
  std::string next(response->getBody());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Drogon sends 'DrogonClient' [mde-user-agent]
  HttpClient::newHttpClient(next)->sendRequest(me());
  // A request in the callback is seen as well, and where its answer leads.
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Drogon sends 'DrogonClient' [mde-user-agent]
  client->sendRequest(me(), [](ReqResult, const HttpResponsePtr &page) {
    HttpClient::newHttpClient(std::string(page->body()))->sendRequest(me());
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Drogon sends 'DrogonClient' [mde-user-agent]
    HttpClient::newHttpClient("https://graph.microsoft.com")->sendRequest(me());
  });
}

class Graph {
public:
  explicit Graph(const std::string &agent) : client_(HttpClient::newHttpClient("https://graph.microsoft.com")) {
    if (!agent.empty())
      client_->setUserAgent(agent);
  }
  bool get(const std::string &path) {
    auto request = HttpRequest::newHttpRequest();
    request->setPath(path);
    return client_->sendRequest(request).first == ReqResult::Ok;
  }

private:
  HttpClientPtr client_;
};

void asMember() {
  Graph good(AGENT), bad(""), odd("contoso");
  good.get("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Drogon sends 'DrogonClient' [mde-user-agent]
  bad.get("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  odd.get("/v1.0/me");
}

extern HttpClientPtr shared();
extern void configure(HttpClientPtr);
void unseen(const HttpClientPtr &given) {
  given->sendRequest(me());
  shared()->sendRequest(me());
  auto client = HttpClient::newHttpClient("https://graph.microsoft.com");
  configure(client);
  client->sendRequest(me());
}
