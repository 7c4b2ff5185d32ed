// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// TRUTH: outcomes status
// Retries with a policy: throttled requests are sent again, and after a 401 the
// fallback host is asked with what is left of the settings.
#include <chrono>
#include <curl/curl.h>
#include <functional>
#include <iostream>
#include <string>
#include <thread>
#include <truth/choice.h>
#include <vector>

namespace http {

struct Options {
  std::string userAgent;
  std::vector<std::string> headers;
  long timeoutSeconds = 30;
};

static size_t drop(char *, size_t size, size_t count, void *) { return size * count; }

static long get(const std::string &url, const Options &options) {
  CURL *curl = curl_easy_init();
  if (!curl)
    return 0;
  curl_slist *list = nullptr;
  for (const auto &header : options.headers)
    list = curl_slist_append(list, header.c_str());
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, options.timeoutSeconds);
  if (list)
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
  if (!options.userAgent.empty())
    curl_easy_setopt(curl, CURLOPT_USERAGENT, options.userAgent.c_str());
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, drop);
  long status = 0;
  if (curl_easy_perform(curl) == CURLE_OK)
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  curl_slist_free_all(list);
  curl_easy_cleanup(curl);
  return status;
}

static long withRetry(int attempts, const std::function<long(int)> &attempt) {
  long status = 0;
  for (int i = 0; i < attempts; ++i) {
    status = attempt(i);
    if (status != 429 && status != 503)
      break;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return status;
}

} // namespace http

static long incidents(http::Options options) {
  return http::withRetry(2, [&](int attempt) {
    if (attempt > 0)
      options.headers.push_back("Prefer: respond-async");
    return http::get("https://api.security.microsoft.com/api/incidents/L_incidents", options); // label: incidents
  });
}

static long machines(const http::Options &options) {
  return http::withRetry(2, [&options](int attempt) {
    if (attempt == 0)
      return http::get("https://api.security.microsoft.com/api/machines/L_machines", options); // label: machines
    http::Options relaxed;
    relaxed.timeoutSeconds = 120;
    return http::get("https://api.security.microsoft.com/api/machines/L_slow", relaxed); // label: slow
  });
}

int main() {
  http::Options options;
  options.userAgent = "MdePartner-Contoso-Retry/1.0";
  options.headers = {"Accept: application/json"};

  if (incidents(options) == 401) {
    options.userAgent = "retry";
    http::get("https://api-eu.security.microsoft.com/api/incidents/L_fallback", options); // label: fallback
    return 1;
  }
  return machines(options) == 200 ? 0 : 1;
}
