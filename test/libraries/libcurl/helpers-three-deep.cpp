// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Set three calls below, sent three calls below, both.
#include <curl/curl.h>
#include <string>

static const char kUrl[] = "https://api-us.securitycenter.microsoft.com/api/machines";

static void setAgent3(CURL *curl, const char *agent) { curl_easy_setopt(curl, CURLOPT_USERAGENT, agent); }
static void setAgent2(CURL *curl, const char *product) {
  setAgent3(curl, (std::string("MdePartner-Contoso-") + product + "/1.0").c_str());
}
static void setAgent1(CURL *curl, bool identify) {
  if (identify)
    setAgent2(curl, "Cognito");
}

static CURLcode send3(CURL *curl) { return curl_easy_perform(curl); }
static CURLcode send2(CURL *curl) { return send3(curl); }
static CURLcode send1(CURL *curl) {
  const CURLcode rc = send2(curl);
  return rc == CURLE_OK ? rc : send2(curl);
}

void setBelow() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  setAgent1(curl, true);
  curl_easy_perform(curl);
}

void notSetBelow() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  setAgent1(curl, false);
  // CHECK: :[[@LINE+1]]:3: warning: request to api-us.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
}

void sentBelow() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  // CHECK: :[[@LINE+1]]:3: warning: request to api-us.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send1(curl);
}

void both() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  setAgent1(curl, true);
  send1(curl);
}

void bothButMalformed() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  setAgent2(curl, "");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-/1.0' of the request to api-us.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send1(curl);
}

// URL and agent travel down together; the place is where they part from sight.
static void get3(const std::string &url, const std::string &agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  if (!agent.empty())
    curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  send1(curl);
}
static void get2(const std::string &path, const std::string &agent) {
  get3("https://api-eu.securitycenter.microsoft.com" + path, agent);
}
static void get1(const std::string &path, const std::string &agent = "") { get2(path, agent); }

void good() { get1("/api/machines", "MdePartner-Contoso-Cognito/1.0"); }

// The host is known in get2; the other context of it, good(), is fine: so the
// place is further up.
void bad() {
  // CHECK: :[[@LINE+1]]:3: warning: request to api-eu.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get1("/api/machines");
}
