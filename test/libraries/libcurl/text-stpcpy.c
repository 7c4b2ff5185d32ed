// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// stpcpy and strndup.
#define _GNU_SOURCE
#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

static void request(const char *where, const char *agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, where);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void by_stpcpy(void) {
  char where[128], *end = where;
  end = stpcpy(end, "https://");
  end = stpcpy(end, "graph.microsoft.com");
  stpcpy(end, "/beta/security/alerts_v2");
  request(where, "MdePartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'curl/8' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  request(where, "curl/8");
}

void by_strndup(void) {
  const char *banner = "MdePartner-Contoso-Cognito/1.0 (Linux)";
  char *whole = strndup(banner, 30), *part = strndup(banner, 22);
  request("https://graph.microsoft.com/v1.0/me", whole);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cog' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("https://graph.microsoft.com/v1.0/me", part);
  free(part);
  free(whole);
}
