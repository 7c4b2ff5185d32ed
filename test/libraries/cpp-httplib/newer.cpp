// RUN: %check-doors %s -- -std=c++17 -isystem %S/Inputs/newer
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Headers of cpp-httplib 0.51 and later: a class of their own, which compares names
// without regard to case.
#include <httplib.h>
#include <map>

#define AGENT "MdePartner-Contoso-Cognito/1.0"

void lists() {
  httplib::Client client("https://graph.microsoft.com");
  client.set_path_encode(true);
  client.Get("/v1.0/me", httplib::Headers{{"User-Agent", AGENT}});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me", httplib::Headers{{"Accept", AGENT}});
  client.set_default_headers({{"Accept", "*/*"}, {"user-Agent", AGENT}});
  client.Get("/v1.0/me");
  client.Get("/v1.0/me", httplib::Headers{{"Accept", "*/*"}});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  client.Get("/v1.0/me", httplib::Headers{{"USER-AGENT", "Contoso"}});
}

void putIn() {
  httplib::Client client("https://graph.microsoft.com");
  httplib::Headers headers, first, pair;
  headers.emplace("User-Agent", AGENT);
  client.Get("/v1.0/me", headers);
  first.emplace_front("User-Agent", AGENT);
  client.Get("/v1.0/me", first);
  pair.insert({"User-Agent", AGENT});
  client.Get("/v1.0/me", pair);
  pair.emplace("user-agent", "Contoso");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0', 'Contoso' of the request to graph.microsoft.com is malformed: 2 User-Agent headers are sent, one is allowed [mde-user-agent]
  client.Get("/v1.0/me", pair);
  const std::map<std::string, std::string> map{{"User-Agent", AGENT}};
  httplib::Headers range(map.begin(), map.end());
  client.Get("/v1.0/me", range);
}

void takenOut() {
  httplib::Client client("https://graph.microsoft.com");
  httplib::Headers headers{{"User-Agent", AGENT}, {"Accept", "*/*"}}, copy = headers, other;
  headers.erase("accept");
  client.Get("/v1.0/me", headers);
  headers.erase("user-agent");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me", headers);
  client.Get("/v1.0/me", copy);
  copy.erase(copy.find("USER-AGENT"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me", copy);
  other.emplace("User-Agent", AGENT);
  copy.swap(other);
  client.Get("/v1.0/me", copy);
  copy.clear();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  client.Get("/v1.0/me", copy);
}

void asked() {
  httplib::Client client("https://graph.microsoft.com");
  httplib::Headers headers{{"User-Agent", AGENT}};
  if (headers.find("user-agent") == headers.end())
    headers.emplace("User-Agent", "Contoso");
  if (headers.count("user-agent") == 0 || headers.empty() || headers.size() != 1)
    headers.emplace("User-Agent", "Contoso");
  client.Get("/v1.0/me", headers);
  if (headers.find("user-agent") != headers.end())
    headers.find("user-agent")->second = "Contoso";
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  client.Get("/v1.0/me", headers);
  httplib::Headers changed;
  for (const auto &[name, value] : headers)
    changed.emplace(name, name == "User-Agent" ? AGENT : value);
  client.Get("/v1.0/me", changed);
}

void streams() {
  httplib::Client client("https://graph.microsoft.com");
  auto good = client.open_stream("GET", "/v1.0/me", {}, {{"User-Agent", AGENT}});
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; cpp-httplib sends 'cpp-httplib/{version}' [mde-user-agent]
  auto bad = client.open_stream("GET", "/v1.0/me");
}
