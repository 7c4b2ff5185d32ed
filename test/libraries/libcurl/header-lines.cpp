// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How libcurl reads a header line.
#include <curl/curl.h>
#include <string>

static CURLcode send(const char *line, const char *option = nullptr) {
  CURL *curl = curl_easy_init();
  curl_slist *headers = curl_slist_append(nullptr, line);
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, option);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  const CURLcode rc = curl_easy_perform(curl);
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
  return rc;
}

static const char kGood[] = "MdePartner-Contoso-Cognito/1.0";

void spelling() {
  send("User-Agent: MdePartner-Contoso-Cognito/1.0");
  send("user-agent: MdePartner-Contoso-Cognito/1.0");
  send("USER-AGENT:MdePartner-Contoso-Cognito/1.0");
  send("User-Agent:   MdePartner-Contoso-Cognito/1.0");
}

void malformed() {
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send("user-agent:Contoso");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'mdepartner-contoso-cognito/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send("User-Agent: mdepartner-contoso-cognito/1.0", kGood);
}

// Without a value the header is removed, also the one of the option.
void removed() {
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send("User-Agent:");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send("User-Agent:", kGood);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send("User-Agent: ", kGood);
}

// With a semicolon it is sent empty.
void sentEmpty() {
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent with{{.*}} User-Agent header{{.*}} [mde-user-agent]
  send("User-Agent;", kGood);
}

// Other lines do not touch it.
void otherLines() {
  send("X-User-Agent: contoso/1.0", kGood);
  send("User-Agent-Hint: contoso/1.0", kGood);
  send("Accept: application/json", kGood);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send("X-User-Agent: MdePartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send("Accept: User-Agent: MdePartner-Contoso-Cognito/1.0");
}

// A line that only in part is known, behind a known name.
void partlyKnown(const std::string &token, const std::string &version) {
  send(("Authorization: Bearer " + token).c_str(), kGood);
  send(("User-Agent: MdePartner-Contoso-Cognito/" + version).c_str());
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send(("Authorization: Bearer " + token).c_str());
}
