// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What was done is kept in a bool, an enum or an options struct and asked later.
#include <curl/curl.h>
#include <string>

extern bool enabled();
extern int level();

static const char kUrl[] = "https://api.securitycenter.microsoft.com/api/machines";
static const char kAgent[] = "MdePartner-Contoso-Cognito/1.0";

void boolFlag() {
  CURL *curl = curl_easy_init();
  bool identified = false;
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (enabled()) {
    curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
    identified = true;
  }
  if (!identified)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Fallback/1.0");
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void boolFlagInverted() {
  CURL *curl = curl_easy_init();
  bool identified = false;
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (enabled()) {
    curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
    identified = true;
  }
  if (!identified)
    // CHECK: :[[@LINE+1]]:5: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

enum class Identity { None, Option, Header };

void enumFlag() {
  Identity how = Identity::None;
  if (level() > 1)
    how = Identity::Header;
  else if (level() > 0)
    how = Identity::Option;

  CURL *curl = curl_easy_init();
  curl_slist *headers = nullptr;
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  switch (how) {
  case Identity::Option:
    curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
    break;
  case Identity::Header:
    headers = curl_slist_append(nullptr, "User-Agent: MdePartner-Contoso-Cognito/1.0");
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    break;
  case Identity::None:
    break;
  }
  if (how != Identity::None)
    curl_easy_perform(curl);
  curl_slist_free_all(headers);
  curl_easy_cleanup(curl);
}

void enumFlagForgetsACase() {
  Identity how = Identity::None;
  if (enabled())
    how = Identity::Header;

  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (how == Identity::Option)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  if (how != Identity::None)
    // CHECK: :[[@LINE+1]]:5: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

struct Options {
  bool identify = true;
  long timeout = 30;
  std::string agent = kAgent;
};

static void request(const Options &options) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, options.timeout);
  if (options.identify)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, options.agent.c_str());
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void defaultOptions() {
  Options options;
  request(options);
}

void identityTurnedOff() {
  Options options;
  options.identify = false;
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  request(options);
}

void otherAgentInOptions() {
  Options options;
  options.timeout = 5;
  options.agent = "cognito";
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'cognito' of the request to api.securitycenter.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  request(options);
}

// A mask of features.
enum Feature : unsigned { Identify = 1u, Compress = 2u };

static void withFeatures(unsigned features) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (features & Compress)
    curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");
  if (features & Identify)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void everyFeature() { withFeatures(Identify | Compress); }

void compressOnly() {
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  withFeatures(Compress);
}
