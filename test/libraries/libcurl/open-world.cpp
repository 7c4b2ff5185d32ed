// RUN: %check-doors %s -- -std=c++17
// RUN: %check-doors %s --prefix=ALL --config="{CheckOptions: {mde-user-agent.VerifyAll: true}}" -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Functions that other files may call: what comes from callers is not seen. The
// verdict is `unverified` when some use would be right, bad when none would.
#include <curl/curl.h>
#include <map>
#include <string>

// The handle comes from outside: it may be configured.
void handleFromOutside(CURL *curl) {
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  // ALL: :[[@LINE+1]]:3: warning: {{.*}}graph.microsoft.com{{.*}} [mde-user-agent]
  curl_easy_perform(curl);
}

// Whatever it was: here it is set, and here it is spoilt.
void handleFromOutsideSet(CURL *curl) {
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, nullptr);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "contoso");
  // CHECK: :[[@LINE+2]]:3: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  // ALL: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  curl_easy_perform(curl);
}

void handleFromOutsideReset(CURL *curl) {
  curl_easy_reset(curl);
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  // CHECK: :[[@LINE+2]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  // ALL: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
}

// The agent comes from outside.
void agentFromOutside(const std::string &agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  // ALL: :[[@LINE+1]]:3: warning: {{.*}}graph.microsoft.com{{.*}} [mde-user-agent]
  curl_easy_perform(curl);
}

void partOfTheAgentFromOutside(const std::string &version) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, ("MdePartner-Contoso-Cognito/" + version).c_str());
  curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, ("Contoso-Cognito/" + version).c_str());
  // CHECK: :[[@LINE+2]]:3: warning: User-Agent {{'Contoso-Cognito/.*'}} of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  // ALL: :[[@LINE+1]]:3: warning: User-Agent {{'Contoso-Cognito/.*'}} of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  curl_easy_perform(curl);
}

// The headers come from outside; a known User-Agent among them decides.
void headersFromOutside(const std::map<std::string, std::string> &headers) {
  CURL *curl = curl_easy_init();
  curl_slist *list = nullptr;
  for (const auto &[name, value] : headers)
    list = curl_slist_append(list, (name + ": " + value).c_str());
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
  // ALL: :[[@LINE+1]]:3: warning: {{.*}}graph.microsoft.com{{.*}} [mde-user-agent]
  curl_easy_perform(curl);
}

// The URL comes from outside: no host is known, so there is no finding.
void urlFromOutside(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_perform(curl);
}

// Every use is bad: no caller can mend it.
void pathFromOutside(const std::string &path) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, ("https://graph.microsoft.com/" + path).c_str());
  // CHECK: :[[@LINE+2]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  // ALL: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
}

// A URL or a handle goes to code that is not seen: it may send.
extern void sendElsewhere(CURL *curl);
extern void fetchElsewhere(const std::string &url);
void handedOn() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  // ALL: :[[@LINE+1]]:3: warning: {{.*}}graph.microsoft.com{{.*}} [mde-user-agent]
  sendElsewhere(curl);
  // ALL: :[[@LINE+1]]:3: warning: {{.*}}api.security.microsoft.com{{.*}} [mde-user-agent]
  fetchElsewhere("https://api.security.microsoft.com/api/incidents");
}

// Code that is not seen had the handle.
extern void configureElsewhere(CURL *curl);
void configured() {
  CURL *curl = curl_easy_init();
  configureElsewhere(curl);
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  // ALL: :[[@LINE+1]]:3: warning: {{.*}}graph.microsoft.com{{.*}} [mde-user-agent]
  curl_easy_perform(curl);
}

extern CURL *makeElsewhere();
void made() {
  CURL *curl = makeElsewhere();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  // ALL: :[[@LINE+1]]:3: warning: {{.*}}graph.microsoft.com{{.*}} [mde-user-agent]
  curl_easy_perform(curl);
}
