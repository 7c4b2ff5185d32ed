// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A User-Agent that is set on one side of a branch only.
#include <curl/curl.h>

extern bool identify();
extern bool verbose();

static const char kUrl[] = "https://api.securitycenter.microsoft.com/api/machines";

void onlyWhenIdentifying() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (identify())
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void onEitherSide() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (identify())
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  else
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-CognitoLite/1.0");
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// The other side is there, but does not hold the format.
void malformedElse() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (identify())
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  else
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "contoso/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso/1.0' of the request to api.securitycenter.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// Every path has a different fault: one finding for each verdict.
void bothWrong() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (identify())
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "contoso/1.0");
  // CHECK: :[[@LINE+2]]:3: warning: User-Agent 'contoso/1.0' of the request to api.securitycenter.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// A branch that has nothing to do with the request changes nothing.
void unrelatedBranch() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (verbose())
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// Nested: the inner branch forgets.
void nestedBranches() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (identify()) {
    if (verbose())
      curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
    else
      curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  } else {
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  }
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// Two sends: each is judged by the paths that lead to it.
void sendInEachBranch() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (identify()) {
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
    curl_easy_perform(curl);
  } else {
    // CHECK: :[[@LINE+1]]:5: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_easy_perform(curl);
  }
  curl_easy_cleanup(curl);
}
