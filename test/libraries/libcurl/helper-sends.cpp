// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Helpers that send: the place is where the request was put together.
#include <curl/curl.h>
#include <string>

static CURLcode send(CURL *curl) {
  CURLcode rc = curl_easy_perform(curl);
  if (rc == CURLE_OPERATION_TIMEDOUT)
    rc = curl_easy_perform(curl);
  return rc;
}

void configured() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.securitycenter.microsoft.com/api/machines");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  send(curl);
  curl_easy_cleanup(curl);
}

// Two sends in the helper, one place, one finding.
void notConfigured() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.securitycenter.microsoft.com/api/machines");
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send(curl);
  curl_easy_cleanup(curl);
}

void otherHost() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://siem.contoso.example/ingest");
  send(curl);
  curl_easy_cleanup(curl);
}

// The helper sets the agent for those who have not: in time.
static CURLcode sendIdentified(CURL *curl) {
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  return curl_easy_perform(curl);
}
void identifiedByTheHelper() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.securitycenter.microsoft.com/api/machines");
  sendIdentified(curl);
  send(curl); // it stays on the handle
  curl_easy_cleanup(curl);
}

// The helper makes everything of a URL: each caller with a target is a place.
static std::string get(const std::string &url) {
  std::string body;
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return body;
}

void callers() {
  get("https://www.contoso.example/");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://graph.microsoft.com/v1.0/me");
  const std::string url = "https://api.security.microsoft.com/api/incidents";
  // CHECK: :[[@LINE+1]]:28: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  const std::string body = get(url);
  get("https://login.microsoftonline.com/common/discovery/keys");
}

// The helper has the host, the caller only the path: the helper is the place,
// and one finding is enough for both callers.
static std::string getMachine(const std::string &id) {
  CURL *curl = curl_easy_init();
  const std::string url = "https://api.securitycenter.windows.com/api/machines/" + id;
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.windows.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return {};
}
void machineCallers() {
  getMachine("1");
  getMachine("2");
}

// Host in the helper, agent from the caller: the caller who gives a bad one.
static void post(const std::string &agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.securitycenter.windows.com/api/alerts");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void agentCallers() {
  post("MdePartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Cognito' of the request to api.securitycenter.windows.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  post("Cognito");
}
