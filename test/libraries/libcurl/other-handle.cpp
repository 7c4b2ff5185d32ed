// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A User-Agent that is set on another handle than the one that sends.
#include <curl/curl.h>

static const char kAgent[] = "MdePartner-Contoso-Cognito/1.0";
static const char kMachines[] = "https://api.securitycenter.microsoft.com/api/machines";

void wrongHandle() {
  CURL *token = curl_easy_init();
  CURL *api = curl_easy_init();
  curl_easy_setopt(token, CURLOPT_URL, "https://login.microsoftonline.com/common/oauth2/v2.0/token");
  curl_easy_setopt(token, CURLOPT_USERAGENT, kAgent);
  curl_easy_setopt(api, CURLOPT_URL, kMachines);
  curl_easy_perform(token);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(api);
  curl_easy_cleanup(api);
  curl_easy_cleanup(token);
}

void rightHandle() {
  CURL *token = curl_easy_init();
  CURL *api = curl_easy_init();
  curl_easy_setopt(token, CURLOPT_URL, "https://login.microsoftonline.com/common/oauth2/v2.0/token");
  curl_easy_setopt(api, CURLOPT_USERAGENT, kAgent);
  curl_easy_setopt(api, CURLOPT_URL, kMachines);
  curl_easy_perform(token);
  curl_easy_perform(api);
  curl_easy_cleanup(api);
  curl_easy_cleanup(token);
}

// Two names for one handle.
void alias() {
  CURL *curl = curl_easy_init();
  CURL *same = curl;
  curl_easy_setopt(same, CURLOPT_USERAGENT, kAgent);
  curl_easy_setopt(curl, CURLOPT_URL, kMachines);
  curl_easy_perform(curl);
  curl_easy_cleanup(same);
}

// The name is reused for a fresh handle that nobody configured.
void nameReused() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  curl_easy_cleanup(curl);
  curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kMachines);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// Which of two handles sends is known only when the program runs.
extern bool usePrimary();
void eitherHandle() {
  CURL *primary = curl_easy_init();
  CURL *backup = curl_easy_init();
  curl_easy_setopt(primary, CURLOPT_URL, kMachines);
  curl_easy_setopt(primary, CURLOPT_USERAGENT, kAgent);
  curl_easy_setopt(backup, CURLOPT_URL, "https://api.securitycenter.windows.com/api/machines");
  CURL *chosen = usePrimary() ? primary : backup;
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.windows.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(chosen);
  curl_easy_cleanup(primary);
  curl_easy_cleanup(backup);
}
