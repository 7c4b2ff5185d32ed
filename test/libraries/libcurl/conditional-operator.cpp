// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `?:`, `&&`, `||` and the comma choose the User-Agent, the URL or whether to send.
#include <curl/curl.h>
#include <string>

extern bool preview();
extern bool online();

static const char kUrl[] = "https://api.securitycenter.microsoft.com/api/machines";
static const char kAgent[] = "MdePartner-Contoso-Cognito/1.0";

void oneSideMalformed() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, preview() ? "Cognito-Preview" : kAgent);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Cognito-Preview' of the request to api.securitycenter.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void bothSidesGood() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, preview() ? "MdePartner-Contoso-Cognito/2.0-preview" : kAgent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void oneSideNull() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, preview() ? nullptr : kAgent);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void ofStrings() {
  const std::string product = preview() ? "Preview" : "Cognito";
  const std::string agent = "MdePartner-Contoso-" + product + "/1.0";
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void ofStringsOneEmpty() {
  const std::string product = preview() ? "" : "Cognito";
  const std::string agent = "MdePartner-Contoso-" + product + "/1.0";
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-/1.0' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void url() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, preview() ? "https://graph.microsoft.com/beta/security/alerts_v2"
                                                : "https://mirror.contoso.example/alerts");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void shortCircuit() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  const bool sent = online() && curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent) == CURLE_OK &&
                    curl_easy_perform(curl) == CURLE_OK;
  (void)sent;
  curl_easy_cleanup(curl);
}

void shortCircuitOr() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  online() || curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void comma() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl), curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  const CURLcode rc = (curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L), curl_easy_perform(curl));
  (void)rc;
  curl_easy_cleanup(curl);
}
