// RUN: %check-doors %s -- -std=c++17 -DCPPHTTPLIB_OPENSSL_SUPPORT
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Default headers and those of one request: which of them goes out.
#include <httplib.h>
#include <map>
#include <string>

#define AGENT "MdePartner-Contoso-Cognito/1.0"

void missing() {
  httplib::Client client("https://graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me");
}

void perRequest() {
  httplib::Client client("https://graph.microsoft.com");
  client.Get("/v1.0/me", {{"User-Agent", AGENT}});
  // It was of one request only.
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me");
}

void asDefault() {
  httplib::Client client("https://graph.microsoft.com");
  client.set_default_headers({{"Accept", "application/json"}, {"User-Agent", AGENT}});
  client.Get("/v1.0/me");
  client.Get("/v1.0/me", {{"Accept", "text/plain"}});
}

void malformed() {
  httplib::Client client("https://graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  client.Get("/v1.0/me", {{"User-Agent", "Contoso/1.0"}});
  client.set_default_headers({{"User-Agent", "MdePartner-Contoso"}});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  client.Post("/v1.0/me", "{}", "application/json");
}

// The request's own header goes before the default one, whatever its case.
void ownBeforeDefault() {
  httplib::Client client("https://graph.microsoft.com");
  client.set_default_headers({{"User-Agent", AGENT}});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  client.Get("/v1.0/me", {{"user-agent", "Contoso/1.0"}});
  client.set_default_headers({{"User-Agent", "Contoso/1.0"}});
  client.Get("/v1.0/me", {{"USER-AGENT", AGENT}});
}

void spelling() {
  httplib::Client client("https://graph.microsoft.com");
  client.set_default_headers({{"user-agent", AGENT}});
  client.Get("/v1.0/me");
  client.Get("/v1.0/me", {{"Accept", "text/plain"}});
  client.set_default_headers({{"User_Agent", AGENT}});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me");
}

void sentTwice() {
  httplib::Client client("https://graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0', 'MdePartner-Contoso-Cognito/1.0' of the request to graph.microsoft.com is malformed: 2 User-Agent headers are sent, one is allowed [mde-user-agent]
  client.Get("/v1.0/me", {{"User-Agent", "Contoso/1.0"}, {"User-Agent", AGENT}});
}

void sentEmpty() {
  httplib::Client client("https://graph.microsoft.com");
  client.set_default_headers({{"User-Agent", AGENT}});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent with an empty User-Agent header on this path [mde-user-agent]
  client.Get("/v1.0/me", {{"User-Agent", ""}});
}

// set_default_headers replaces what was set before.
void defaultsReplaced() {
  httplib::Client client("https://graph.microsoft.com");
  client.set_default_headers({{"User-Agent", AGENT}});
  client.Get("/v1.0/me");
  client.set_default_headers({{"Authorization", "Bearer token"}});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me");
}

void setAfterTheSend() {
  httplib::Client client("https://graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me");
  client.set_default_headers({{"User-Agent", AGENT}});
  client.Get("/v1.0/me");
}

void onAnotherClient() {
  httplib::Client login("https://login.microsoftonline.com"), graph("https://graph.microsoft.com");
  login.set_default_headers({{"User-Agent", AGENT}});
  login.Post("/common/oauth2/v2.0/token", "grant_type=client_credentials", "application/x-www-form-urlencoded");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  graph.Get("/v1.0/me");
}

void onThisClient() {
  httplib::Client login("https://login.microsoftonline.com"), graph("https://graph.microsoft.com");
  graph.set_default_headers({{"User-Agent", AGENT}});
  login.Post("/common/oauth2/v2.0/token", "grant_type=client_credentials", "application/x-www-form-urlencoded");
  graph.Get("/v1.0/me");
}

extern bool identify();
void onOneBranch() {
  httplib::Client client("https://graph.microsoft.com");
  httplib::Headers headers;
  if (identify())
    headers.emplace("User-Agent", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me", headers);
}

void onBothBranches() {
  httplib::Client client("https://graph.microsoft.com");
  httplib::Headers headers;
  if (identify())
    headers.emplace("User-Agent", "MdePartner-Contoso-Beta/2.0");
  else
    headers.insert({"User-Agent", AGENT});
  client.Get("/v1.0/me", headers);
}

void removedAgain() {
  httplib::Client client("https://graph.microsoft.com");
  httplib::Headers headers{{"User-Agent", AGENT}, {"Accept", "application/json"}};
  client.Get("/v1.0/me", headers);
  headers.erase("User-Agent");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me", headers);
}

void anotherRemoved() {
  httplib::Client client("https://graph.microsoft.com");
  httplib::Headers headers{{"User-Agent", AGENT}, {"Accept", "application/json"}};
  headers.erase("Accept");
  client.Get("/v1.0/me", headers);
}

// The client keeps a copy of the headers.
void changedAfterwards() {
  httplib::Client client("https://graph.microsoft.com");
  httplib::Headers headers;
  client.set_default_headers(headers);
  headers.emplace("User-Agent", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me");
  client.set_default_headers(headers);
  headers.clear();
  client.Get("/v1.0/me");
}

static httplib::Headers commonHeaders(const std::string &token) {
  return {{"User-Agent", AGENT}, {"Authorization", "Bearer " + token}};
}

static httplib::Headers tokenOnly(const std::string &token) {
  return {{"Authorization", "Bearer " + token}};
}

void fromAHelper(const std::string &token) {
  httplib::Client client("https://graph.microsoft.com");
  client.Get("/v1.0/me", commonHeaders(token));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me", tokenOnly(token));
}

// The value is put together.
void putTogether(const std::string &version) {
  httplib::Client client("https://graph.microsoft.com");
  client.Get("/v1.0/me", {{"User-Agent", "MdePartner-Contoso-Cognito/" + version}});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso-Cognito/{version}' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  client.Get("/v1.0/me", {{"User-Agent", "Contoso-Cognito/" + version}});
}

void fromAMap() {
  httplib::Client client("https://graph.microsoft.com");
  httplib::Headers headers;
  for (const auto &[name, value] : std::map<std::string, std::string>{{"User-Agent", AGENT}, {"Accept", "*/*"}})
    headers.emplace(name, value);
  client.Get("/v1.0/me", headers);
}
