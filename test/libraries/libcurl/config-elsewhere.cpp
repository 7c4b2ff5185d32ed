// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The host stands in a struct that another function fills. Who calls the
// functions that send is not seen.
#include <cstdio>
#include <cstring>
#include <curl/curl.h>
#include <string>

#define AGENT "MdePartner-Contoso-App/1.0"

struct Settings {
  const char *endpoint;
  char fqdn[64];
  const char *agent;
};

void load(Settings *settings) {
  settings->endpoint = "https://api.securitycenter.microsoft.com/api/alerts";
  snprintf(settings->fqdn, sizeof settings->fqdn, "%s.microsoft.com", "graph");
  settings->agent = AGENT;
}

void fetch(const Settings *settings) {
  CURL *curl = curl_easy_init();
  // CHECK: :[[@LINE+3]]:{{[0-9]+}}: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: note: {{.*}}parameter 'settings.endpoint' is not seen; it is taken to be 'https://api.securitycenter.microsoft.com/api/alerts', which is stored to such a field elsewhere
  curl_easy_setopt(curl, CURLOPT_URL, settings->endpoint);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void fetchFrom(const Settings &settings) {
  char url[256];
  snprintf(url, sizeof url, "https://%s/v1.0/me", settings.fqdn);
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void fetchWithAgent(const Settings *settings) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, settings->endpoint);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, AGENT);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// The agent is the caller's to give.
void fetchWithItsAgent(const Settings *settings) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, settings->endpoint);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, settings->agent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// A struct of another type has fields of its own.
struct Other {
  const char *endpoint;
};
void fetchOther(const Other *other) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, other->endpoint);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// Each has its default, and may be given anything.
struct Request {
  std::string url = "https://graph.microsoft.com/v1.0/security/alerts";
  std::string agent;
};
void post(const Request &request) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, request.url.c_str());
  if (!request.agent.empty())
    curl_easy_setopt(curl, CURLOPT_USERAGENT, request.agent.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
Request standard() { return {}; }
