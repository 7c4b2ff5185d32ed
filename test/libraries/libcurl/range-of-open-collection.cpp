// RUN: %check-doors %s --config="{CheckOptions: {mde-user-agent.VerifyAll: true}}" -- -std=c++20
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The first lines of a list that a caller passes are there, whatever they are: a copy
// of them was taken to be empty, and the request to have no User-Agent.
#include <curl/curl.h>
#include <string>
#include <vector>

static void send(const std::vector<std::string> &Lines, const char *Url) {
  curl_slist *Headers = nullptr;
  for (const std::string &Line : Lines)
    Headers = curl_slist_append(Headers, Line.c_str());
  CURL *Handle = curl_easy_init();
  curl_easy_setopt(Handle, CURLOPT_URL, Url);
  curl_easy_setopt(Handle, CURLOPT_HTTPHEADER, Headers);
  curl_easy_perform(Handle);
  curl_easy_cleanup(Handle);
  curl_slist_free_all(Headers);
}

void firstTwo(const std::vector<std::string> &Lines) {
  // CHECK: :[[@LINE+1]]:3: warning: cannot verify the User-Agent of the request to api.security.microsoft.com: callers not seen; the header depends on parameter 'Lines' [mde-user-agent]
  send(std::vector<std::string>(Lines.begin(), Lines.begin() + 2), "https://api.security.microsoft.com/api/alerts");
}

void firstOfTwo() {
  const std::vector<std::string> Both{"Accept: */*", "User-Agent: MdePartner-Contoso-Sync/1.0"};
  // CHECK: :[[@LINE+1]]:3: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send(std::vector<std::string>(Both.begin(), Both.begin() + 1), "https://api.security.microsoft.com/api/machines");
}

void bothOfTwo() {
  const std::vector<std::string> Both{"Accept: */*", "User-Agent: MdePartner-Contoso-Sync/1.0"};
  send(std::vector<std::string>(Both.begin(), Both.begin() + 2), "https://api.security.microsoft.com/api/software");
}
