// RUN: %check-doors %s -- -std=c++17
// RUN: %check-doors %s --prefix=SECURITY --config="{CheckOptions: {mde-user-agent.GraphScope: security}}" -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// GraphScope: security leaves out the rest of Graph; a path that is not known
// is still a target.
#include <curl/curl.h>
#include <string>

static void get(const std::string &url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void paths(const std::string &path) {
  // CHECK: :[[@LINE+2]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  // SECURITY: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://graph.microsoft.com/v1.0/security/alerts_v2");
  // CHECK: :[[@LINE+2]]:3: warning: request to graph.microsoft.us is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  // SECURITY: :[[@LINE+1]]:3: warning: request to graph.microsoft.us is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://graph.microsoft.us/beta/security/incidents?$top=5");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://graph.microsoft.com/v1.0/me");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://graph.microsoft.com/v1.0/users?$search=security");
  // CHECK: :[[@LINE+2]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  // SECURITY: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://graph.microsoft.com/" + path);
  // CHECK: :[[@LINE+2]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  // SECURITY: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://graph.microsoft.com/v1.0/" + path);
  // CHECK: :[[@LINE+2]]:3: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  // SECURITY: :[[@LINE+1]]:3: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get("https://api.security.microsoft.com/api/incidents");
}
