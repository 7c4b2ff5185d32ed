// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// URL and User-Agent built with std::string.
#include <curl/curl.h>
#include <string>

static CURLcode send(const std::string &url, const std::string &agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.data());
  const CURLcode rc = curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return rc;
}

static const std::string kGood = "MdePartner-Contoso-Cognito/1.0";
static const std::string kHost = "api.securitycenter.microsoft.com";
static const std::string kUrl = "https://" + kHost + "/api/machines";

void plus() {
  send(kUrl, std::string("MdePartner-") + "Contoso" + '-' + "Cognito" + "/" + std::to_string(3));
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(kUrl, std::string("MdePartner-") + "Contoso" + '-' + "Cognito" + "/");
}

void plusAssign() {
  std::string agent = "MdePartner";
  agent += '-';
  agent += "Contoso";
  agent += std::string("-Cognito");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(kUrl, agent);
  agent += "/1.0";
  send(kUrl, agent);
}

void append() {
  std::string url;
  url.append("https://").append("graph.microsoft.com").append("/v1.0/me");
  send(url, kGood);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Cognito/1.0' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(url, std::string().append("Cognito").append("/1.0"));
}

void appendPart() {
  std::string agent;
  agent.append("MdePartner-Contoso-Cognito/1.0 (beta)", 30);
  send(kUrl, agent);
  agent.append(1, ' ').append("x");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0 x' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(kUrl, agent);
}

void assign() {
  std::string agent = "contoso";
  agent = kGood;
  send(kUrl, agent);
  agent.assign("contoso/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso/1.0' of the request to api.securitycenter.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(kUrl, agent);
}

void insertAtEnds() {
  std::string agent = "Contoso-Cognito/1.0";
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Contoso-Cognito/1.0' of the request to api.securitycenter.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(kUrl, agent);
  agent.insert(0, "MdePartner-");
  send(kUrl, agent);
  agent.insert(agent.size(), ".7");
  send(kUrl, agent);
  agent.insert(agent.begin(), '-');
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent '-MdePartner-Contoso-Cognito/1.0.7' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(kUrl, agent);
}

void pushBack() {
  std::string agent = "MdePartner-Contoso-Cognito/";
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(kUrl, agent);
  agent.push_back('1');
  send(kUrl, agent);
}

void substr() {
  const std::string banner = "agent=MdePartner-Contoso-Cognito/1.0";
  send(kUrl, banner.substr(6));
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'agent=MdePartner-Contoso-Cognito/1.0' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(kUrl, banner.substr(0));
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(kUrl, banner.substr(6, 10));
}

void replace() {
  std::string agent = "MdatpPartner-Contoso-Cognito/1.0";
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdatpPartner-Contoso-Cognito/1.0' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(kUrl, agent);
  agent.replace(0, 5, "Mde");
  send(kUrl, agent);
}

void eraseAndClear() {
  std::string agent = "MdePartner-Contoso-Cognito/1.0 libcurl";
  agent.erase(agent.find(' '));
  send(kUrl, agent);
  agent.clear();
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send(kUrl, agent);
}

void cutAtASlash() {
  const std::string url = "https://graph.microsoft.com/v1.0/me";
  const std::string base = url.substr(0, url.find('/', 8));
  send(base + "/beta/security/incidents", kGood);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Graph/1.0' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(base + "/beta/security/incidents", "Graph/1.0");
}

void emptyTest(const std::string &given) {
  const std::string agent = given.empty() ? kGood : kGood + ".1";
  send(kUrl, agent);
}

void sizeTest() {
  std::string agent = "Cognito/1.0";
  if (agent.size() < 20)
    agent = "MdePartner-Contoso-" + agent;
  send(kUrl, agent);
}

void compareTest() {
  std::string agent = "Cognito/1.0";
  if (agent.compare(0, 11, "MdePartner-") != 0)
    agent.insert(0, "MdePartner-Contoso-");
  send(kUrl, agent);
  if (agent.rfind("MdePartner-", 0) == 0)
    agent = "Cognito/1.0";
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Cognito/1.0' of the request to api.securitycenter.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(kUrl, agent);
}

void repeatConstructor() {
  send(kUrl, "MdePartner-Contoso-" + std::string(3, 'x') + "/1");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent '***/1' of the request to api.securitycenter.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(kUrl, std::string(3, '*') + "/1");
}

void swapAndMove() {
  std::string a = "MdePartner-Contoso-Cognito/1.0", b = "contoso/1.0";
  a.swap(b);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso/1.0' of the request to api.securitycenter.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(kUrl, a);
  send(kUrl, std::move(b));
}
