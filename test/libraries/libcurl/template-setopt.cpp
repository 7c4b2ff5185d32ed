// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Templates around curl_easy_setopt, and requests in templates.
#include <curl/curl.h>
#include <string>
#include <type_traits>

namespace {

template <typename Value> CURLcode set(CURL *curl, CURLoption option, Value value) {
  return curl_easy_setopt(curl, option, value);
}
inline CURLcode set(CURL *curl, CURLoption option, const std::string &value) {
  return curl_easy_setopt(curl, option, value.c_str());
}

template <CURLoption Option> struct Setter {
  CURL *curl;
  template <typename... Values> void operator()(Values... values) const { curl_easy_setopt(curl, Option, values...); }
};

template <typename Handle, typename... Arguments> CURLcode forward(Handle handle, Arguments &&...arguments) {
  return (curl_easy_setopt)(handle, static_cast<Arguments &&>(arguments)...); // not the macro: it wants three
}

template <typename Policy> void fetch(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  if constexpr (Policy::identify)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, Policy::agent());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

struct Partner {
  static constexpr bool identify = true;
  static const char *agent() { return "MdePartner-Contoso-Cognito/1.0"; }
};
struct Plain {
  static constexpr bool identify = false;
};
struct Malformed {
  static constexpr bool identify = true;
  static const char *agent() { return "plain"; }
};

} // namespace

static const char kUrl[] = "https://api.securitycenter.windows.com/api/machines";

void functionTemplate() {
  CURL *curl = curl_easy_init();
  set(curl, CURLOPT_URL, kUrl);
  set(curl, CURLOPT_TIMEOUT, 30L);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.windows.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  set(curl, CURLOPT_USERAGENT, std::string("MdePartner-Contoso-Cognito/1.0"));
  curl_easy_perform(curl);
  set(curl, CURLOPT_USERAGENT, "plain");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'plain' of the request to api.securitycenter.windows.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  curl_easy_perform(curl);
}

void classTemplate() {
  CURL *curl = curl_easy_init();
  Setter<CURLOPT_URL>{curl}(kUrl);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.windows.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  const Setter<CURLOPT_USERAGENT> agent{curl};
  agent("MdePartner-Contoso-Cognito/1.0");
  curl_easy_perform(curl);
}

void parameterPack() {
  CURL *curl = curl_easy_init();
  forward(curl, CURLOPT_URL, kUrl);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.windows.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  forward(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_perform(curl);
}

void policies() {
  fetch<Partner>(kUrl);
  fetch<Plain>("https://siem.contoso.example/");
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.windows.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  fetch<Plain>(kUrl);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'plain' of the request to api.securitycenter.windows.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  fetch<Malformed>(kUrl);
}

// A template that nobody instantiates sends nothing.
template <typename T> void neverInstantiated(T) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_perform(curl);
}
