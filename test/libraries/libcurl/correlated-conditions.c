// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Two tests of one condition agree, in C: a mode number, a mask, a null pointer.
#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

static const char url[] = "https://graph.microsoft.com/v1.0/security/incidents";
static const char agent[] = "MdePartner-Contoso-Cognito/1.0";

int by_number(void) {
  int mode = atoi(getenv("CONTOSO_MODE"));
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  if (mode == 2)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  if (mode == 2)
    curl_easy_perform(curl);
  if (mode == 3)
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return 0;
}

int by_switch(void) {
  int mode = atoi(getenv("CONTOSO_MODE"));
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  switch (mode) {
  case 1:
  case 2:
    curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
    break;
  default:
    break;
  }
  if (mode == 1)
    curl_easy_perform(curl);
  if (mode == 4)
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return 0;
}

int by_pointer(void) {
  const char *proxy = getenv("CONTOSO_PROXY");
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  if (proxy) {
    curl_easy_setopt(curl, CURLOPT_PROXY, proxy);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  }
  if (!proxy) {
    curl_easy_cleanup(curl);
    return 1;
  }
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return 0;
}

int by_pointer_inverted(void) {
  const char *proxy = getenv("CONTOSO_PROXY");
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  if (proxy != NULL)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  if (proxy == NULL)
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return 0;
}

int by_result(void) {
  CURL *curl = curl_easy_init();
  int failed = 1;
  curl_easy_setopt(curl, CURLOPT_URL, url);
  if (getenv("CONTOSO_IDENTIFY") != NULL) {
    curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
    failed = 0;
  }
  if (!failed)
    curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return failed;
}
