// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// strcpy, strcat, strncpy, strncat and strdup.
#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

static const char url[] = "https://graph.microsoft.com/v1.0/security/incidents";

static void request(const char *where, const char *agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, where);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void by_strcat(void) {
  char agent[64];
  strcpy(agent, "MdePartner-");
  strcat(agent, "Contoso");
  strcat(agent, "-Cognito");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request(url, agent);
  strcat(agent, "/1.0");
  request(url, agent);
}

void starts_over(void) {
  char agent[64] = "MdePartner-Contoso-Cognito/1.0";
  request(url, agent);
  strcpy(agent, "cognito");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'cognito' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  request(url, agent);
  agent[0] = '\0';
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  request(url, agent);
}

void by_strncpy(void) {
  char agent[64] = {0};
  strncpy(agent, "MdePartner-Contoso-Cognito/1.0 (Linux)", 30);
  request(url, agent);
  memset(agent, 0, sizeof agent);
  strncpy(agent, "MdePartner-Contoso-Cognito/1.0 (Linux)", sizeof agent - 1);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0 (Linux)' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request(url, agent);
}

void by_strncat(void) {
  char agent[64] = "MdePartner-Contoso-Cognito/";
  strncat(agent, "1.0 (Linux)", 3);
  request(url, agent);
  strncat(agent, " (Linux)", sizeof agent - strlen(agent) - 1);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0 (Linux)' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request(url, agent);
}

void by_strdup(void) {
  char *agent = strdup("MdePartner-Contoso-Cognito/1.0");
  request(url, agent);
  free(agent);
  agent = strdup("MdePartner-Contoso-Cog");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cog' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request(url, agent);
  free(agent);
}

void in_the_heap(void) {
  const char *product = "Cognito";
  char *agent = malloc(strlen("MdePartner-Contoso-") + strlen(product) + sizeof "/1.0");
  if (!agent)
    return;
  strcpy(agent, "MdePartner-Contoso-");
  strcat(agent, product);
  strcat(agent, "/1.0");
  request(url, agent);
  free(agent);
}

// Skipping a prefix by pointer arithmetic.
void behind_the_colon(void) {
  const char *line = "User-Agent: MdePartner-Contoso-Cognito/1.0";
  request(url, line + strlen("User-Agent: "));
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'User-Agent: MdePartner-Contoso-Cognito/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request(url, line);
}

// The library copies what it is given: later changes come too late.
void changed_after_the_option(void) {
  char agent[64];
  CURL *curl = curl_easy_init();
  strcpy(agent, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  strcpy(agent, "changed");
  curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  strcpy(agent, "MdePartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'changed' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
