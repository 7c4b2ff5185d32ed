// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A formatting function of one's own, on top of vasprintf and vsnprintf.
#define _GNU_SOURCE
#include <curl/curl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static const char url[] = "https://api.securitycenter.microsoft.com/api/machines";

static void request(const char *where, const char *agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, where);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

static char *format(const char *pattern, ...) __attribute__((format(printf, 1, 2)));
static char *format(const char *pattern, ...) {
  char *text = NULL;
  va_list arguments;
  va_start(arguments, pattern);
  if (vasprintf(&text, pattern, arguments) < 0)
    abort();
  va_end(arguments);
  return text;
}
void by_own_helper(void) {
  char *agent = format("MdePartner-%s-%s/%s", "Contoso", "Cognito", "1.0");
  request(url, agent);
  free(agent);
  agent = format("%s %s", "Cognito", "1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Cognito 1.0' of the request to api.securitycenter.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  request(url, agent);
  free(agent);
}

static void set_agent(CURL *curl, const char *pattern, ...) {
  char agent[128];
  va_list arguments;
  va_start(arguments, pattern);
  vsnprintf(agent, sizeof agent, pattern, arguments);
  va_end(arguments);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
}
void by_setter(void) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  set_agent(curl, "MdePartner-%s-%s/%d", "Contoso", "Cognito", 3);
  curl_easy_perform(curl);
  set_agent(curl, "%s/%d", "Cognito", 3);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Cognito/3' of the request to api.securitycenter.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
