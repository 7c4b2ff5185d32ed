// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A User-Agent that is set on one side of a branch only, in C: curl_easy_setopt
// is the type-checking macro there.
#include <curl/curl.h>
#include <stdlib.h>

int only_with_agent_variable(void) {
  CURL *curl = curl_easy_init();
  CURLcode rc = CURLE_FAILED_INIT;
  if (curl) {
    curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/security/alerts_v2");
    if (getenv("CONTOSO_IDENTIFY"))
      curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
    // CHECK: :[[@LINE+1]]:10: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    rc = curl_easy_perform(curl);
    curl_easy_cleanup(curl);
  }
  return (int)rc;
}

int always(void) {
  CURL *curl = curl_easy_init();
  CURLcode rc = CURLE_FAILED_INIT;
  if (curl) {
    curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/security/alerts_v2");
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
    if (getenv("CONTOSO_VERBOSE"))
      curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
    rc = curl_easy_perform(curl);
    curl_easy_cleanup(curl);
  }
  return (int)rc;
}

int never(void) {
  CURL *curl = curl_easy_init();
  CURLcode rc;
  if (!curl)
    return 1;
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/security/alerts_v2");
  // CHECK: :[[@LINE+1]]:8: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  rc = curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return rc == CURLE_OK ? 0 : 1;
}
