// RUN: %check-doors %s -- -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Oat++: services that hold a client, headers that helpers fill or copy, texts that are null.
#include <oatpp/network/tcp/client/ConnectionProvider.hpp>
#include <oatpp/web/client/ApiClient.hpp>

#define AGENT "MdePartner-Contoso-Cognito/1.0"

using oatpp::web::client::HttpRequestExecutor;
using oatpp::web::client::RequestExecutor;
using Headers = oatpp::web::protocol::http::Headers;
#include OATPP_CODEGEN_BEGIN(ApiClient)
class Graph : public oatpp::web::client::ApiClient {
  API_CLIENT_INIT(Graph)
  API_CALL("GET", "/v1.0/me", me)
  API_CALL("GET", "v1.0/users", users, HEADER(String, agent, "User-Agent"), HEADER(String, auth, "Authorization"))
  API_CALL_HEADERS(drives) { headers.put("User-Agent", AGENT); headers.put("Accept", "*/*"); }
  API_CALL("POST", "v1.0/drives", drives, BODY_STRING(String, body))
};
#include OATPP_CODEGEN_END(ApiClient)
static std::shared_ptr<HttpRequestExecutor> to(const char *host) {
  return HttpRequestExecutor::createShared(oatpp::network::tcp::client::ConnectionProvider::createShared({host, 443}));
}
static Headers common(const char *agent) { Headers h; h.put("Accept", "*/*"); if (agent) h.put("User-Agent", agent); return h; }
static void add(Headers &h) { h.putOrReplace("User-Agent", AGENT); }
static void addP(Headers *h) { h->putIfNotExists("User-Agent", AGENT); }
void helper() {
  auto e = to("graph.microsoft.com");
  e->execute("GET", "/v1.0/me", common(AGENT), nullptr, nullptr);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Oat++ sends none [mde-user-agent]
  e->execute("GET", "/v1.0/me", common(nullptr), nullptr, nullptr);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  e->execute("GET", "/v1.0/me", common("x"), nullptr, nullptr);
  Headers a, b, c;
  add(a); addP(&b);
  e->execute("GET", "/v1.0/me", a, nullptr, nullptr);
  e->execute("GET", "/v1.0/me", b, nullptr, nullptr);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Oat++ sends none [mde-user-agent]
  e->execute("GET", "/v1.0/me", c, nullptr, nullptr);
  c.put("User-Agent", "");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent with an empty User-Agent header on this path [mde-user-agent]
  e->execute("GET", "/v1.0/me", c, nullptr, nullptr);
}
class Service {
public:
  Service(const oatpp::String &host, const oatpp::String &agent) : agent_(agent) {
    auto provider = oatpp::network::tcp::client::ConnectionProvider::createShared({host, 443});
    executor_ = HttpRequestExecutor::createShared(provider);
    client_ = Graph::createShared(executor_, std::make_shared<oatpp::data::mapping::ObjectMapper>());
  }
  oatpp::String users(const oatpp::String &token) { return client_->users(agent_, "Bearer " + token)->readBodyToString(); }
  void me() { client_->me(); }
  void drives() { client_->drives("{}"); }
private:
  oatpp::String agent_;
  std::shared_ptr<HttpRequestExecutor> executor_;
  std::shared_ptr<Graph> client_;
};
void service() {
  Service good("graph.microsoft.com", AGENT), bad("graph.microsoft.com", "contoso"), other("siem.contoso.example", "x");
  good.users("t");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  bad.users("t");
  good.drives();
  other.users("t"); other.me();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Oat++ sends none [mde-user-agent]
  good.me();
}
void nullAgent() {
  auto client = Graph::createShared(to("graph.microsoft.com"), nullptr);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent with an empty User-Agent header on this path [mde-user-agent]
  client->users(nullptr, "x");
  oatpp::String a = AGENT;
  client->users(a, nullptr);
}
void readBack() {
  Headers h;
  h.put("User-Agent", AGENT);
  Headers copy = h;
  auto e = to("graph.microsoft.com");
  e->execute("GET", "/v1.0/me", copy, nullptr, nullptr);
  oatpp::String ua = h.get("user-agent");
  if (!ua) e->execute("GET", "/x", {}, nullptr, nullptr);
  h.putOrReplace("User-Agent", "x");
  e->execute("GET", "/v1.0/me", copy, nullptr, nullptr);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  e->execute("GET", "/v1.0/me", h, nullptr, nullptr);
}
void connectionReused() {
  auto e = to("graph.microsoft.com");
  auto connection = e->getConnection();
  auto r = e->execute("GET", "/v1.0/me", common(AGENT), nullptr, connection);
  if (r->getStatusCode() == 401) {
    e->invalidateConnection(connection);
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Oat++ sends none [mde-user-agent]
    e->execute("GET", "/v1.0/me", {}, nullptr, e->getConnection());
  }
}
