// RUN: %check-doors %s -- -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// restclient-cpp: connections that helpers configure, what is read back from a connection,
// answers that are written to, pages, and the verbs of the functions.
#include <memory>
#include <restclient-cpp/connection.h>
#include <restclient-cpp/restclient.h>

#define AGENT "MdePartner-Contoso-Cognito/1.0"
#define GRAPH "https://graph.microsoft.com"
extern bool identify();
static void configure(RestClient::Connection &c, const char *agent) { c.SetTimeout(5); c.AppendHeader("User-Agent", agent); }
static void configureP(RestClient::Connection *c) { RestClient::HeaderFields h; h["Accept"] = "*/*"; h["User-Agent"] = AGENT; c->SetHeaders(h); }
static std::shared_ptr<RestClient::Connection> make(const std::string &base) { auto c = std::make_shared<RestClient::Connection>(base); return c; }
void helpers() {
  RestClient::init();
  RestClient::Connection a(GRAPH), b(GRAPH), d(GRAPH);
  configure(a, AGENT); a.get("/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'curl' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  configure(b, "curl"); b.head("/v1.0/me");
  configureP(&d); d.options("/v1.0/me");
  auto e = make(GRAPH "/v1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; restclient-cpp sends 'restclient-cpp/{version}' [mde-user-agent]
  e->get("/me");
  e->AppendHeader("User-Agent", "");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent with an empty User-Agent header on this path [mde-user-agent]
  e->get("/me");
  configureP(e.get());
  e->get("/me");
  RestClient::disable();
}
void info() {
  RestClient::Connection a(GRAPH), b(GRAPH);
  a.AppendHeader("User-Agent", AGENT);
  b.SetHeaders(a.GetInfo().headers);
  b.get("/v1.0/me");
  b.SetHeaders(a.GetHeaders());
  b.get("/v1.0/me");
  a.AppendHeader("User-Agent", "x");
  b.SetHeaders(a.GetInfo().headers);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  b.get("/v1.0/me");
}
void pointerForm() {
  RestClient::Connection a(GRAPH);
  RestClient::Response r;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; restclient-cpp sends 'restclient-cpp/{version}' [mde-user-agent]
  a.get("/v1.0/me", &r);
  a.AppendHeader("User-Agent", AGENT);
  a.get("/v1.0/me", &r);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; restclient-cpp sends 'restclient-cpp/{version}' [mde-user-agent]
  RestClient::get(r.body);
}
void agentOf() {
  RestClient::Connection a(GRAPH);
  a.SetUserAgent(AGENT);
  std::string ua = a.GetUserAgent();
  a.AppendHeader("User-Agent", ua); 
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0 restclient-cpp/{its version}' of the request to graph.microsoft.com is malformed: has text after the version [mde-user-agent]
  a.get("/v1.0/me");
  a.AppendHeader("User-Agent", ua.substr(0, ua.find(" restclient")));
  a.get("/v1.0/me");
}
void paging() {
  RestClient::Connection a(GRAPH);
  a.AppendHeader("User-Agent", AGENT);
  std::string path = "/v1.0/users";
  while (!path.empty()) {
    RestClient::Response r = a.get(path);
    if (r.code != 200) break;
    auto at = r.body.find("@odata.nextLink");
    path = at == std::string::npos ? "" : r.body.substr(at + 20 + 27);
  }
  RestClient::Response r = RestClient::post("https://login.microsoftonline.com/x", "a", "b");
  RestClient::Connection b(GRAPH);
  b.AppendHeader("Authorization", "Bearer " + r.body);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; restclient-cpp sends 'restclient-cpp/{version}' [mde-user-agent]
  b.get("/v1.0/me");
}
void emptyBase() {
  RestClient::Connection a("");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; restclient-cpp sends 'restclient-cpp/{version}' [mde-user-agent]
  a.get(GRAPH "/v1.0/me");
  a.AppendHeader("User-Agent", AGENT);
  a.put(GRAPH "/v1.0/me", "");
}
void moved() {
  std::unique_ptr<RestClient::Connection> c(new RestClient::Connection(GRAPH));
  c->AppendHeader("User-Agent", AGENT);
  std::unique_ptr<RestClient::Connection> d = std::move(c);
  d->get("/");
  d.reset(new RestClient::Connection(GRAPH));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; restclient-cpp sends 'restclient-cpp/{version}' [mde-user-agent]
  d->get("/");
}
void verbs() {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; restclient-cpp sends 'restclient-cpp/{version}' [mde-user-agent]
  RestClient::put(GRAPH, "a", "b");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; restclient-cpp sends 'restclient-cpp/{version}' [mde-user-agent]
  RestClient::patch(GRAPH, "a", "b");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; restclient-cpp sends 'restclient-cpp/{version}' [mde-user-agent]
  RestClient::head(GRAPH);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; restclient-cpp sends 'restclient-cpp/{version}' [mde-user-agent]
  RestClient::options(GRAPH);
  RestClient::head("https://login.microsoftonline.com");
}
