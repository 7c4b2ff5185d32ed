// RUN: %check-doors %s -- -std=gnu17
// RUN: %check-doors %s --prefix=TRAILING --config="{CheckOptions: {mde-user-agent.AllowTrailingProducts: true}}" -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// AllowTrailingProducts accepts products and comments after the partner's.
#include <curl/curl.h>

static void request(const char *agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void agents(void) {
  request("MdePartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0 libcurl/8.5' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("MdePartner-Contoso-Cognito/1.0 libcurl/8.5");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0 (Linux; x86_64) libcurl/8.5' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("MdePartner-Contoso-Cognito/1.0 (Linux; x86_64) libcurl/8.5");
  // CHECK: :[[@LINE+2]]:3: warning: User-Agent 'libcurl/8.5 MdePartner-Contoso-Cognito/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  // TRAILING: :[[@LINE+1]]:3: warning: User-Agent 'libcurl/8.5 MdePartner-Contoso-Cognito/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("libcurl/8.5 MdePartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+2]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0, libcurl' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  // TRAILING: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0, libcurl' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("MdePartner-Contoso-Cognito/1.0, libcurl");
}
