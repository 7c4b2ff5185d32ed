// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Two tests of one condition agree: `if (a) set; ... if (a) send`.
#include <curl/curl.h>
#include <cstdlib>

extern bool enabled();
extern bool other();

static const char kUrl[] = "https://api.securitycenter.microsoft.com/api/machines";
static const char kAgent[] = "MdePartner-Contoso-Cognito/1.0";

void sameCondition() {
  const bool on = enabled();
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (on)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  if (other())
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
  if (on)
    curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void oppositeCondition() {
  const bool on = enabled();
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (on)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  if (!on)
    // CHECK: :[[@LINE+1]]:5: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void differentConditions() {
  const bool a = enabled(), b = other();
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (a)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  if (b)
    // CHECK: :[[@LINE+1]]:5: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// The weaker test sends, the stronger one sets.
void conjunction() {
  const bool a = enabled(), b = other();
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (a && b)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  if (a)
    // CHECK: :[[@LINE+1]]:5: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// The other way round it is safe.
void implied() {
  const bool a = enabled(), b = other();
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (a)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  if (a && b)
    curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// One environment variable, read twice, nothing stored between.
void sameVariableOfTheEnvironment() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (std::getenv("CONTOSO_TARGET"))
    curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  if (std::getenv("CONTOSO_TARGET"))
    curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void differentVariablesOfTheEnvironment() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (std::getenv("CONTOSO_TARGET"))
    curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  if (std::getenv("CONTOSO_SEND"))
    // CHECK: :[[@LINE+1]]:5: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// The condition chooses the URL and the agent alike: a target never goes without.
void conditionChoosesTheHost() {
  const bool defender = enabled();
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, defender ? kUrl : "https://siem.contoso.example/ingest");
  if (defender)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void conditionChoosesTheWrongHost() {
  const bool defender = enabled();
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, defender ? kUrl : "https://siem.contoso.example/ingest");
  if (!defender)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// The variable changes between the two tests.
void changedBetween() {
  bool on = enabled();
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (on)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  on = other();
  if (on)
    // CHECK: :[[@LINE+1]]:5: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
