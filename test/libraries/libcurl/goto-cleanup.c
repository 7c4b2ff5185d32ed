// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `goto cleanup`, `goto send` and backward jumps.
#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

static const char url[] = "https://api.securitycenter.microsoft.com/api/files";
static const char agent[] = "MdePartner-Contoso-Cognito/1.0";

int safe(void) {
  int status = 1;
  struct curl_slist *headers = NULL;
  CURL *curl = curl_easy_init();
  char *token = getenv("CONTOSO_TOKEN");
  if (!curl)
    goto done;
  if (!token)
    goto done;
  curl_easy_setopt(curl, CURLOPT_URL, url);
  headers = curl_slist_append(headers, "User-Agent: MdePartner-Contoso-Cognito/1.0");
  if (!headers)
    goto done;
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  if (curl_easy_perform(curl) != CURLE_OK)
    goto done;
  status = 0;
done:
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
  return status;
}

int jumps_past_the_agent(void) {
  CURL *curl = curl_easy_init();
  int status;
  curl_easy_setopt(curl, CURLOPT_URL, url);
  if (getenv("CONTOSO_ANONYMOUS"))
    goto send;
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
send:
  // CHECK: :[[@LINE+1]]:12: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  status = curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return status;
}

int jumps_past_something_else(void) {
  CURL *curl = curl_easy_init();
  int status;
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  if (getenv("CONTOSO_QUIET"))
    goto send;
  curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
send:
  status = curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return status;
}

int again_without_agent(void) {
  CURL *curl = curl_easy_init();
  int tries = 0, status;
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
again:
  // CHECK: :[[@LINE+1]]:12: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  status = curl_easy_perform(curl);
  if (status != CURLE_OK && tries++ < 3) {
    curl_easy_setopt(curl, CURLOPT_USERAGENT, NULL);
    goto again;
  }
  curl_easy_cleanup(curl);
  return status;
}

int again_with_agent(void) {
  CURL *curl = curl_easy_init();
  int tries = 0, status;
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
again:
  status = curl_easy_perform(curl);
  if (status != CURLE_OK && tries++ < 3)
    goto again;
  curl_easy_cleanup(curl);
  return status;
}
