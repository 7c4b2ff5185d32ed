// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// std::string_view and the literals ""s and ""sv.
#include <curl/curl.h>
#include <string>
#include <string_view>

using namespace std::literals;

static CURLcode send(std::string_view url, std::string_view agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, std::string(url).c_str());
  curl_easy_setopt(curl, CURLOPT_USERAGENT, std::string{agent}.c_str());
  const CURLcode rc = curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return rc;
}

static constexpr std::string_view kUrl = "https://graph.microsoft.com/v1.0/security/alerts_v2"sv;

void literals() {
  send(kUrl, "MdePartner-Contoso-Cognito/1.0"sv);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'cognito/1.0' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(kUrl, "cognito/1.0"s);
}

void rawLiteral() {
  send(kUrl, R"(MdePartner-Contoso-Cognito/1.0)");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-"Contoso"-Cognito/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(kUrl, R"(MdePartner-"Contoso"-Cognito/1.0)");
}

void adjacentLiterals() {
  send("https://"
       "graph.microsoft.com"
       "/v1.0/me",
       "MdePartner-" "Contoso-" "Cognito" "/" "1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-ContosoCognito/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(kUrl, "MdePartner-" "Contoso" "Cognito" "/" "1.0");
}

void part() {
  constexpr std::string_view text = "User-Agent: MdePartner-Contoso-Cognito/1.0";
  send(kUrl, text.substr(12));
  std::string_view rest = text;
  rest.remove_prefix(12);
  send(kUrl, rest);
  rest.remove_suffix(4);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(kUrl, rest);
}

void viewOfAString() {
  std::string owner = "MdePartner-Contoso-";
  owner += "Cognito/1.0";
  const std::string_view view = owner;
  send(kUrl, view);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Contoso-Cognito/1.0' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(kUrl, view.substr(11));
}

void pointerAndLength() {
  const char *raw = "MdePartner-Contoso-Cognito/1.0;expires=never";
  send(kUrl, {raw, 30});
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0;expires=never' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(kUrl, raw);
}
