// RUN: %check-doors %s -- -std=gnu17
// RUN: %check-doors %s --prefix=GATEWAY --config="{CheckOptions: {mde-user-agent.TargetHosts: 'mde.contoso.example;*.mde.contoso.example', mde-user-agent.IgnoreHosts: 'graph.microsoft.de'}}" -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// TargetHosts and IgnoreHosts add and take away.
#include <curl/curl.h>

static void get(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void hosts(void) {
  // GATEWAY: :[[@LINE+1]]:3: warning: request to mde.contoso.example is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://mde.contoso.example/api/machines");
  // GATEWAY: :[[@LINE+1]]:3: warning: request to eu.mde.contoso.example is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://eu.mde.contoso.example/api/machines");
  get("https://www.contoso.example/");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.de is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://graph.microsoft.de/v1.0/me");
  // CHECK: :[[@LINE+2]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  // GATEWAY: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://graph.microsoft.com/v1.0/me");
}
