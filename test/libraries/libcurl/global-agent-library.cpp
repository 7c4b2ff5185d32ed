// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The same without main: a library. Whatever its functions leave in the file's
// own variables, in any order of calls, may be there.
#include <curl/curl.h>
#include <string>

static std::string agent;
static const char *legacy = "contoso/1.0"; // nobody stores to it

// Both uses exist: with and without identify() before. Which, is not seen.
void identify() { agent = "MdePartner-Contoso-Cognito/1.0"; }
void depends() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// Every use is bad.
void always() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, legacy);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// Every use is good.
static std::string lite = "MdePartner-Contoso-CognitoLite/1.0";
void full() { lite = "MdePartner-Contoso-Cognito/1.0"; }
void either() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, lite.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// A flag and the handle that it guards stay together.
static bool open = false;
static CURL *handle = nullptr;
void start() {
  if (open)
    return;
  handle = curl_easy_init();
  curl_easy_setopt(handle, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  open = true;
}
void poll() {
  if (!open)
    return;
  curl_easy_setopt(handle, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_perform(handle);
}
