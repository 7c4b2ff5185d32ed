// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The URL is put together from a base and a path, where either may come from
// somewhere else.
#include <curl/curl.h>
#include <string>

static const std::string kBase = "https://api.securitycenter.microsoft.com";
static const std::string kGateway = "https://gateway.contoso.example/api.securitycenter.microsoft.com";

static long get(const std::string &base, const std::string &path) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, (base + path).c_str());
  curl_easy_perform(curl);
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_cleanup(curl);
  return status;
}

static long getIdentified(const std::string &base, const std::string &path) {
  const std::string url = base + (path.empty() || path[0] != '/' ? "/" + path : path);
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_perform(curl);
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_cleanup(curl);
  return status;
}

void baseAndPath() {
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get(kBase, "/api/machines");
  getIdentified(kBase, "/api/machines");
  getIdentified(kBase, "api/machines");
}

// The target's name is in the path of another host.
void throughAGateway() { get(kGateway, "/api/machines"); }

// The whole URL is in the "path".
void emptyBase() {
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("", "https://graph.microsoft.com/v1.0/me");
  getIdentified("https://graph.microsoft.com", "");
}

// The path comes from who knows where; the host does not.
long machine(const std::string &id) {
  // CHECK: :[[@LINE+1]]:10: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  return get(kBase, "/api/machines/" + id) + getIdentified(kBase, "/api/machines/" + id);
}

// A default argument.
static long page(int number, const std::string &base = kBase) {
  return get(base, "/api/alerts?$skip=" + std::to_string(number));
}
void defaultArgument() {
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  page(1);
  page(1, kGateway);
}
