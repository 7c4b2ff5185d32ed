// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// std::ostringstream and std::stringstream.
#include <curl/curl.h>
#include <cstdlib>
#include <iomanip>
#include <sstream>
#include <string>

static void send(const std::string &url, const std::string &agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

static const char kUrl[] = "https://api.security.microsoft.com/api/incidents";

void url() {
  std::ostringstream out;
  out << "https://" << "eu" << ".api.security.microsoft.com" << "/api/incidents?$top=" << 50 << '&' << "$skip=" << 0;
  send(out.str(), "MdePartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Cognito' of the request to eu.api.security.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(out.str(), "Cognito");
}

void agent() {
  std::ostringstream out;
  out << "MdePartner-" << std::string("Contoso") << '-' << "Cognito" << '/' << 1 << '.' << 20;
  send(kUrl, out.str());
}

void agentWithSpaces() {
  std::stringstream out;
  out << "MdePartner-Contoso-Cognito " << 1 << '.' << 20;
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito 1.20' of the request to api.security.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(kUrl, out.str());
}

void startsWithText() {
  std::ostringstream out("MdePartner-", std::ios::ate);
  out << "Contoso-Cognito/1.0";
  send(kUrl, out.str());
}

void reused() {
  std::ostringstream out;
  out << "MdePartner-Contoso-Cognito/1.0";
  send(kUrl, out.str());
  out.str("");
  // CHECK: :[[@LINE+1]]:3: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send(kUrl, out.str());
  out << "contoso/" << 2;
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso/2' of the request to api.security.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(kUrl, out.str());
}

// A number that only execution knows can fill a version.
void numberFromOutside() {
  const int build = std::atoi(std::getenv("CONTOSO_BUILD"));
  std::ostringstream out;
  out << "MdePartner-Contoso-Cognito/1.0." << build;
  send(kUrl, out.str());
}

void manipulators() {
  std::ostringstream out;
  out << "MdePartner-Contoso-Cognito/1." << std::setw(3) << std::setfill('0') << 7;
  send(kUrl, out.str());
}

// A function that writes to any stream.
static std::ostream &writeAgent(std::ostream &out, const char *product) {
  return out << "MdePartner-Contoso-" << product << "/1.0";
}
void throughAFunction() {
  std::ostringstream good, bad;
  writeAgent(good, "Cognito");
  writeAgent(bad, "");
  send(kUrl, good.str());
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-/1.0' of the request to api.security.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(kUrl, bad.str());
}
