// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// TRUTH: outcomes status
// Uploads indicators of compromise. A header list identifies the agent; after a
// 401 the token is renewed and the list is rebuilt without the line.
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <truth/choice.h>

#define API "https://api.securitycenter.microsoft.com"
#define AGENT_HEADER "User-Agent: MdePartner-Contoso-IocUploader/1.4.2"

struct indicator {
  const char *value;
  const char *type;
  int severity;
};

static const struct indicator indicators[] = {
    {"203.0.113.7", "IpAddress", 3},
    {"evil.example", "DomainName", 2},
};

static size_t discard(char *data, size_t size, size_t count, void *user) {
  (void)data;
  (void)user;
  return size * count;
}

static int renew_token(char *token, size_t size) {
  CURL *curl = curl_easy_init();
  CURLcode code;
  if (!curl)
    return -1;
  /* The scope names the API; the request goes elsewhere. */
  curl_easy_setopt(curl, CURLOPT_URL, "https://login.microsoftonline.com/contoso/oauth2/v2.0/token?L_token"); /* label: token */
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS,
                   "grant_type=client_credentials&scope=https%3A%2F%2Fapi.securitycenter.microsoft.com%2F.default");
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, discard);
  code = curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  snprintf(token, size, "%s", truth_text("token", "eyJ0eXAi"));
  return code == CURLE_OK ? 0 : -1;
}

static struct curl_slist *authorize(struct curl_slist *headers, const char *token) {
  char line[512];
  snprintf(line, sizeof line, "Authorization: Bearer %s", token);
  headers = curl_slist_append(headers, line);
  return curl_slist_append(headers, "Content-Type: application/json");
}

static long post(CURL *curl, const char *url, struct curl_slist *headers, const char *body) {
  long status = 0;
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, discard);
  if (curl_easy_perform(curl) != CURLE_OK)
    return -1;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

static int upload(CURL *curl, const struct indicator *it, char *token, size_t size) {
  char body[256];
  struct curl_slist *headers = NULL;
  long status;

  snprintf(body, sizeof body, "{\"indicatorValue\":\"%s\",\"indicatorType\":\"%s\",\"severity\":%d}", it->value,
           it->type, it->severity);
  headers = curl_slist_append(headers, AGENT_HEADER);
  headers = authorize(headers, token);
  status = post(curl, API "/api/indicators/L_submit", headers, body); /* label: submit */
  curl_slist_free_all(headers);
  if (status == 401) {
    if (renew_token(token, size) != 0)
      return -1;
    headers = authorize(NULL, token);
    status = post(curl, API "/api/indicators/L_resubmit", headers, body); /* label: resubmit */
    curl_slist_free_all(headers);
  }
  return status == 200 || status == 201 ? 0 : -1;
}

int main(void) {
  char token[256] = "";
  size_t i;
  int failures = 0;
  CURL *curl;

  if (curl_global_init(CURL_GLOBAL_ALL) != CURLE_OK)
    return EXIT_FAILURE;
  curl = curl_easy_init();
  if (!curl || renew_token(token, sizeof token) != 0)
    goto out;
  for (i = 0; i < sizeof indicators / sizeof indicators[0]; i++)
    if (upload(curl, &indicators[i], token, sizeof token) != 0)
      failures++;
  printf("%d of the indicators were not accepted\n", failures);
out:
  curl_easy_cleanup(curl);
  curl_global_cleanup();
  return failures ? EXIT_FAILURE : EXIT_SUCCESS;
}
