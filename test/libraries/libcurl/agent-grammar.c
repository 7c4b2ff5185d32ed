// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// MdePartner-{CompanyName}-{ProductName}/{Version}: what holds, what does not.
#include <curl/curl.h>
#include <stddef.h>

static void request(const char *agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.securitycenter.microsoft.com/api/machines");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void holds(void) {
  request("MdePartner-Contoso-ContosoCognito/1.0.0"); // the documentation's example
  request("MdePartner-Contoso-Cognito/1");
  request("MdePartner-Contoso-Cognito-Agent-for-Linux/2024.05.1-rc.2+build7");
  request("MdePartner-Con_toso.Ltd-Cognito/v1");
  request("MdePartner-A-B/c");
}

void prefix(void) {
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso/1.0' of the request to api.securitycenter.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  request("contoso/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'mdepartner-Contoso-Cognito/1.0' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("mdepartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MDEPartner-Contoso-Cognito/1.0' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("MDEPartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdatpPartner-Contoso-Cognito/1.0' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("MdatpPartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'M365DPartner-Contoso-Cognito/1.0' of the request to api.securitycenter.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  request("M365DPartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner Contoso-Cognito/1.0' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("MdePartner Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner_Contoso_Cognito/1.0' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("MdePartner_Contoso_Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Mozilla/5.0 MdePartner-Contoso-Cognito/1.0' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("Mozilla/5.0 MdePartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'User-Agent: MdePartner-Contoso-Cognito/1.0' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("User-Agent: MdePartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'curl/8.5.0' of the request to api.securitycenter.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  request("curl/8.5.0");
}

void parts(void) {
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso/1.0' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("MdePartner-Contoso/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-/1.0' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("MdePartner-/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner--Cognito/1.0' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("MdePartner--Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-/1.0' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("MdePartner-Contoso-/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("MdePartner-Contoso-Cognito");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("MdePartner-Contoso-Cognito/");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0/2' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("MdePartner-Contoso-Cognito/1.0/2");
}

void characters(void) {
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso Ltd-Cognito/1.0' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("MdePartner-Contoso Ltd-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0 (Linux)' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("MdePartner-Contoso-Cognito/1.0 (Linux)");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0,2' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("MdePartner-Contoso-Cognito/1.0,2");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent {{'MdePartner-Cont.*so-Cognito/1.0'}} of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("MdePartner-Cont\xc3\xb6so-Cognito/1.0");
}

void placeholders(void) {
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-{CompanyName}-{ProductName}/{Version}' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("MdePartner-{CompanyName}-{ProductName}/{Version}");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-<Company>-Cognito/1.0' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("MdePartner-<Company>-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/%s' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("MdePartner-Contoso-Cognito/%s");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-%s-%s/%d' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request("MdePartner-%s-%s/%d");
}
