// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A retry helper in C: the second attempt is sent by code of its own.
#include <curl/curl.h>
#include <unistd.h>

static const char url[] = "https://api-eu.securitycenter.microsoft.com/api/machines";

static CURLcode attempt(CURL *curl, int tries) {
  CURLcode rc = CURLE_FAILED_INIT;
  while (tries-- > 0) {
    rc = curl_easy_perform(curl);
    if (rc == CURLE_OK)
      return rc;
    sleep(1);
  }
  return rc;
}

int configured(void) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  CURLcode rc = attempt(curl, 3);
  curl_easy_cleanup(curl);
  return (int)rc;
}

int not_configured(void) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  // CHECK: :[[@LINE+1]]:17: warning: request to api-eu.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  CURLcode rc = attempt(curl, 3);
  curl_easy_cleanup(curl);
  return (int)rc;
}

// No attempt at all: nothing is sent.
int no_attempt(void) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  CURLcode rc = attempt(curl, 0);
  curl_easy_cleanup(curl);
  return (int)rc;
}
