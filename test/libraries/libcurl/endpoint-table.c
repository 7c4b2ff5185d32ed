// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A table of endpoints in C, indexed by an enum, with the agent in a column.
#include <curl/curl.h>
#include <stddef.h>
#include <string.h>

enum endpoint { MACHINES, ALERTS, INGEST, ENDPOINT_COUNT };

static const struct {
  const char *url;
  const char *agent;
} table[ENDPOINT_COUNT] = {
    [MACHINES] = {"https://api.securitycenter.microsoft.com/api/machines", "MdePartner-Contoso-Cognito/1.0"},
    [ALERTS] = {"https://graph.microsoft.com/v1.0/security/alerts_v2", NULL},
    [INGEST] = {.url = "https://siem.contoso.example/ingest"},
};

static CURLcode call(enum endpoint which) {
  CURL *curl = curl_easy_init();
  CURLcode rc;
  curl_easy_setopt(curl, CURLOPT_URL, table[which].url);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, table[which].agent);
  // The rows, and so the host and the agent, are seen from here, whichever row
  // is chosen outside: this is the place, for the row that lacks the agent.
  // CHECK: :[[@LINE+1]]:8: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  rc = curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return rc;
}

void machines(void) { call(MACHINES); }
void ingest(void) { call(INGEST); }
void alerts(void) { call(ALERTS); }

void all(void) {
  for (int i = 0; i < ENDPOINT_COUNT; i++) {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, table[i].url);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, table[i].agent);
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_easy_perform(curl);
    curl_easy_cleanup(curl);
  }
}

void all_targets_identified(void) {
  for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
    CURL *curl;
    if (table[i].agent == NULL)
      continue;
    curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, table[i].url);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, table[i].agent);
    curl_easy_perform(curl);
    curl_easy_cleanup(curl);
  }
}
