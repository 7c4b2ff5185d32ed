// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Containers between the program and the list of headers.
#include <array>
#include <curl/curl.h>
#include <deque>
#include <initializer_list>
#include <list>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

static const char kAgentLine[] = "User-Agent: MdePartner-Contoso-Cognito/1.0";

template <typename Lines> static void sendLines(const Lines &lines) {
  CURL *curl = curl_easy_init();
  curl_slist *list = nullptr;
  for (const auto &line : lines)
    list = curl_slist_append(list, std::string(line).c_str());
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
  curl_easy_perform(curl);
  curl_slist_free_all(list);
  curl_easy_cleanup(curl);
}

template <typename Pairs> static void sendPairs(const Pairs &pairs) {
  CURL *curl = curl_easy_init();
  curl_slist *list = nullptr;
  for (auto it = pairs.begin(); it != pairs.end(); ++it)
    list = curl_slist_append(list, (it->first + ": " + it->second).c_str());
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
  curl_easy_perform(curl);
  curl_slist_free_all(list);
  curl_easy_cleanup(curl);
}

void vector() {
  std::vector<std::string> lines{"Accept: */*"};
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  sendLines(lines);
  lines.emplace_back(kAgentLine);
  sendLines(lines);
  lines.pop_back();
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  sendLines(lines);
  lines.insert(lines.begin(), kAgentLine);
  sendLines(lines);
  lines[0] = "User-Agent: contoso";
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  sendLines(lines);
  lines.clear();
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  sendLines(lines);
}

void array() {
  const std::array<const char *, 2> good = {{"Accept: */*", kAgentLine}};
  const std::array<const char *, 2> bad = {{"Accept: */*", "X-Agent: contoso"}};
  sendLines(good);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  sendLines(bad);
}

void listDequeAndSet() {
  std::list<std::string> list = {"Accept: */*"};
  list.push_front(kAgentLine);
  sendLines(list);
  list.pop_front();
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  sendLines(list);
  std::deque<std::string> deque;
  deque.push_back(kAgentLine);
  sendLines(deque);
  std::set<std::string> set = {kAgentLine};
  set.insert(kAgentLine); // there already: sent once
  sendLines(set);
}

void initializerList() {
  sendLines(std::initializer_list<const char *>{kAgentLine, "Accept: */*"});
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  sendLines(std::initializer_list<const char *>{"Accept: */*"});
}

void map() {
  std::map<std::string, std::string> headers = {{"Accept", "*/*"}};
  headers["User-Agent"] = "MdePartner-Contoso-Cognito/1.0";
  sendPairs(headers);
  headers["User-Agent"] = "contoso";
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  sendPairs(headers);
  headers.insert_or_assign("User-Agent", "MdePartner-Contoso-Cognito/1.0");
  sendPairs(headers);
  headers.erase(headers.find("User-Agent"));
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  sendPairs(headers);
}

// Keys that differ in case are two keys.
void mapKeysAndCase() {
  std::map<std::string, std::string> headers;
  headers["User-Agent"] = "MdePartner-Contoso-Cognito/1.0";
  headers.erase("user-agent");
  sendPairs(headers);
  headers["user-agent"] = "contoso";
  // CHECK: :[[@LINE+1]]:3: warning: {{.*}}graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  sendPairs(headers);
}

void multimap() {
  std::multimap<std::string, std::string> headers;
  headers.emplace("User-Agent", "MdePartner-Contoso-Cognito/1.0");
  sendPairs(headers);
  headers.emplace("User-Agent", "MdePartner-Contoso-Other/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: {{.*}}graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  sendPairs(headers);
}

void vectorOfPairs() {
  std::vector<std::pair<std::string, std::string>> headers;
  headers.emplace_back("Accept", "*/*");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  sendPairs(headers);
  headers.push_back({"User-Agent", "MdePartner-Contoso-Cognito/1.0"});
  sendPairs(headers);
  headers.back().second = "contoso";
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  sendPairs(headers);
}

void tuple() {
  const auto request = std::make_tuple(std::string("https://graph.microsoft.us/v1.0/me"), std::string("contoso"), 30L);
  const auto &[url, agent, timeout] = request;
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, timeout);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, std::get<1>(request).c_str());
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to graph.microsoft.us is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  curl_easy_perform(curl);
  std::string good;
  std::tie(std::ignore, good) = std::make_pair(1, std::string("MdePartner-Contoso-Cognito/1.0"));
  curl_easy_setopt(curl, CURLOPT_USERAGENT, good.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// A copy of a container is a copy, a reference is not.
void copies() {
  std::map<std::string, std::string> base = {{"User-Agent", "MdePartner-Contoso-Cognito/1.0"}};
  auto copy = base;
  auto &same = base;
  copy.clear();
  sendPairs(base);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  sendPairs(copy);
  same["User-Agent"] = "contoso";
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  sendPairs(base);
}
