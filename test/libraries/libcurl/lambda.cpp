// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Lambdas: by copy, by reference, with init-captures, generic, immediately called.
#include <curl/curl.h>
#include <string>
#include <utility>

static const char kUrl[] = "https://api.securitycenter.microsoft.com/api/machines";

void byReference() {
  std::string agent;
  auto send = [&] {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, kUrl);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
    curl_easy_perform(curl);
    curl_easy_cleanup(curl);
  };
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send();
  agent = "MdePartner-Contoso-Cognito/1.0";
  send();
}

// By copy: what it held when the lambda was made.
void byCopy() {
  std::string agent = "contoso";
  auto send = [agent] {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, kUrl);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
    curl_easy_perform(curl);
    curl_easy_cleanup(curl);
  };
  agent = "MdePartner-Contoso-Cognito/1.0";
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to api.securitycenter.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send();
}

void byCopyInTime() {
  std::string agent = "MdePartner-Contoso-Cognito/1.0";
  auto send = [=] {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, kUrl);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
    curl_easy_perform(curl);
    curl_easy_cleanup(curl);
  };
  agent.clear();
  send();
}

void configuringLambda() {
  CURL *curl = curl_easy_init();
  const auto identify = [curl](const char *agent) { curl_easy_setopt(curl, CURLOPT_USERAGENT, agent); };
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  identify("MdePartner-Contoso-Cognito/1.0");
  curl_easy_perform(curl);
  identify("contoso");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to api.securitycenter.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void initCapture() {
  auto send = [curl = curl_easy_init(), url = std::string("https://") + "graph.microsoft.com/v1.0/me"](bool identify) {
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    if (identify)
      curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
    curl_easy_perform(curl);
  };
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send(false);
  send(true);
  send(false); // it stays on the handle
}

void generic() {
  const auto set = [](CURL *curl, auto option, auto value) { curl_easy_setopt(curl, option, value); };
  CURL *curl = curl_easy_init();
  set(curl, CURLOPT_URL, kUrl);
  set(curl, CURLOPT_TIMEOUT, 30L);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  set(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

extern bool preview();
void immediatelyCalled() {
  CURL *curl = curl_easy_init();
  const std::string agent = [] {
    if (preview())
      return std::string("Cognito Preview");
    return std::string("MdePartner-Contoso-Cognito/1.0");
  }();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Cognito Preview' of the request to api.securitycenter.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// Made, never called, kept by nobody: nothing is sent.
void neverCalled() {
  const auto send = [] {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, kUrl);
    curl_easy_perform(curl);
  };
  (void)send;
}

// A higher-order helper of one's own.
template <typename Configure> static void with(const char *url, Configure configure) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  configure(curl);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void higherOrder() {
  with(kUrl, [](CURL *curl) { curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0"); });
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  with(kUrl, [](CURL *curl) { curl_easy_setopt(curl, CURLOPT_TIMEOUT, 5L); });
  with("https://siem.contoso.example/", [](CURL *) {});
}
