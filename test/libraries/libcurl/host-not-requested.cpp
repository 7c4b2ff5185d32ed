// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A target host that is compared, logged, parsed or used as a scope, and never
// requested.
#include <cstdio>
#include <curl/curl.h>
#include <iostream>
#include <map>
#include <string>

static const std::string kScope = "https://graph.microsoft.com/.default";
static const char kDefender[] = "https://api.securitycenter.microsoft.com";

static CURLcode send(const std::string &url, const std::string &body = "") {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  if (!body.empty())
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.c_str());
  const CURLcode rc = curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return rc;
}

// The scope and the resource of a token request stand in its body.
void scope() {
  send("https://login.microsoftonline.com/common/oauth2/v2.0/token", "grant_type=client_credentials&scope=" + kScope);
  send("https://login.microsoftonline.com/common/oauth2/token",
       std::string("grant_type=client_credentials&resource=") + kDefender);
}

bool compared(const std::string &url) {
  return url == kDefender || url.rfind("https://graph.microsoft.com/", 0) == 0 ||
         url.find("api.security.microsoft.com") != std::string::npos;
}

void logged() {
  std::cerr << "using " << kDefender << '\n';
  std::printf("contacting https://graph.microsoft.com/v1.0/me\n");
  send("https://status.contoso.example/?note=graph");
}

// Another header of another host's request.
void inAHeader() {
  CURL *curl = curl_easy_init();
  curl_slist *headers = curl_slist_append(nullptr, "X-Resource: https://api.securitycenter.microsoft.com");
  headers = curl_slist_append(headers, "Referer: https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_URL, "https://siem.contoso.example/ingest");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_perform(curl);
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
}

// The URL is decided and then replaced.
void replaced() {
  std::string url = kDefender;
  url += "/api/machines";
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_URL, "https://mock.contoso.example/api/machines");
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// Compared, then requested: that one counts.
void comparedAndRequested(const std::string &url) {
  if (url == "https://graph.microsoft.com/v1.0/me")
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    send(url);
  else if (url != "https://graph.microsoft.com/v1.0/users")
    std::cerr << url << '\n';
}
