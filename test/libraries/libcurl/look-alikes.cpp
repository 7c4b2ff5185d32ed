// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Hosts that look like targets and are none.
#include <curl/curl.h>

static CURLcode send(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  const CURLcode rc = curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return rc;
}

void lookAlikes() {
  send("https://graph.microsoft.com.evil.example/v1.0/me");
  send("https://api.securitycenter.microsoft.com.contoso.example/api/machines");
  send("https://mygraph.microsoft.com/v1.0/me");
  send("https://graph.microsoft.com-contoso.example/");
  send("https://graph-microsoft-com.contoso.example/");
  send("https://notapi.security.microsoft.com.example/");
  send("https://graph.microsoft.co/v1.0/me");
  send("https://graph.contoso.example/v1.0/me");
  send("https://graph.windows.net/contoso/users"); // the retired Azure AD Graph: not in the list
  send("https://management.azure.com/subscriptions");
  send("https://www.microsoft.com/security");
}

// Portals of the same family, for people.
void portals() {
  send("https://security.microsoft.com/machines");
  send("https://securitycenter.microsoft.com/");
  send("https://securitycenter.windows.com/");
}

// One that no list names but that is of the family.
void family() {
  // CHECK: :[[@LINE+1]]:3: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send("https://api.security.microsoft.com/");
  // CHECK: :[[@LINE+1]]:3: warning: request to api-us3.securitycenter.windows.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send("https://api-us3.securitycenter.windows.com/api/machines");
  // CHECK: :[[@LINE+1]]:3: warning: request to jp.api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send("https://jp.api.security.microsoft.com/api/incidents");
}
