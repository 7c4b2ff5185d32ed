// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Algorithms with a callable.
#include <algorithm>
#include <curl/curl.h>
#include <iterator>
#include <string>
#include <vector>

static const std::vector<std::string> kPlain = {"Accept: */*", "X-Trace: on"};
static const std::vector<std::string> kPartner = {"Accept: */*", "User-Agent: MdePartner-Contoso-Cognito/1.0"};

static void install(CURL *curl, curl_slist *list) {
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
}

static void withForEach(const std::vector<std::string> &lines) {
  CURL *curl = curl_easy_init();
  curl_slist *list = nullptr;
  std::for_each(lines.begin(), lines.end(), [&list](const std::string &line) { list = curl_slist_append(list, line.c_str()); });
  install(curl, list);
  curl_easy_perform(curl);
  curl_slist_free_all(list);
  curl_easy_cleanup(curl);
}

void forEach() {
  withForEach(kPartner);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  withForEach(kPlain);
}

static bool isAgent(const std::string &line) { return line.compare(0, 11, "User-Agent:") == 0; }

static void withAnyOf(const std::vector<std::string> &lines) {
  CURL *curl = curl_easy_init();
  curl_slist *list = nullptr;
  for (const std::string &line : lines)
    list = curl_slist_append(list, line.c_str());
  if (!std::any_of(lines.begin(), lines.end(), isAgent))
    list = curl_slist_append(list, "User-Agent: MdePartner-Contoso-Default/1.0");
  install(curl, list);
  curl_easy_perform(curl);
  curl_slist_free_all(list);
  curl_easy_cleanup(curl);
}

void anyOf() {
  withAnyOf(kPartner);
  withAnyOf(kPlain);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  withAnyOf({"User-Agent: contoso"});
}

static void withFindIf(const std::vector<std::string> &lines) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  const auto found = std::find_if(lines.cbegin(), lines.cend(), [](const auto &line) { return isAgent(line); });
  if (found != lines.cend())
    curl_easy_setopt(curl, CURLOPT_USERAGENT, found->substr(12).c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void findIf() {
  withFindIf(kPartner);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  withFindIf(kPlain);
}

void transform() {
  std::vector<std::string> parts = {"MdePartner", "Contoso", "Cognito/1.0"}, dashed;
  std::transform(parts.begin(), parts.end(), std::back_inserter(dashed), [](const std::string &part) { return part + "-"; });
  std::string agent;
  for (const std::string &part : dashed)
    agent += part;
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  curl_easy_perform(curl); // "MdePartner-Contoso-Cognito/1.0-": a version may end so
  agent.clear();
  for (const std::string &part : parts)
    agent += part;
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartnerContosoCognito/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// Removing the caller's own before the right one is added.
static void withoutCallersAgent(std::vector<std::string> lines) {
  lines.erase(std::remove_if(lines.begin(), lines.end(), isAgent), lines.end());
  lines.push_back("User-Agent: MdePartner-Contoso-Cognito/1.0");
  withForEach(lines);
}
void removeIf() { withoutCallersAgent({"User-Agent: contoso", "Accept: */*"}); }
