// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One handle, several requests; options stay between them.
#include <curl/curl.h>

static const char kAgent[] = "MdePartner-Contoso-Cognito/1.0";

// The first host is nobody's business; the second is a target.
void secondIsATarget() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://login.microsoftonline.com/common/oauth2/v2.0/token");
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, "grant_type=client_credentials");
  curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_HTTPGET, 1L);
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.securitycenter.microsoft.com/api/machines");
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void agentStays() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  curl_easy_setopt(curl, CURLOPT_URL, "https://login.microsoftonline.com/common/oauth2/v2.0/token");
  curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.securitycenter.microsoft.com/api/machines");
  curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/security/alerts_v2");
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// A browser-like agent for the download page is still there for the API.
void agentOfAnotherRequest() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "Mozilla/5.0");
  curl_easy_setopt(curl, CURLOPT_URL, "https://downloads.contoso.example/feed.json");
  curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/security/alerts_v2");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Mozilla/5.0' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// A target first, then another host: the second send is nobody's business.
void firstIsATarget() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.securitycenter.microsoft.com/api/machines");
  curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, nullptr);
  curl_easy_setopt(curl, CURLOPT_URL, "https://siem.contoso.example/ingest");
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// A loop over steps of which only one is a target.
void overSteps() {
  static const char *const steps[] = {
      "https://login.microsoftonline.com/common/oauth2/v2.0/token",
      "https://api.securitycenter.windows.com/api/alerts",
      "https://siem.contoso.example/ingest",
  };
  CURL *curl = curl_easy_init();
  for (const char *step : steps) {
    curl_easy_setopt(curl, CURLOPT_URL, step);
    // CHECK: :[[@LINE+1]]:5: warning: request to api.securitycenter.windows.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_easy_perform(curl);
  }
  curl_easy_cleanup(curl);
}
