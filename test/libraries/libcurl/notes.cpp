// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The notes tell the shortest path. Their wording is not fixed here, only which
// lines they point to.
#include <curl/curl.h>
#include <string>

extern bool identify();

static std::string baseUrl() { return "https://graph.microsoft.com"; }
// CHECK: :[[@LINE+10]]:3: warning: request to graph.microsoft.com is sent without
// CHECK-DAG: :[[@LINE-2]]:{{[0-9]+}}: note: {{.+}}
// CHECK-DAG: :[[@LINE+7]]:{{[0-9]+}}: note: {{.+}}
// CHECK-DAG: :[[@LINE+11]]:{{[0-9]+}}: note: {{.+}}
static CURLcode send(CURL *curl);
void onOnePath() {
  const std::string url = baseUrl() + "/v1.0/me";
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  if (identify()) curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  send(curl);
  curl_easy_cleanup(curl);
}
static CURLcode send(CURL *curl) {
  return curl_easy_perform(curl);
}

// Every origin of a bad value is named, not only one; it is one finding.
void twoOrigins() {
  CURL *curl = curl_easy_init();
  const char *agent = identify() ? "cognito"
                                 : "contoso";
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.us/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  // CHECK: :[[@LINE+3]]:3: warning: User-Agent '{{cognito|contoso}}' of the request to graph.microsoft.us is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  // CHECK-DAG: :[[@LINE-5]]:{{[0-9]+}}: note: {{.+}}
  // CHECK-DAG: :[[@LINE-5]]:{{[0-9]+}}: note: {{.+}}
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
