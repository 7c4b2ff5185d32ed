// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A switch over products or regions chooses the User-Agent.
#include <curl/curl.h>
#include <stdlib.h>

enum product { COGNITO, SENTRY, LEGACY };

static const char url[] = "https://graph.microsoft.com/v1.0/security/alerts_v2";

static const char *agent_of(enum product p) {
  switch (p) {
  case COGNITO:
    return "MdePartner-Contoso-Cognito/1.0";
  case SENTRY:
    return "MdePartner-Contoso-Sentry/4.2";
  case LEGACY:
    return "MdatpPartner-Contoso-Sentry/3.0";
  }
  return NULL;
}

static CURLcode request(enum product p) {
  CURL *curl = curl_easy_init();
  CURLcode rc;
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent_of(p));
  rc = curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return rc;
}

void current(void) {
  request(COGNITO);
  request(SENTRY);
}

// The former prefix.
void former(void) {
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdatpPartner-Contoso-Sentry/3.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request(LEGACY);
}

void unknown_product(void) {
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  request((enum product)7);
}

// All of it in one function, the number read from the environment.
void at_run_time(void) {
  const char *agent = NULL;
  CURL *curl = curl_easy_init();
  switch (atoi(getenv("CONTOSO_PRODUCT"))) {
  case 1:
    agent = "MdePartner-Contoso-Cognito/1.0";
    break;
  case 2:
    agent = "Sentry/4.2";
    break;
  case 3:
  default:
    break;
  }
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  // CHECK: :[[@LINE+2]]:3: warning: User-Agent 'Sentry/4.2' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void at_run_time_safe(void) {
  const char *agent = "MdePartner-Contoso-Cognito/1.0";
  CURL *curl = curl_easy_init();
  switch (atoi(getenv("CONTOSO_PRODUCT"))) {
  case 1:
    break;
  case 2:
    agent = "MdePartner-Contoso-Sentry/4.2";
    break;
  default:
    curl_easy_cleanup(curl);
    return;
  }
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
