// RUN: %check-doors %s -- -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// restclient-cpp: connections, their headers, and functions that make one.
#include <memory>
#include <restclient-cpp/connection.h>
#include <restclient-cpp/restclient.h>

#define AGENT "MdePartner-Contoso-Cognito/1.0"
#define GRAPH "https://graph.microsoft.com"

void functions() {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; restclient-cpp sends 'restclient-cpp/{version}' [mde-user-agent]
  RestClient::get(GRAPH "/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; restclient-cpp sends 'restclient-cpp/{version}' [mde-user-agent]
  RestClient::post(GRAPH "/v1.0/me", "application/json", "{}");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; restclient-cpp sends 'restclient-cpp/{version}' [mde-user-agent]
  RestClient::del(GRAPH "/v1.0/me");
  RestClient::get("https://login.microsoftonline.com/common?host=graph.microsoft.com");
}

void headers(const std::string &version) {
  RestClient::Connection connection(GRAPH);
  connection.SetTimeout(5);
  connection.FollowRedirects(true);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; restclient-cpp sends 'restclient-cpp/{version}' [mde-user-agent]
  connection.get("/v1.0/me");
  connection.AppendHeader("user-agent", "contoso/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  connection.get("/v1.0/me");
  connection.AppendHeader("user-agent", "MdePartner-Contoso-Cognito/" + version); // replaces
  connection.post("/v1.0/me", "{}");
  connection.AppendHeader("User-Agent", AGENT); // of another spelling: beside it
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent {{.+}} of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  connection.put("/v1.0/me", "{}");
  connection.SetHeaders({{"Accept", "*/*"}});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; restclient-cpp sends 'restclient-cpp/{version}' [mde-user-agent]
  connection.patch("/v1.0/me", "{}");
  connection.SetHeaders({{"Accept", "*/*"}, {"User-Agent", AGENT}});
  connection.del("/v1.0/me");
}

// The library's own name stands behind the program's.
void userAgent() {
  RestClient::Connection connection(GRAPH);
  connection.SetUserAgent(AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0 restclient-cpp/{its version}' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  connection.get("/v1.0/me");
  connection.AppendHeader("User-Agent", AGENT);
  connection.get("/v1.0/me");
  connection.SetHeaders({});
  connection.SetUserAgent("");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; restclient-cpp sends 'restclient-cpp/{version}' [mde-user-agent]
  connection.get("/v1.0/me");
}

void removedAgain() {
  RestClient::Connection connection(GRAPH);
  connection.AppendHeader("User-Agent", AGENT);
  RestClient::HeaderFields fields = connection.GetHeaders();
  fields.erase("User-Agent");
  connection.get("/v1.0/me");
  connection.SetHeaders(fields);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; restclient-cpp sends 'restclient-cpp/{version}' [mde-user-agent]
  connection.get("/v1.0/me");
}

extern bool identify();
void onOneBranch() {
  auto connection = std::make_unique<RestClient::Connection>("https://api.security.microsoft.com");
  if (identify())
    connection->AppendHeader("User-Agent", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; restclient-cpp sends 'restclient-cpp/{version}' [mde-user-agent]
  connection->get("/api/machines");
}

void nextPage() {
  RestClient::Connection good(GRAPH);
  good.AppendHeader("User-Agent", AGENT);
  RestClient::Response page = good.get("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; restclient-cpp sends 'restclient-cpp/{version}' [mde-user-agent]
  RestClient::get(page.body.substr(page.body.find("nextLink")));
  RestClient::Connection next("");
  next.AppendHeader("User-Agent", AGENT);
  next.get(page.body);
}

class Graph {
public:
  explicit Graph(const char *agent) : connection_(GRAPH) {
    if (agent)
      connection_.AppendHeader("User-Agent", agent);
  }
  bool get(const std::string &path) { return connection_.get(path).code == 200; }

private:
  RestClient::Connection connection_;
};

void asMember() {
  Graph good(AGENT), bad(nullptr), odd("contoso");
  good.get("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; restclient-cpp sends 'restclient-cpp/{version}' [mde-user-agent]
  bad.get("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  odd.get("/v1.0/me");
}

extern void configure(RestClient::Connection &);
void unseen(const RestClient::HeaderFields &fields) {
  RestClient::Connection connection(GRAPH), configured(GRAPH);
  connection.SetHeaders(fields);
  connection.get("/v1.0/me");
  configure(configured);
  configured.get("/v1.0/me");
}
