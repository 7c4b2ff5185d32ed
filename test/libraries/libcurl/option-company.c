// RUN: %check-doors %s -- -std=gnu17
// RUN: %check-doors %s --prefix=OURS --config="{CheckOptions: {mde-user-agent.Company: Contoso, mde-user-agent.Product: Cognito}}" -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Company and Product, when they are given, must match.
#include <curl/curl.h>

static void request(const char *agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.security.microsoft.com/api/incidents");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void agents(void) {
  request("MdePartner-Contoso-Cognito/1.0");
  // OURS: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Fabrikam-Cognito/1.0' of the request to api.security.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("MdePartner-Fabrikam-Cognito/1.0");
  // OURS: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Sentry/1.0' of the request to api.security.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("MdePartner-Contoso-Sentry/1.0");
}
