// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The host or the User-Agent as an array of characters, written one by one.
#include <curl/curl.h>
#include <string>

static const char kHost[] = {'g', 'r', 'a', 'p', 'h', '.', 'm', 'i', 'c', 'r', 'o', 's',
                             'o', 'f', 't', '.', 'c', 'o', 'm', '\0'};
static constexpr char kAgent[] = {'M', 'd', 'e', 'P', 'a', 'r', 't', 'n', 'e', 'r', '-', 'C', 'o', 'n',
                                  't', 'o', 's', 'o', '-', 'C', 'o', 'g', 'n', 'i', 't', 'o', '/', '1', 0};

void hostAsCharacters() {
  const std::string url = std::string("https://") + kHost + "/v1.0/me";
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void agentAsCharacters() {
  const std::string url = std::string("https://") + kHost + "/v1.0/me";
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void malformedAsCharacters() {
  const char agent[] = {'c', 'o', 'g', '/', '1', 0};
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'cog/1' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void stringOfInitializerList() {
  const std::string agent{'M', 'd', 'e', 'P', 'a', 'r', 't', 'n', 'e', 'r', '-', 'A', '-', 'B', '/', '1'};
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
