// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The User-Agent is in a global of this file: set by its initialiser, before or
// after the request, or by a function that is (not) called.
#include <curl/curl.h>
#include <string>

static const std::string kAgent = "MdePartner-Contoso-Cognito/1.0";
static std::string agent = "contoso/1.0";
static const char *late;
static struct {
  std::string agent, version = "1.0";
} settings;

static void request(const char *text) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.security.microsoft.com/api/incidents");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, text);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

static void configure() { settings.agent = "MdePartner-Contoso-Cognito/" + settings.version; }
static void configureLate() { late = "MdePartner-Contoso-Cognito/1.0"; }

int main() {
  request(kAgent.c_str());

  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso/1.0' of the request to api.security.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  request(agent.c_str());
  agent = kAgent;
  request(agent.c_str());

  // CHECK: :[[@LINE+1]]:3: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  request(late);
  configureLate();
  request(late);

  // CHECK: :[[@LINE+1]]:3: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  request(settings.agent.c_str());
  configure();
  request(settings.agent.c_str());
}
