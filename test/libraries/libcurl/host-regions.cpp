// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The region is part of the host: from a table, a switch, a concatenation.
#include <curl/curl.h>
#include <string>

enum class Region { Us, Eu, Uk };
static const char *const kNames[] = {"us", "eu", "uk"};

static std::string byTable(Region region) {
  return std::string("https://") + kNames[static_cast<int>(region)] + ".api.security.microsoft.com";
}

static std::string bySwitch(Region region) {
  std::string prefix = "api";
  switch (region) {
  case Region::Us:
    prefix += "-us";
    break;
  case Region::Eu:
    prefix += "-eu";
    break;
  default:
    break;
  }
  return "https://" + prefix + ".securitycenter.microsoft.com";
}

static CURLcode send(const std::string &url, const char *agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  const CURLcode rc = curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return rc;
}

void table() {
  // CHECK: :[[@LINE+1]]:3: warning: request to eu.api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send(byTable(Region::Eu) + "/api/incidents", nullptr);
  send(byTable(Region::Eu) + "/api/incidents", "MdePartner-Contoso-Cognito/1.0");
  for (Region region : {Region::Us, Region::Eu, Region::Uk})
    send(byTable(region) + "/api/incidents", "MdePartner-Contoso-Cognito/1.0");
}

void switched() {
  // CHECK: :[[@LINE+1]]:3: warning: request to api-us.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send(bySwitch(Region::Us) + "/api/machines", nullptr);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send(bySwitch(Region::Uk) + "/api/machines", nullptr);
  send(bySwitch(Region::Eu) + "/api/machines", "MdePartner-Contoso-Cognito/1.0");
}

static bool government = false; // nobody stores to it
void concatenated() {
  const std::string host = std::string("api-") + (government ? "gov" : "gcc") + ".securitycenter.microsoft.us";
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to api-gcc.securitycenter.microsoft.us is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send("https://" + host + "/api/machines", "contoso");
}
