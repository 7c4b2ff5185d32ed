// RUN: %check-doors %s -- -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The client of Simple-Web-Server: requests with and without headers, callbacks.
#include <simple-web/client_http.hpp>
#include <sstream>

#define AGENT "MdePartner-Contoso-Cognito/1.0"

using HttpsClient = SimpleWeb::Client<SimpleWeb::HTTPS>;
using HttpClient = SimpleWeb::Client<SimpleWeb::HTTP>;
using Headers = SimpleWeb::CaseInsensitiveMultimap;

void synchronous(const std::string &version) {
  HttpsClient client("graph.microsoft.com:443", false);
  client.config.timeout = 5;
  std::stringstream body("{}");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Simple-Web-Server sends none [mde-user-agent]
  client.request("GET", "/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Simple-Web-Server sends none [mde-user-agent]
  client.request("POST", "/v1.0/me", "{}", {{"Accept", "*/*"}});
  client.request("POST", "/v1.0/me", "{}", {{"Accept", "*/*"}, {"user-agent", AGENT}});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Simple-Web-Server sends none [mde-user-agent]
  client.request("POST", "/v1.0/me", body);
  client.request("POST", "/v1.0/me", body, {{"User-Agent", "MdePartner-Contoso-Cognito/" + version}});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  client.request("GET", "/v1.0/me", "", {{"User-Agent", "contoso/1.0"}});
}

void headers() {
  HttpsClient client("graph.microsoft.com");
  Headers headers;
  headers.emplace("User-Agent", AGENT);
  client.request("GET", "/v1.0/me", "", headers);
  headers.emplace("user-agent", "contoso/1.0"); // beside it
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent {{.+}} of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  client.request("GET", "/v1.0/me", "", headers);
  headers.erase("USER-AGENT");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Simple-Web-Server sends none [mde-user-agent]
  client.request("GET", "/v1.0/me", "", headers);
}

void hosts() {
  HttpClient plain("api.security.microsoft.com:80"), login("login.microsoftonline.com"), alike("graph.microsoft.com.contoso.example:8080");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; Simple-Web-Server sends none [mde-user-agent]
  plain.request("GET", "/api/alerts");
  login.request("GET", "/common?host=graph.microsoft.com");
  alike.request("GET");
}

void asynchronous() {
  HttpsClient client("graph.microsoft.com");
  auto done = [](std::shared_ptr<HttpsClient::Response>, const SimpleWeb::error_code &) {};
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Simple-Web-Server sends none [mde-user-agent]
  client.request("GET", done);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Simple-Web-Server sends none [mde-user-agent]
  client.request("GET", "/v1.0/me", done);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Simple-Web-Server sends none [mde-user-agent]
  client.request("POST", "/v1.0/me", "{}", done);
  // The one in the callback; it is shown where the callback is given.
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Simple-Web-Server sends none [mde-user-agent]
  client.request("POST", "/v1.0/me", "{}", {{"User-Agent", AGENT}}, [&client](std::shared_ptr<HttpsClient::Response>, const SimpleWeb::error_code &) {
    client.request("GET", "/v1.0/users", "", {{"Accept", "*/*"}});
  });
  client.io_service->run();
}

extern bool identify();
void onOneBranch() {
  HttpsClient client("graph.microsoft.com");
  Headers headers;
  if (identify())
    headers.insert({"User-Agent", AGENT});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Simple-Web-Server sends none [mde-user-agent]
  client.request("GET", "/v1.0/me", "", headers);
}

void nextPage() {
  HttpsClient client("graph.microsoft.com");
  auto page = client.request("GET", "/v1.0/me", "", {{"User-Agent", AGENT}});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Simple-Web-Server sends none [mde-user-agent]
  client.request("GET", page->content.string());
}

class Graph {
public:
  explicit Graph(const char *agent) : client_(std::make_unique<HttpsClient>("graph.microsoft.com")) {
    if (agent)
      headers_.emplace("User-Agent", agent);
  }
  std::string get(const std::string &path) { return client_->request("GET", path, "", headers_)->content.string(); }

private:
  std::unique_ptr<HttpsClient> client_;
  Headers headers_;
};

void asMember() {
  Graph good(AGENT), bad(nullptr), odd("contoso");
  good.get("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Simple-Web-Server sends none [mde-user-agent]
  bad.get("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  odd.get("/v1.0/me");
}

extern Headers common();
void unseen(const Headers &given) {
  HttpsClient client("graph.microsoft.com");
  client.request("GET", "/v1.0/me", "", given);
  client.request("GET", "/v1.0/me", "", common());
}
