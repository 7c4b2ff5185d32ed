// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A switch over regions chooses the URL.
#include <curl/curl.h>
#include <string>

enum class Region { US, EU, UK, Other };
extern Region region();

static const char kAgent[] = "MdePartner-Contoso-Cognito/1.0";

static std::string baseUrl(Region where) {
  switch (where) {
  case Region::US:
    return "https://us.api.security.microsoft.com";
  case Region::EU:
    return "https://eu.api.security.microsoft.com";
  case Region::UK:
    return "https://uk.api.security.microsoft.com";
  case Region::Other:
    break;
  }
  return "https://gateway.contoso.example";
}

// One finding for each target that the request can go to.
void noAgent() {
  const std::string url = baseUrl(region()) + "/api/machines";
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  // CHECK: :[[@LINE+3]]:3: warning: request to eu.api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  // CHECK: :[[@LINE+2]]:3: warning: request to uk.api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  // CHECK: :[[@LINE+1]]:3: warning: request to us.api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void withAgent() {
  const std::string url = baseUrl(region()) + "/api/machines";
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// The region is known: one target.
void knownRegion() {
  const std::string url = baseUrl(Region::EU) + "/api/machines";
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  // CHECK: :[[@LINE+1]]:3: warning: request to eu.api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// This region is served by a gateway of the company's own.
void otherRegion() {
  const std::string url = baseUrl(Region::Other) + "/api/machines";
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// The switch configures the handle; one case falls through, one forgets.
void inPlace() {
  CURL *curl = curl_easy_init();
  switch (region()) {
  case Region::US:
    curl_easy_setopt(curl, CURLOPT_URL, "https://us.api.security.microsoft.com/api/alerts");
    curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
    break;
  case Region::EU:
    curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
    [[fallthrough]];
  case Region::UK:
    curl_easy_setopt(curl, CURLOPT_URL, "https://uk.api.security.microsoft.com/api/alerts");
    break;
  default:
    curl_easy_cleanup(curl);
    return;
  }
  // CHECK: :[[@LINE+1]]:3: warning: request to uk.api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void inPlaceForEach() {
  CURL *curl = curl_easy_init();
  switch (region()) {
  case Region::US:
    curl_easy_setopt(curl, CURLOPT_URL, "https://us.api.security.microsoft.com/api/alerts");
    break;
  case Region::EU:
  case Region::UK:
    curl_easy_setopt(curl, CURLOPT_URL, "https://uk.api.security.microsoft.com/api/alerts");
    break;
  default:
    curl_easy_setopt(curl, CURLOPT_URL, "https://api.security.microsoft.com/api/alerts");
  }
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
