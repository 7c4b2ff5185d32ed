// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// However a target's host is written, it is that host.
#include <curl/curl.h>
#include <string>

static CURLcode send(const std::string &url, const char *agent = nullptr) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  const CURLcode rc = curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return rc;
}

void spellings() {
  // CHECK: :[[@LINE+1]]:3: warning: request to {{[Gg]raph\.[Mm]icrosoft\.(com|COM)}} is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send("https://Graph.Microsoft.COM/v1.0/me");
  // CHECK: :[[@LINE+1]]:3: warning: request to {{graph\.microsoft\.com|GRAPH\.MICROSOFT\.COM}} is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send("HTTPS://GRAPH.MICROSOFT.COM/v1.0/me");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com{{(:443)?}} is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send("https://graph.microsoft.com:443/v1.0/me");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com{{\.?}} is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send("https://graph.microsoft.com./v1.0/me");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send("https://user:password@graph.microsoft.com/v1.0/me");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send("graph.microsoft.com/v1.0/me");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send("http://graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send("https://graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:3: warning: request to {{graph.microsoft.com|graph%2emicrosoft.com}} is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send("https://graph%2emicrosoft.com/v1.0/me");
}

void identified() {
  send("https://Graph.Microsoft.com:443/v1.0/me", "MdePartner-Contoso-Cognito/1.0");
  send("GRAPH.microsoft.com/v1.0/me", "MdePartner-Contoso-Cognito/1.0");
}

// The port may be unknown, the host is not.
void unknownPort(int port) {
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com{{.*}} is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send("https://graph.microsoft.com:" + std::to_string(port) + "/v1.0/me");
}
