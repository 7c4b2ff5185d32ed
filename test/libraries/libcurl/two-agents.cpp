// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Two User-Agent lines are sent: malformed, even when one of them is right.
#include <curl/curl.h>
#include <map>
#include <string>
#include <vector>

void fixedFirstThenTheCallers() {
  CURL *curl = curl_easy_init();
  const std::vector<std::string> given = {"Accept: */*", "User-Agent: contoso/1.0"};
  curl_slist *headers = curl_slist_append(nullptr, "User-Agent: MdePartner-Contoso-Cognito/1.0");
  for (const std::string &line : given)
    headers = curl_slist_append(headers, line.c_str());
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  // CHECK: :[[@LINE+1]]:3: warning: {{.*}}graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  curl_easy_perform(curl);
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
}

void theSameTwice() {
  CURL *curl = curl_easy_init();
  curl_slist *headers = curl_slist_append(nullptr, "User-Agent: MdePartner-Contoso-Cognito/1.0");
  headers = curl_slist_append(headers, "User-Agent: MdePartner-Contoso-Cognito/1.0");
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  // CHECK: :[[@LINE+1]]:3: warning: {{.*}}graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  curl_easy_perform(curl);
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
}

// An option and a header line: only the line is sent.
void optionAndLine() {
  CURL *curl = curl_easy_init();
  curl_slist *headers = curl_slist_append(nullptr, "User-Agent: MdePartner-Contoso-Cognito/1.0");
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "contoso/1.0");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_perform(curl);
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
}

// Merged in a map first: the caller's takes the place of ours.
static void getMerged(std::map<std::string, std::string> headers) {
  headers.insert({"User-Agent", "MdePartner-Contoso-Cognito/1.0"});
  CURL *curl = curl_easy_init();
  curl_slist *list = nullptr;
  for (const auto &[name, value] : headers)
    list = curl_slist_append(list, (name + ": " + value).c_str());
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
  curl_easy_perform(curl);
  curl_slist_free_all(list);
  curl_easy_cleanup(curl);
}
void merged() {
  getMerged({{"Accept", "*/*"}});
  getMerged({{"User-Agent", "MdePartner-Contoso-Other/2"}});
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  getMerged({{"User-Agent", "contoso/1.0"}});
}

// One of them removes the header: `User-Agent:` without a value sends nothing.
void oneIsEmpty() {
  CURL *curl = curl_easy_init();
  curl_slist *headers = curl_slist_append(nullptr, "User-Agent:");
  headers = curl_slist_append(headers, "User-Agent: MdePartner-Contoso-Cognito/1.0");
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_perform(curl);
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
}
