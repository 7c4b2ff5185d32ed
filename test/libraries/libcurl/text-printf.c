// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// snprintf, sprintf and asprintf.
#define _GNU_SOURCE
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>

#define VERSION_MAJOR 2
#define HOST "api.securitycenter.microsoft.com"

static void request(const char *url, const char *agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void url_by_snprintf(void) {
  char url[256];
  snprintf(url, sizeof url, "https://%s/api/%s?$top=%d", HOST, "machines", 100);
  request(url, "MdePartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  request(url, NULL);
}

void agent_by_snprintf(void) {
  char agent[128];
  snprintf(agent, sizeof(agent), "MdePartner-%s-%s/%d.%d", "Contoso", "Cognito", VERSION_MAJOR, 1);
  request("https://" HOST "/api/machines", agent);
  snprintf(agent, sizeof(agent), "%s/%d.%d", "Cognito", VERSION_MAJOR, 1);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Cognito/2.1' of the request to api.securitycenter.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  request("https://" HOST "/api/machines", agent);
}

// Too long for its buffer: what is cut off is the version.
void cut_off(void) {
  char small[24], large[64];
  snprintf(small, sizeof small, "MdePartner-%s/%s", "Contoso-Cognito", "1.0");
  snprintf(large, sizeof large, "MdePartner-%s/%s", "Contoso-Cognito", "1.0");
  request("https://" HOST "/api/machines", large);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cogn' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("https://" HOST "/api/machines", small);
}

void by_sprintf(void) {
  char agent[128];
  sprintf(agent, "MdePartner-%.7s-%s/%u", "Contoso Ltd.", "Cognito", 7u);
  request("https://" HOST "/api/machines", agent);
  sprintf(agent, "MdePartner-%s-%s/%u", "Contoso Ltd.", "Cognito", 7u);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso Ltd.-Cognito/7' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("https://" HOST "/api/machines", agent);
}

void by_asprintf(void) {
  char *url = NULL, *agent = NULL;
  if (asprintf(&url, "https://%s.%s/api/machines", "us", "api.security.microsoft.com") < 0 ||
      asprintf(&agent, "%s-%s-%s/%s", "mdepartner", "Contoso", "Cognito", "1.0") < 0)
    return;
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'mdepartner-Contoso-Cognito/1.0' of the request to us.api.security.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request(url, agent);
  free(agent);
  agent = NULL;
  if (asprintf(&agent, "%s-%s-%s/%s", "MdePartner", "Contoso", "Cognito", "1.0") < 0)
    return;
  request(url, agent);
  free(agent);
  free(url);
}

// A number or an environment variable in the place of the version.
void version_at_run_time(void) {
  char agent[128];
  snprintf(agent, sizeof agent, "MdePartner-Contoso-Cognito/%s", getenv("CONTOSO_VERSION"));
  request("https://" HOST "/api/machines", agent);
  snprintf(agent, sizeof agent, "MdePartner-Contoso-Cognito/1.%ld", random());
  request("https://" HOST "/api/machines", agent);
  snprintf(agent, sizeof agent, "Cognito/1.%ld", random());
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent {{'Cognito/1\..+'}} of the request to api.securitycenter.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  request("https://" HOST "/api/machines", agent);
}

// The format's own placeholder went out as it is.
void not_formatted(void) {
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/%s' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("https://" HOST "/api/machines", "MdePartner-Contoso-Cognito/%s");
}
