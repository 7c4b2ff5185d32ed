// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Texts of Poco: each is what a program that was run printed.
#include <Poco/Format.h>
#include <Poco/NumberFormatter.h>
#include <Poco/String.h>
#include <Poco/URI.h>
#include <curl/curl.h>
#include <string>

static void send(const std::string &agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void good() {
  send(Poco::format("MdePartner-%s-%s/%z", std::string("Contoso"), std::string("Cognito"), std::size_t(1)));
  send(Poco::trim(std::string("  MdePartner-Contoso-Cognito/1.0 ")));
}

void texts() {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/1.2' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(Poco::format("x/%d.%d", 1, 2));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x-a/3' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(Poco::format("x-%s/%d", std::string("a"), 3));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x%/b' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(Poco::format("x%%/%s", std::string("b")));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/007' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(Poco::format("x/%03d", 7));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/z' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(Poco::format("x/%c", 'z'));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/5' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(Poco::format("x/%u", 5u));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/9' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(Poco::format("x/%z", std::size_t(9)));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/         r|' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(Poco::format("x/%10s|", std::string("r")));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/r    |' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(Poco::format("x/%-5s|", std::string("r")));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/ab' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(Poco::toLower(std::string("X/AB")));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'X/AB' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(Poco::toUpper(std::string("x/ab")));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/1' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(Poco::trim(std::string("  x/1  ")));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/9' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(Poco::replace(std::string("x/{v}"), std::string("{v}"), std::string("9")));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/2' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(Poco::cat(std::string("x"), std::string("/"), std::string("2")));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/42' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send("x/" + Poco::NumberFormatter::format(42));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'h.example' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(Poco::URI("https://h.example/p?q=1").getHost());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent '/p?q=1' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(Poco::URI("https://h.example/p?q=1").getPathAndQuery());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'h.example:8443' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(Poco::URI("https://h.example:8443/p").getAuthority());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/bb' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(Poco::replaceInPlace(*new std::string("x/aa"), std::string("a"), std::string("b")));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/ab' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(Poco::removeInPlace(*new std::string("x/a-b"), '-'));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'x/one two' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(Poco::format("x/%s %s", std::string("one"), std::string("two")));
}
