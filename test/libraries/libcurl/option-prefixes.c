// RUN: %check-doors %s -- -std=gnu17
// RUN: %check-doors %s --prefix=ALSO --config="{CheckOptions: {mde-user-agent.AlternativePrefixes: 'M365DPartner-'}}" -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// AlternativePrefixes accepts others beside MdePartner-.
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
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'M365DPartner-Contoso-Cognito/1.0' of the request to api.security.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  request("M365DPartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+2]]:3: warning: User-Agent 'contoso/1.0' of the request to api.security.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  // ALSO: :[[@LINE+1]]:3: warning: User-Agent 'contoso/1.0' of the request to api.security.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("contoso/1.0");
  // CHECK: :[[@LINE+2]]:3: warning: User-Agent 'M365DPartner-Contoso/1.0' of the request to api.security.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  // ALSO: :[[@LINE+1]]:3: warning: User-Agent 'M365DPartner-Contoso/1.0' of the request to api.security.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("M365DPartner-Contoso/1.0");
}
