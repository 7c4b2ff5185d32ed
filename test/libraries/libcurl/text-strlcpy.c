// RUN: %check-doors %s -- -std=gnu17 -isystem %S/Inputs/system
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// strlcpy and strlcat, as libbsd declares them.
#include <bsd/string.h>
#include <curl/curl.h>

static const char url[] = "https://graph.microsoft.com/v1.0/security/incidents";

static void request(const char *agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void fits(void) {
  char agent[64];
  strlcpy(agent, "MdePartner-Contoso-", sizeof agent);
  strlcat(agent, "Cognito", sizeof agent);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request(agent);
  strlcat(agent, "/1.0", sizeof agent);
  request(agent);
}

// Room for 27 characters and the end: "/1.0" is cut to "/".
void does_not_fit(void) {
  char agent[28];
  strlcpy(agent, "MdePartner-Contoso-Cognito", sizeof agent);
  strlcat(agent, "/1.0", sizeof agent);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request(agent);
}
