// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A target host in the query, the path, the fragment, the user info or a label
// of another host is not the request's host.
#include <curl/curl.h>
#include <string>

static CURLcode send(const std::string &url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  const CURLcode rc = curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return rc;
}

void elsewhereInTheUrl(const std::string &query) {
  send("https://proxy.contoso.example/?url=https://api.securitycenter.microsoft.com/api/machines");
  send("https://proxy.contoso.example/https://graph.microsoft.com/v1.0/me");
  send("https://proxy.contoso.example/fetch#graph.microsoft.com");
  send("https://graph.microsoft.com@proxy.contoso.example/v1.0/me");
  send("https://user:graph.microsoft.com@proxy.contoso.example/");
  send("https://proxy.contoso.example?host=graph.microsoft.com");
  send("https://proxy.contoso.example/?q=" + query + "&u=https://graph.microsoft.com/");
}

// And the other way round: another host in the query of a target.
void targetWithOthersInside() {
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send("https://graph.microsoft.com/v1.0/me?redirect=https://proxy.contoso.example/");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send("https://proxy.contoso.example:secret@graph.microsoft.com/v1.0/me");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send("https://graph.microsoft.com?host=proxy.contoso.example");
}

// The option that adds a query does not change the host.
void options() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://siem.contoso.example/");
  curl_easy_setopt(curl, CURLOPT_PROXY, "http://graph.microsoft.com:8080");
  curl_easy_setopt(curl, CURLOPT_REFERER, "https://graph.microsoft.com/");
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, "https://graph.microsoft.com/");
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
