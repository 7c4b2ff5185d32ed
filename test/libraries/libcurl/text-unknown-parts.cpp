// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Parts that only execution knows: the environment, a file, the command line.
// A hole that can only fill a company, a product or a version is accepted.
#include <curl/curl.h>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>

static void send(const std::string &url, const std::string &agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

static const std::string kUrl = "https://api.securitycenter.microsoft.com/api/machines";

void versionFromTheEnvironment() {
  send(kUrl, std::string("MdePartner-Contoso-App/") + std::getenv("CONTOSO_VERSION"));
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent {{'Contoso-App/.+'}} of the request to api.securitycenter.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(kUrl, std::string("Contoso-App/") + std::getenv("CONTOSO_VERSION"));
}

void productFromTheEnvironment() {
  const char *product = std::getenv("CONTOSO_PRODUCT");
  send(kUrl, std::string("MdePartner-Contoso-") + (product ? product : "App") + "/1.0");
}

void companyFromAFile() {
  std::ifstream in("company.txt");
  std::string company;
  std::getline(in, company);
  send(kUrl, "MdePartner-" + company + "-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent {{'MdePartner-.+-Cognito 1.0'}} of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(kUrl, "MdePartner-" + company + "-Cognito 1.0");
}

// The default when the variable is not set does not hold the format.
void defaultIsMalformed() {
  const char *version = std::getenv("CONTOSO_VERSION");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-App/unknown version' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(kUrl, std::string("MdePartner-Contoso-App/") + (version ? version : "unknown version"));
}

// Nothing is known of the User-Agent: not a finding, `unverified`.
void wholeAgentFromTheEnvironment() {
  const char *agent = std::getenv("CONTOSO_AGENT");
  if (agent)
    send(kUrl, agent);
}

// It is not set: that path sends none.
void agentFromTheEnvironmentOrNone() {
  const char *agent = std::getenv("CONTOSO_AGENT");
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl.c_str());
  if (agent)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// The host comes from the user: nothing is known of it, and it is no finding.
void hostFromInput() {
  std::string host;
  std::cin >> host;
  send("https://" + host + "/api/machines", "curl/8");
}

// The path comes from the user: the host is known all the same.
void pathFromInput() {
  std::string path;
  std::cin >> path;
  send("https://api.securitycenter.microsoft.com/" + path, "MdePartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'curl/8' of the request to api.securitycenter.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send("https://api.securitycenter.microsoft.com/" + path, "curl/8");
}
