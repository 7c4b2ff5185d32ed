// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// URIs, texts, numbers and formats of POCO Foundation.
#include <Poco/Environment.h>
#include <Poco/Format.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/NumberFormatter.h>
#include <Poco/String.h>
#include <Poco/URI.h>
#include <Poco/URIStreamOpener.h>
#include <memory>
#include <string>
#include <vector>

using Poco::URI;

// Tells where a URI leads.
static void open(const URI &uri) { std::unique_ptr<std::istream> stream(Poco::URIStreamOpener::defaultOpener().open(uri)); }

void parsed() {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends 'poco/{version}' [mde-user-agent]
  open(URI("https://graph.microsoft.com/v1.0/me"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends 'poco/{version}' [mde-user-agent]
  open(URI(std::string("https://graph.microsoft.com:443/v1.0/me?x=y#z")));
  open(URI("https://siem.contoso.example/graph.microsoft.com?graph.microsoft.com"));
  open(URI("https://graph.microsoft.com.contoso.example/"));
  open(URI("graph.microsoft.com/v1.0/me"));
  URI assigned;
  open(assigned);
  assigned = "https://graph.microsoft.com/v1.0/me";
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends 'poco/{version}' [mde-user-agent]
  open(assigned);
  assigned = URI("https://siem.contoso.example/");
  open(assigned);
}

void fromParts() {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends 'poco/{version}' [mde-user-agent]
  open(URI("https", "graph.microsoft.com", "/v1.0/me?x=y"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends 'poco/{version}' [mde-user-agent]
  open(URI("https", "graph.microsoft.com:443", "/v1.0/me", "x=y"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends 'poco/{version}' [mde-user-agent]
  open(URI("https", "graph.microsoft.com", "/v1.0/me", "x=y", "z"));
  open(URI("https", "siem.contoso.example", "/graph.microsoft.com", "graph.microsoft.com"));
  URI uri, byAuthority;
  uri.setPath("/v1.0/me");
  uri.setScheme("https");
  uri.setPort(443);
  uri.addQueryParameter("$top", "5");
  uri.setHost("siem.contoso.example");
  open(uri);
  uri.setHost("graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends 'poco/{version}' [mde-user-agent]
  open(uri);
  byAuthority.setScheme("https");
  byAuthority.setAuthority("graph.microsoft.com:443");
  byAuthority.setPathEtc("/v1.0/me?x=y");
  byAuthority.setUserInfo("me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends 'poco/{version}' [mde-user-agent]
  open(byAuthority);
  byAuthority.clear();
  open(byAuthority);
}

void resolved() {
  const URI base("https://graph.microsoft.com/v1.0/"), other("https://siem.contoso.example/");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends 'poco/{version}' [mde-user-agent]
  open(URI(base, "me"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends 'poco/{version}' [mde-user-agent]
  open(URI(base, "/beta/me"));
  open(URI(base, "https://siem.contoso.example/"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends 'poco/{version}' [mde-user-agent]
  open(URI(other, "https://graph.microsoft.com/v1.0/me"));
  URI uri = base;
  uri.resolve("me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends 'poco/{version}' [mde-user-agent]
  open(uri);
  uri.resolve("https://siem.contoso.example/");
  open(uri);
  uri.resolve("/graph.microsoft.com");
  open(uri);
}

void partsOfOne() {
  const URI uri("https://graph.microsoft.com/v1.0/me?x=y");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends 'poco/{version}' [mde-user-agent]
  open(URI(uri.getScheme() + "://" + uri.getHost() + uri.getPathAndQuery()));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends 'poco/{version}' [mde-user-agent]
  open(URI(uri.toString()));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends 'poco/{version}' [mde-user-agent]
  open(URI("https://" + uri.getAuthority()));
  open(URI("https://siem.contoso.example" + uri.getPath() + "?" + uri.getQuery() + uri.getRawQuery()));
  if (uri.empty() || uri.isRelative())
    open(uri);
}

// Tells a User-Agent.
static void send(const std::string &agent) {
  Poco::Net::HTTPClientSession session("graph.microsoft.com");
  Poco::Net::HTTPRequest request("GET", "/v1.0/me");
  request.set("User-Agent", agent);
  session.sendRequest(request);
}

void texts() {
  const std::string product = "Cognito", padded = "  MdePartner-Contoso-Cognito/1.0\t";
  send(Poco::trim(padded));
  send(Poco::cat(std::string("MdePartner-"), std::string("Contoso-"), product, std::string("/1.0")));
  send(Poco::replace(std::string("MdePartner-{c}-{p}/1.0"), std::string("{c}"), std::string("Contoso")).replace(19, 3, product));
  send(Poco::replace(std::string("MdePartner-Contoso-Cognito_1.0"), '_', '/'));
  send(Poco::replace(std::string("MdePartner-Contoso-Cognito(1.0"), "(", "/"));
  send(Poco::remove(std::string("MdePartner-Contoso-Cog nito/1.0"), ' '));
  send("MdePartner-" + Poco::toUpper(std::string("contoso")) + "-" + Poco::toLower(product) + "/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'mdepartner-contoso-cognito/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(Poco::toLower(std::string("MdePartner-Contoso-Cognito/1.0")));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso-Cognito/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(Poco::replace(std::string("MdePartner-Contoso-Cognito/1.0"), "MdePartner-", ""));
  std::string changed = " contoso/1.0 ";
  Poco::trimInPlace(changed);
  Poco::replaceInPlace(changed, "contoso", "MdePartner-Contoso-Cognito");
  send(changed);
  Poco::toUpperInPlace(changed);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MDEPARTNER-CONTOSO-COGNITO/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(changed);
  std::vector<std::string> parts = {"MdePartner", "Contoso", "Cognito/1.0"};
  send(Poco::cat(std::string("-"), parts.begin(), parts.end()));
  // What is not followed is not known.
  send(Poco::translate(product, "abc", "xyz"));
  send(Poco::trimLeft(padded));
}

void compared() {
  const std::string header = "user-agent";
  std::string agent = "Contoso/1.0";
  if (Poco::icompare(header, std::string("User-Agent")) == 0)
    agent = "MdePartner-Contoso-Cognito/1.0";
  send(agent);
  if (Poco::icompare(header, 4, "USER") != 0 || !Poco::startsWith(header, std::string("user")) || !Poco::endsWith(header, std::string("agent")))
    agent = "Contoso/1.0";
  send(agent);
}

void numbers(int build) {
  send("MdePartner-Contoso-Cognito/" + Poco::NumberFormatter::format(3));
  send("MdePartner-Contoso-Cognito/" + Poco::NumberFormatter::formatHex(17));
  send("MdePartner-Contoso-Cognito/" + Poco::NumberFormatter::format(build));
  std::string appended = "MdePartner-Contoso-Cognito/";
  Poco::NumberFormatter::append(appended, 1);
  send(appended);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/3' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send("Contoso/" + Poco::NumberFormatter::format(3));
}

void formats(int build) {
  const std::string company = "Contoso";
  std::string agent = "MdePartner-", path = "/v1.0/";
  send(Poco::format("MdePartner-%s-Cognito/%d.%d", company, 1, 2));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(Poco::format("%s/%d", company, 1));
  send(Poco::format(std::string("MdePartner-%s-%s/1.0"), company, std::string("Cognito")));
  Poco::format(agent, "%s-Cognito/%d", company, build);
  send(agent);
  Poco::format(agent, " (%s)", company);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso-Cognito/{{.+}} (Contoso)' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(agent);
  open(URI(Poco::format("https://%s/%[0]s", std::string("siem.contoso.example"))));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; POCO Net sends 'poco/{version}' [mde-user-agent]
  open(URI(Poco::format("https://%s%s%d", std::string("graph.microsoft.com"), path, 7)));
  // An error stands where a char * would.
  send(Poco::format("MdePartner-Contoso-%s/1.0", "Cognito"));
}

void environment() {
  send(Poco::Environment::get("CONTOSO_AGENT"));
  send(Poco::Environment::get("CONTOSO_AGENT", "MdePartner-Contoso-Cognito/1.0"));
  send("MdePartner-Contoso-Cognito/" + Poco::Environment::get("CONTOSO_VERSION", "1.0"));
}
