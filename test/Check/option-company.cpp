// RUN: %check-doors %s --config="{CheckOptions: {mde-user-agent.Company: Contoso, mde-user-agent.Product: Cognito}}" -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// With Company and Product, the User-Agent must name them.
#include <curl/curl.h>

static void get(const char *agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void agents() {
  get("MdePartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Fabrikam-Cognito/1.0' of the request to graph.microsoft.com is malformed: {{.*}}Contoso{{.*}} [mde-user-agent]
  get("MdePartner-Fabrikam-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Other/1.0' of the request to graph.microsoft.com is malformed: {{.*}}Cognito{{.*}} [mde-user-agent]
  get("MdePartner-Contoso-Other/1.0");
}
