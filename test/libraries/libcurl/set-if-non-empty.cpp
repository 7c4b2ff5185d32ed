// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `if (!agent.empty()) set`: what an empty one leads to.
#include <curl/curl.h>
#include <optional>
#include <string>

static const char kUrl[] = "https://api.securitycenter.microsoft.com/api/alerts";

static void request(const std::string &agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (!agent.empty())
    curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

static void requestC(const char *agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (agent && *agent)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

static void requestOptional(const std::optional<std::string> &agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (agent)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, agent->c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

static void requestOr(const std::optional<std::string> &agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.value_or("MdePartner-Contoso-Cognito/1.0").c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void given() {
  request("MdePartner-Contoso-Cognito/1.0");
  requestC("MdePartner-Contoso-Cognito/1.0");
  requestOptional("MdePartner-Contoso-Cognito/1.0");
}

void notGiven() {
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  request("");
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  request({});
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  requestC("");
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  requestC(nullptr);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  requestOptional(std::nullopt);
}

void withADefault() {
  requestOr(std::nullopt);
  requestOr("MdePartner-Contoso-Cognito/2.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to api.securitycenter.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  requestOr("contoso");
}

// An environment variable that is set but empty.
extern const char *configured();
void defaultWhenEmpty() {
  std::string agent = configured() ? "MdePartner-Contoso-Cognito/1.0" : "";
  if (agent.empty())
    agent = "MdePartner-Contoso-Cognito/0";
  request(agent);
}
