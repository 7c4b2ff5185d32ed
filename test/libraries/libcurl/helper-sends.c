// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The same in C, with a result struct and a callback for the body.
#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

struct response {
  char *data;
  size_t size;
};

static size_t collect(char *data, size_t size, size_t count, void *user) {
  struct response *response = user;
  char *grown = realloc(response->data, response->size + size * count + 1);
  if (!grown)
    return 0;
  response->data = grown;
  memcpy(grown + response->size, data, size * count);
  response->size += size * count;
  grown[response->size] = '\0';
  return size * count;
}

static CURLcode http_get(const char *url, const char *agent, struct response *response) {
  CURL *curl = curl_easy_init();
  CURLcode rc;
  curl_easy_setopt(curl, CURLOPT_URL, url);
  if (agent != NULL)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, collect);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, response);
  rc = curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return rc;
}

int machines(void) {
  struct response response = {0};
  int status = http_get("https://api.securitycenter.microsoft.com/api/machines", "MdePartner-Contoso-Cognito/1.0", &response);
  free(response.data);
  return status;
}

int alerts(void) {
  struct response response = {0};
  // CHECK: :[[@LINE+1]]:16: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  int status = http_get("https://api.securitycenter.microsoft.com/api/alerts", NULL, &response);
  free(response.data);
  return status;
}

int indicators(void) {
  struct response response = {0};
  // CHECK: :[[@LINE+1]]:16: warning: User-Agent 'contoso/1' of the request to api.securitycenter.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  int status = http_get("https://api.securitycenter.microsoft.com/api/indicators", "contoso/1", &response);
  free(response.data);
  return status;
}

int ingest(void) {
  struct response response = {0};
  int status = http_get("https://siem.contoso.example/ingest", NULL, &response);
  free(response.data);
  return status;
}
