// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A helper says by its result whether it set the User-Agent.
#include <curl/curl.h>
#include <cstdlib>
#include <optional>
#include <string>
#include <system_error>

static const char kUrl[] = "https://graph.microsoft.com/v1.0/security/alerts_v2";

static bool identify(CURL *curl) {
  const char *version = std::getenv("CONTOSO_VERSION");
  if (!version)
    return false;
  const std::string agent = std::string("MdePartner-Contoso-Cognito/") + version;
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  return true;
}

void asked() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (!identify(curl))
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/0");
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void notAsked() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  identify(curl);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void keptForLater() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  const bool identified = identify(curl);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  if (identified)
    curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void askedTheWrongWay() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  if (identify(curl)) {
    curl_easy_cleanup(curl);
    return;
  }
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

static int identifyWithStatus(CURL *curl, int kind) {
  switch (kind) {
  case 0:
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
    return 0;
  case 1:
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "cognito");
    return 1;
  default:
    return -1;
  }
}

extern int kind();
void byStatus() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  const int status = identifyWithStatus(curl, kind());
  if (status < 0)
    return;
  if (status == 0)
    curl_easy_perform(curl);
  else
    // CHECK: :[[@LINE+1]]:5: warning: User-Agent 'cognito' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
    curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

static void identifyOut(CURL *curl, bool &done) {
  done = identify(curl);
}
void byOutParameter() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  bool done = false;
  identifyOut(curl, done);
  if (done)
    curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

static std::optional<std::string> agentText() {
  if (const char *version = std::getenv("CONTOSO_VERSION"))
    return std::string("MdePartner-Contoso-Cognito/") + version;
  return std::nullopt;
}
void byOptional() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  const auto text = agentText();
  if (text)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, text->c_str());
  if (text.has_value())
    curl_easy_perform(curl);
  else
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
