// RUN: %check-doors %s -- -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The client of Simple-Web-Server: headers that are replaced, taken out and copied;
// callbacks, which run when the io_service does, and the answers that they are given.
#include <map>
#include <simple-web/client_http.hpp>

#define AGENT "MdePartner-Contoso-Cognito/1.0"

using HttpsClient = SimpleWeb::Client<SimpleWeb::HTTPS>;
using Headers = SimpleWeb::CaseInsensitiveMultimap;
using Answer = std::shared_ptr<HttpsClient::Response>;
using SimpleWeb::error_code;

static Headers common(const char *agent) {
  Headers headers{{"Accept", "application/json"}};
  if (agent)
    headers.insert(std::make_pair("User-Agent", agent));
  return headers;
}

static void send(const std::shared_ptr<HttpsClient> &client, const Headers &headers) {
  client->request("GET", "/v1.0/me", "", headers, [](Answer answer, const error_code &failed) {
    if (!failed)
      answer->content.string();
  });
}

void helper() {
  auto client = std::make_shared<HttpsClient>("graph.microsoft.com");
  send(client, common(AGENT));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Simple-Web-Server sends none [mde-user-agent]
  send(client, common(nullptr));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(client, common("contoso/1"));
}

void replaced() {
  HttpsClient client("api.security.microsoft.com");
  Headers headers;
  headers.emplace("User-Agent", "curl/7");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'curl/7' of the request to api.security.microsoft.com is malformed: {{.+}} [mde-user-agent]
  client.request("GET", "/api/alerts", "", headers);
  auto it = headers.find("user-agent");
  if (it != headers.end())
    it->second = AGENT;
  client.request("GET", "/api/alerts", "", headers);
  headers.erase(it);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; Simple-Web-Server sends none [mde-user-agent]
  client.request("GET", "/api/alerts", "", headers);
  headers.insert({{"User-Agent", AGENT}, {"Accept", "*/*"}});
  client.request("GET", "/api/alerts", "", headers);
  headers.clear();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; Simple-Web-Server sends none [mde-user-agent]
  client.request("GET", "/api/alerts", "", headers);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent with an empty User-Agent header on this path [mde-user-agent]
  client.request("GET", "/api/alerts", "", {{"User-Agent", ""}});
}

// All of one name, however many there are.
void takenOutByRange() {
  HttpsClient client("graph.microsoft.com");
  Headers headers{{"Accept", "*/*"}, {"User-Agent", "contoso/1"}, {"user-agent", "contoso/2"}};
  auto found = headers.equal_range("User-Agent");
  headers.erase(found.first, found.second);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Simple-Web-Server sends none [mde-user-agent]
  client.request("GET", "/v1.0/me", "", headers);
  headers.emplace("User-Agent", AGENT);
  found = headers.equal_range("Prefer");
  headers.erase(found.first, found.second); // none
  client.request("GET", "/v1.0/me", "", headers);
  found = headers.equal_range("Accept");
  headers.erase(found.first, found.second);
  client.request("GET", "/v1.0/me", "", headers);
  headers.emplace("Prefer", "return=minimal");
  headers.emplace("Expect", "");
  headers.erase(headers.begin(), headers.end());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Simple-Web-Server sends none [mde-user-agent]
  client.request("GET", "/v1.0/me", "", headers);
}

void fromAMap() {
  std::map<std::string, std::string> own{{"User-Agent", AGENT}, {"Accept", "*/*"}};
  HttpsClient client("graph.microsoft.com");
  client.request("GET", "/v1.0/me", "", Headers(own.begin(), own.end()));
  own.erase("User-Agent");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Simple-Web-Server sends none [mde-user-agent]
  client.request("GET", "/v1.0/me", "", Headers(own.begin(), own.end()));
}

// A whole URL in place of a path still goes to the client's host.
void wholeUrl() {
  HttpsClient siem("siem.contoso.example"), graph("graph.microsoft.com:443");
  siem.request("GET", "https://graph.microsoft.com/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Simple-Web-Server sends none [mde-user-agent]
  graph.request("GET", "https://siem.contoso.example/alerts");
}

// Findings about what a callback sends stand where the callback is given or run.
static void fetch(HttpsClient &client, const Headers &first, const Headers &second) {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Simple-Web-Server sends none [mde-user-agent]
  client.request("GET", "/v1.0/users", "", first, [&client, second](Answer answer, const error_code &failed) {
    if (failed)
      return;
    std::string link = answer->content.string();
    if (!link.empty())
      client.request("GET", link.substr(27), "", second, [](Answer, const error_code &) {});
  });
}

void pages() {
  HttpsClient client("graph.microsoft.com");
  fetch(client, common(AGENT), common(AGENT));
  client.io_service->run();
}

void nextPageWithout() {
  HttpsClient client("graph.microsoft.com");
  fetch(client, common(AGENT), Headers());
  client.io_service->run();
}

// A callback sees what was set before the io_service ran.
void setBeforeItRuns() {
  HttpsClient client("graph.microsoft.com");
  Headers headers;
  auto next = [&](Answer, const error_code &) { client.request("GET", "/v1.0/me", "", headers, [](Answer, const error_code &) {}); };
  client.request("GET", "/v1.0/me", "", common(AGENT), next);
  headers.emplace("User-Agent", AGENT);
  client.io_service->run();
}

void clearedBeforeItRuns() {
  HttpsClient client("graph.microsoft.com");
  Headers headers = common(AGENT);
  auto next = [&](Answer, const error_code &) {
    client.request("GET", "/v1.0/me", "", headers, [](Answer, const error_code &) {});
  };
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Simple-Web-Server sends none [mde-user-agent]
  client.request("GET", "/v1.0/me", "", common(AGENT), next);
  headers.clear();
  client.io_service->run_one();
}

class Graph {
public:
  void refresh() {
    client_.request("GET", "/v1.0/me", "", common(AGENT), [this](Answer, const error_code &failed) {
      if (failed)
        client_.request("GET", "/v1.0/me", [](Answer, const error_code &) {});
    });
  }
  void run() { client_.io_service->run(); }

private:
  HttpsClient client_{"graph.microsoft.com"};
};

void asMember() {
  Graph graph;
  graph.refresh();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Simple-Web-Server sends none [mde-user-agent]
  graph.run();
}

// A program may also use a client as what it derives from.
void byBase(SimpleWeb::ClientBase<SimpleWeb::HTTPS> &client, const Headers &headers) { client.request("PUT", "/v1.0/me", "{}", headers); }

void asBase() {
  HttpsClient client("graph.microsoft.com");
  byBase(client, common(AGENT));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Simple-Web-Server sends none [mde-user-agent]
  byBase(client, common(nullptr));
}
