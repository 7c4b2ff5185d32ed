// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// absl::StrCat, StrAppend, StrFormat and StrJoin.
#include <absl/strings/str_cat.h>
#include <absl/strings/str_format.h>
#include <absl/strings/str_join.h>
#include <curl/curl.h>
#include <string>
#include <vector>

static void send(const std::string &url, const std::string &agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

static const char kHost[] = "graph.microsoft.com";

void strCat() {
  send(absl::StrCat("https://", kHost, "/v", 1, ".0/me"), absl::StrCat("MdePartner-Contoso-Cognito/", 1, ".", 2));
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Cognito/12' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(absl::StrCat("https://", kHost, "/v1.0/me"), absl::StrCat("Cognito", "/", 12));
}

void strAppend() {
  std::string agent = "MdePartner";
  absl::StrAppend(&agent, "-", "Contoso");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send("https://graph.microsoft.com/v1.0/me", agent);
  absl::StrAppend(&agent, "-", "Cognito", "/", 5);
  send("https://graph.microsoft.com/v1.0/me", agent);
}

void strFormat() {
  send(absl::StrFormat("https://%s/v1.0/%s", kHost, "me"), absl::StrFormat("MdePartner-%s-%s/%d", "Contoso", "Cognito", 1));
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Contoso/1' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(absl::StrFormat("https://%s/v1.0/%s", kHost, "me"), absl::StrFormat("%s/%d", "Contoso", 1));
}

void strJoin() {
  const std::vector<std::string> parts = {"MdePartner", "Contoso", "Cognito/1.0"};
  send("https://graph.microsoft.com/v1.0/me", absl::StrJoin(parts, "-"));
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner_Contoso_Cognito/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send("https://graph.microsoft.com/v1.0/me", absl::StrJoin(parts, "_"));
}
