// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// URLs from tables: arrays of structs, maps, constexpr tables.
#include <array>
#include <curl/curl.h>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

struct Endpoint {
  const char *name;
  const char *url;
  bool identify;
};

static constexpr Endpoint kEndpoints[] = {
    {"machines", "https://api.securitycenter.microsoft.com/api/machines", true},
    {"alerts", "https://graph.microsoft.com/v1.0/security/alerts_v2", true},
    {"siem", "https://siem.contoso.example/ingest", false},
};

void everyRow() {
  for (const Endpoint &row : kEndpoints) {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, row.url);
    if (row.identify)
      curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
    curl_easy_perform(curl);
    curl_easy_cleanup(curl);
  }
}

void everyRowWithoutAgent() {
  for (std::size_t i = 0; i < sizeof kEndpoints / sizeof *kEndpoints; ++i) {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, kEndpoints[i].url);
    // CHECK: :[[@LINE+2]]:5: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_easy_perform(curl);
    curl_easy_cleanup(curl);
  }
}

void oneRow() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kEndpoints[2].url);
  curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_URL, kEndpoints[1].url);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// Looked up by name.
static const char *urlOf(std::string_view name) {
  for (const Endpoint &row : kEndpoints)
    if (name == row.name)
      return row.url;
  return "https://status.contoso.example/";
}

void byName() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, urlOf("siem"));
  curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_URL, urlOf("nothing"));
  curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_URL, urlOf("machines"));
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// Maps.
static const std::map<std::string, std::string> kHosts = {
    {"us", "us.api.security.microsoft.com"},
    {"eu", "eu.api.security.microsoft.com"},
    {"own", "defender.contoso.example"},
};

static void fromMap(const std::string &region) {
  const auto found = kHosts.find(region);
  if (found == kHosts.end())
    return;
  const std::string url = "https://" + found->second + "/api/alerts";
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  // The table is this function's own: which row it takes is not where the host comes from.
  // CHECK: :[[@LINE+1]]:3: warning: request to eu.api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void mapLookups() {
  fromMap("own");
  fromMap("mars");
  fromMap("eu");
}

void mapAt() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, ("https://" + kHosts.at("us") + "/api/alerts").c_str());
  // CHECK: :[[@LINE+1]]:3: warning: request to us.api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void mapFilledHere() {
  std::unordered_map<std::string, std::string> urls;
  urls["token"] = "https://login.microsoftonline.com/common/oauth2/v2.0/token";
  urls.emplace("me", "https://graph.microsoft.com/v1.0/me");
  urls.insert({"alerts", "https://graph.microsoft.com/v1.0/security/alerts_v2"});
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, urls["token"].c_str());
  curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_URL, urls["me"].c_str());
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_setopt(curl, CURLOPT_URL, urls["alerts"].c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// std::array of pairs and structured bindings: URL and agent from one row.
static const std::array<std::pair<std::string, std::string>, 2> kRows = {{
    {"https://graph.microsoft.com/v1.0/me", "MdePartner-Contoso-Cognito/1.0"},
    {"https://api.security.microsoft.com/api/incidents", "Cognito/1.0"},
}};

void pairs() {
  for (const auto &[url, agent] : kRows) {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
    // CHECK: :[[@LINE+1]]:5: warning: User-Agent 'Cognito/1.0' of the request to api.security.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
    curl_easy_perform(curl);
    curl_easy_cleanup(curl);
  }
}

// A vector that is filled in two steps.
void vector() {
  std::vector<std::string> urls = {"https://siem.contoso.example/"};
  urls.push_back("https://graph.microsoft.com/beta/security/incidents");
  for (const std::string &url : urls) {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_easy_perform(curl);
    curl_easy_cleanup(curl);
  }
}
