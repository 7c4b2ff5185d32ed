// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A caller's header map is copied to the list of headers; a default User-Agent
// is added when the map has none.
#include <curl/curl.h>
#include <map>
#include <string>
#include <strings.h>
#include <utility>
#include <vector>

using Headers = std::map<std::string, std::string>;

static void get(const std::string &url, const Headers &headers) {
  CURL *curl = curl_easy_init();
  curl_slist *list = nullptr;
  bool seen = false;
  for (const auto &header : headers) {
    if (header.first == "User-Agent")
      seen = true;
    list = curl_slist_append(list, (header.first + ": " + header.second).c_str());
  }
  if (!seen)
    list = curl_slist_append(list, "User-Agent: MdePartner-Contoso-Cognito/1.0");
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
  curl_easy_perform(curl);
  curl_slist_free_all(list);
  curl_easy_cleanup(curl);
}

void withDefault() {
  get("https://graph.microsoft.com/v1.0/me", {});
  get("https://graph.microsoft.com/v1.0/me", {{"Accept", "application/json"}});
  get("https://graph.microsoft.com/v1.0/me", {{"User-Agent", "MdePartner-Contoso-Other/2.0"}, {"Accept", "*/*"}});
}

void callersOwn() {
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  get("https://graph.microsoft.com/v1.0/me", {{"Accept", "*/*"}, {"User-Agent", "Contoso"}});
}

// The test is case-sensitive, the header is not: the caller's and the default
// are both sent.
void otherCase() {
  // CHECK: :[[@LINE+1]]:3: warning: {{.*}}graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  get("https://graph.microsoft.com/v1.0/me", {{"user-agent", "MdePartner-Contoso-Other/2.0"}});
}

// No default: the caller has to know.
static void getPlain(const std::string &url, const Headers &headers) {
  CURL *curl = curl_easy_init();
  curl_slist *list = nullptr;
  for (const auto &[name, value] : headers)
    list = curl_slist_append(list, (name + ": " + value).c_str());
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
  curl_easy_perform(curl);
  curl_slist_free_all(list);
  curl_easy_cleanup(curl);
}

void plain() {
  Headers headers;
  headers["Accept"] = "application/json";
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  getPlain("https://graph.microsoft.com/v1.0/me", headers);
  headers["User-Agent"] = "MdePartner-Contoso-Cognito/1.0";
  getPlain("https://graph.microsoft.com/v1.0/me", headers);
  headers.erase("User-Agent");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  getPlain("https://graph.microsoft.com/v1.0/me", headers);
}

// Looked up instead of iterated.
static void getLookedUp(const Headers &headers) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  const auto found = headers.find("User-Agent");
  if (found != headers.end())
    curl_easy_setopt(curl, CURLOPT_USERAGENT, found->second.c_str());
  if (headers.count("Accept-Encoding") != 0)
    curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, headers.at("Accept-Encoding").c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void lookedUp() {
  getLookedUp({{"User-Agent", "MdePartner-Contoso-Cognito/1.0"}, {"Accept-Encoding", "gzip"}});
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  getLookedUp({{"Accept-Encoding", "gzip"}});
}

// A vector of lines, compared without case.
static void getLines(const std::vector<std::string> &lines) {
  CURL *curl = curl_easy_init();
  curl_slist *list = nullptr;
  bool seen = false;
  for (const std::string &line : lines) {
    if (strncasecmp(line.c_str(), "User-Agent:", 11) == 0)
      seen = true;
    list = curl_slist_append(list, line.c_str());
  }
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
  if (!seen)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_perform(curl);
  curl_slist_free_all(list);
  curl_easy_cleanup(curl);
}

void lines() {
  getLines({"Accept: */*"});
  getLines({"USER-AGENT: MdePartner-Contoso-Cognito/1.0", "Accept: */*"});
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  getLines({"Accept: */*", "user-agent: Contoso"});
}
