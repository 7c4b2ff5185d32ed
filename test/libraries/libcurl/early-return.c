// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Error handling in C by status codes: a chain, a flag, an out parameter.
#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

static const char url[] = "https://graph.microsoft.com/v1.0/security/incidents";
static const char agent[] = "MdePartner-Contoso-Cognito/1.0";

extern int read_token(char *buffer, size_t size);

// 0 on success; the handle is given out in any case.
static int open_request(CURL **out) {
  char token[512];
  *out = curl_easy_init();
  if (!*out)
    return 1;
  curl_easy_setopt(*out, CURLOPT_URL, url);
  if (read_token(token, sizeof token) != 0)
    return 2;
  curl_easy_setopt(*out, CURLOPT_XOAUTH2_BEARER, token);
  curl_easy_setopt(*out, CURLOPT_USERAGENT, agent);
  return 0;
}

int checked(void) {
  CURL *curl;
  int status = open_request(&curl);
  if (status == 0)
    status = (int)curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return status;
}

int not_checked(void) {
  CURL *curl;
  open_request(&curl);
  if (!curl)
    return 1;
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return 0;
}

// Sends for status 2 as well: "no token yet, ask without".
int checked_for_one_error_only(void) {
  CURL *curl;
  int status = open_request(&curl);
  if (status == 1)
    return status;
  // CHECK: :[[@LINE+1]]:17: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  status = (int)curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return status;
}

// Nested success branches.
int nested(void) {
  int status = 1;
  CURL *curl = curl_easy_init();
  if (curl) {
    if (curl_easy_setopt(curl, CURLOPT_URL, url) == CURLE_OK) {
      struct curl_slist *list = curl_slist_append(NULL, "User-Agent: MdePartner-Contoso-Cognito/1.0");
      if (list) {
        curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
        status = curl_easy_perform(curl) == CURLE_OK ? 0 : 2;
        curl_slist_free_all(list);
      }
    }
    curl_easy_cleanup(curl);
  }
  return status;
}
