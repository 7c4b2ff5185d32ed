// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The next page's URL comes from the response: it is taken to be the same host.
#include <curl/curl.h>
#include <string>

static size_t append(char *data, size_t size, size_t count, void *user) {
  static_cast<std::string *>(user)->append(data, size * count);
  return size * count;
}

static std::string nextLink(const std::string &body) {
  const std::string key = "\"@odata.nextLink\":\"";
  const std::string::size_type begin = body.find(key);
  if (begin == std::string::npos)
    return "";
  const std::string::size_type end = body.find('"', begin + key.size());
  return body.substr(begin + key.size(), end - begin - key.size());
}

// The first page is identified, the following ones are fetched with a handle
// that is not.
void followingPages() {
  std::string body;
  CURL *first = curl_easy_init();
  curl_easy_setopt(first, CURLOPT_URL, "https://api.securitycenter.microsoft.com/api/machines");
  curl_easy_setopt(first, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_setopt(first, CURLOPT_WRITEFUNCTION, append);
  curl_easy_setopt(first, CURLOPT_WRITEDATA, &body);
  curl_easy_perform(first);
  curl_easy_cleanup(first);

  const std::string next = nextLink(body);
  if (next.empty())
    return;
  CURL *second = curl_easy_init();
  curl_easy_setopt(second, CURLOPT_URL, next.c_str());
  // CHECK: :[[@LINE+1]]:3: warning: request to {{.*}} is sent without a User-Agent header on this path; libcurl sends none{{.*}} [mde-user-agent]
  curl_easy_perform(second);
  curl_easy_cleanup(second);
}

// One handle for all pages.
void allPages() {
  std::string url = "https://api.securitycenter.microsoft.com/api/machines";
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, append);
  while (!url.empty()) {
    std::string body;
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
    if (curl_easy_perform(curl) != CURLE_OK)
      break;
    url = nextLink(body);
  }
  curl_easy_cleanup(curl);
}

// A page link of another host's response: an unknown host, no finding.
void otherPages() {
  std::string body;
  CURL *first = curl_easy_init();
  curl_easy_setopt(first, CURLOPT_URL, "https://siem.contoso.example/events");
  curl_easy_setopt(first, CURLOPT_WRITEFUNCTION, append);
  curl_easy_setopt(first, CURLOPT_WRITEDATA, &body);
  curl_easy_perform(first);
  curl_easy_setopt(first, CURLOPT_URL, nextLink(body).c_str());
  curl_easy_perform(first);
  curl_easy_cleanup(first);
}
