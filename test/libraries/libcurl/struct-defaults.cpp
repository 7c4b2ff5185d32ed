// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Defaults of a settings struct, whole and in part overwritten.
#include <curl/curl.h>
#include <string>

namespace {

struct Settings {
  std::string base = "https://api.securitycenter.microsoft.com";
  std::string agent; // empty until somebody fills it
  struct {
    long seconds = 30;
    std::string version = "1.0";
  } more;
};

void request(const Settings &settings, const std::string &path) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, (settings.base + path).c_str());
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, settings.more.seconds);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, settings.agent.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

Settings identified() {
  Settings settings;
  settings.agent = "MdePartner-Contoso-Cognito/" + settings.more.version;
  return settings;
}

} // namespace

void defaults() {
  Settings settings;
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  request(settings, "/api/machines");
}

void filled() {
  Settings settings;
  settings.agent = "MdePartner-Contoso-Cognito/1.0";
  request(settings, "/api/machines");
}

void otherBase() {
  Settings settings;
  settings.base = "https://gateway.contoso.example";
  request(settings, "/api/machines");
}

void fromAFactory() {
  Settings settings = identified();
  request(settings, "/api/machines");
  settings.agent.clear();
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  request(settings, "/api/machines");
}

void aggregate() {
  request({"https://graph.microsoft.com", "MdePartner-Contoso-Cognito/1.0", {}}, "/v1.0/me");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  request({"https://graph.microsoft.com", "Contoso", {}}, "/v1.0/me");
}

// A copy is a copy.
void copies() {
  const Settings good = identified();
  Settings changed = good;
  changed.agent = "Contoso";
  request(good, "/api/machines");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Contoso' of the request to api.securitycenter.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  request(changed, "/api/machines");
}

// Configured one object, read another, fresh one.
void freshObjectInstead() {
  Settings configured;
  configured.agent = "MdePartner-Contoso-Cognito/1.0";
  request(configured, "/api/machines");
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  request(Settings(), "/api/machines");
}
