// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// memcpy, memmove and single characters written to a buffer.
#include <curl/curl.h>
#include <string.h>

static const char url[] = "https://api.securitycenter.windows.com/api/machines";
static const char prefix[] = "MdePartner-";

static void request(const char *agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void whole(void) {
  char agent[64];
  memcpy(agent, "MdePartner-Contoso-Cognito/1.0", sizeof "MdePartner-Contoso-Cognito/1.0");
  request(agent);
  memcpy(agent, "Contoso-Cognito/1.0", sizeof "Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Contoso-Cognito/1.0' of the request to api.securitycenter.windows.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  request(agent);
}

void piecewise(void) {
  char agent[64];
  size_t used = 0;
  memcpy(agent, prefix, sizeof prefix - 1);
  used += sizeof prefix - 1;
  memcpy(agent + used, "Contoso-Cognito", 15);
  used += 15;
  agent[used++] = '/';
  agent[used++] = '1';
  agent[used] = '\0';
  request(agent);
  agent[used - 1] = '\0';
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/' of the request to api.securitycenter.windows.com is malformed: {{.+}} [mde-user-agent]
  request(agent);
}

// Written over in place: "mdePartner" becomes "MdePartner".
void edited(void) {
  char agent[] = "mdePartner-Contoso-Cognito/1.0";
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'mdePartner-Contoso-Cognito/1.0' of the request to api.securitycenter.windows.com is malformed: {{.+}} [mde-user-agent]
  request(agent);
  agent[0] = 'M';
  request(agent);
}

// The length of an unknown text decides where the next one goes.
void behind_an_unknown_text(const char *version) {
  char agent[256];
  size_t length;
  strcpy(agent, "MdePartner-Contoso-Cognito/");
  length = strlen(agent);
  strncpy(agent + length, version, sizeof agent - length - 1);
  agent[sizeof agent - 1] = '\0';
  request(agent);
}
