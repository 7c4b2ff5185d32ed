// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Header names made lower-case before they are compared.
#include <algorithm>
#include <cctype>
#include <curl/curl.h>
#include <map>
#include <string>

static std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

static std::string lowerByIndex(std::string text) {
  for (size_t i = 0; i < text.size(); ++i)
    text[i] = std::tolower(text[i]);
  return text;
}

static std::string lowerByPointer(std::string text) {
  for (char *p = text.data(); *p; ++p)
    *p = std::tolower(*p);
  return text;
}

static std::string lowerByForEach(std::string text) {
  std::for_each(text.begin(), text.end(), [](char &c) { c = std::tolower(c); });
  return text;
}

static std::string lowerByLoop(std::string text) {
  for (char &c : text)
    c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

using Headers = std::map<std::string, std::string>;

template <std::string (*Lower)(std::string)> static void get(const Headers &headers) {
  CURL *curl = curl_easy_init();
  curl_slist *list = nullptr;
  bool seen = false;
  for (const auto &[name, value] : headers) {
    if (Lower(name) == "user-agent")
      seen = true;
    list = curl_slist_append(list, (name + ": " + value).c_str());
  }
  if (!seen)
    list = curl_slist_append(list, "User-Agent: MdePartner-Contoso-Cognito/1.0");
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
  curl_easy_perform(curl);
  curl_slist_free_all(list);
  curl_easy_cleanup(curl);
}

void callers() {
  get<lower>({{"Accept", "*/*"}});
  get<lower>({{"USER-AGENT", "MdePartner-Contoso-Other/1.0"}});
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  get<lower>({{"user-Agent", "contoso"}});
  get<lowerByLoop>({{"Accept", "*/*"}});
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  get<lowerByLoop>({{"User-AGENT", "contoso"}});
  get<lowerByIndex>({{"Accept", "*/*"}});
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  get<lowerByIndex>({{"User-AGENT", "contoso"}});
  get<lowerByPointer>({{"Accept", "*/*"}});
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  get<lowerByPointer>({{"User-AGENT", "contoso"}});
  get<lowerByForEach>({{"Accept", "*/*"}});
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  get<lowerByForEach>({{"User-AGENT", "contoso"}});
}
