// RUN: %check-doors %s -- -std=c++17
// RUN: %check-doors %s --prefix=ALL --config="{CheckOptions: {mde-user-agent.VerifyAll: true}}" -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A host that is known in part is a target when every completion is one, and
// `unverified` when some are.
#include <cstdlib>
#include <curl/curl.h>
#include <string>

static CURLcode send(const std::string &url, const char *agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  const CURLcode rc = curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return rc;
}

static std::string region() { return std::getenv("CONTOSO_REGION"); }

// Whatever the region is, the family's hosts are targets.
void regionFromTheEnvironment() {
  const std::string url = "https://" + region() + ".api.security.microsoft.com/api/incidents";
  // CHECK: :[[@LINE+2]]:3: warning: request to {{.*}}.api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  // ALL: :[[@LINE+1]]:3: warning: request to {{.*}}.api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send(url, nullptr);
  send(url, "MdePartner-Contoso-Cognito/1.0");
}

void regionBehindADash() {
  const std::string url = "https://api-" + region() + ".securitycenter.microsoft.com/api/machines";
  // CHECK: :[[@LINE+2]]:3: warning: request to api-{{.*}}.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  // ALL: :[[@LINE+1]]:3: warning: request to api-{{.*}}.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send(url, nullptr);
}

// It may be graph, or www, or any other.
void serviceFromTheEnvironment() {
  const std::string url = "https://" + region() + ".microsoft.com/v1.0/me";
  // ALL: :[[@LINE+1]]:3: warning: {{.*}}microsoft.com{{.*}} [mde-user-agent]
  send(url, nullptr);
  send(url, "MdePartner-Contoso-Cognito/1.0"); // right for every host
}

void cloudFromTheEnvironment() {
  const std::string url = "https://graph.microsoft." + region() + "/v1.0/me";
  // ALL: :[[@LINE+1]]:3: warning: {{.*}}graph.microsoft.{{.*}} [mde-user-agent]
  send(url, nullptr);
}

// No completion is a target.
void otherFamily() { send("https://" + region() + ".contoso.example/graph.microsoft.com", nullptr); }
