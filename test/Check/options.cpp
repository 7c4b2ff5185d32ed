// RUN: %check-doors %s -- -std=c++17
// RUN: %check-doors %s --prefix=SECURITY --config="{CheckOptions: {mde-user-agent.GraphScope: security}}" -- -std=c++17
// RUN: %check-doors %s --prefix=IGNORE --config="{CheckOptions: {mde-user-agent.IgnoreHosts: 'graph.microsoft.com'}}" -- -std=c++17
// RUN: %check-doors %s --prefix=TARGET --config="{CheckOptions: {mde-user-agent.TargetHosts: '*.gateway.example', mde-user-agent.IgnoreHosts: 'graph.microsoft.com'}}" -- -std=c++17
// RUN: %check-doors %s --prefix=ALL --config="{CheckOptions: {mde-user-agent.VerifyAll: 'true'}}" -- -std=c++17
// RUN: %check-doors %s --prefix=PREFIXES --config="{CheckOptions: {mde-user-agent.AlternativePrefixes: 'M365DPartner-', mde-user-agent.AllowTrailingProducts: 'true'}}" -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What each option changes.
#include <curl/curl.h>

static void get(const char *url, const char *agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void users() {
  // CHECK: :[[@LINE+3]]:3: warning: request to graph.microsoft.com is sent without
  // ALL: :[[@LINE+2]]:3: warning: request to graph.microsoft.com is sent without
  // PREFIXES: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without
  get("https://graph.microsoft.com/v1.0/users", nullptr);
}

void alerts() {
  // CHECK: :[[@LINE+4]]:3: warning: request to graph.microsoft.com is sent without
  // SECURITY: :[[@LINE+3]]:3: warning: request to graph.microsoft.com is sent without
  // ALL: :[[@LINE+2]]:3: warning: request to graph.microsoft.com is sent without
  // PREFIXES: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without
  get("https://graph.microsoft.com/v1.0/security/alerts_v2", nullptr);
}

void gateway() {
  // TARGET: :[[@LINE+1]]:3: warning: request to eu.gateway.example is sent without
  get("https://eu.gateway.example/api/machines", nullptr);
}

void prefixes() {
  // CHECK: :[[@LINE+5]]:3: warning: User-Agent 'M365DPartner-Contoso-Cognito/1' of the request to api.security.microsoft.com is malformed
  // SECURITY: :[[@LINE+4]]:3: warning: User-Agent 'M365DPartner-Contoso-Cognito/1'
  // IGNORE: :[[@LINE+3]]:3: warning: User-Agent 'M365DPartner-Contoso-Cognito/1'
  // TARGET: :[[@LINE+2]]:3: warning: User-Agent 'M365DPartner-Contoso-Cognito/1'
  // ALL: :[[@LINE+1]]:3: warning: User-Agent 'M365DPartner-Contoso-Cognito/1'
  get("https://api.security.microsoft.com/api/incidents", "M365DPartner-Contoso-Cognito/1");
  // CHECK: :[[@LINE+5]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/1 (Windows)'
  // SECURITY: :[[@LINE+4]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/1 (Windows)'
  // IGNORE: :[[@LINE+3]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/1 (Windows)'
  // TARGET: :[[@LINE+2]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/1 (Windows)'
  // ALL: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/1 (Windows)'
  get("https://api.security.microsoft.com/api/incidents", "MdePartner-Contoso-Cognito/1 (Windows)");
}

extern const char *configuredAgent();
void unknown() {
  // ALL: :[[@LINE+1]]:3: warning: cannot verify the User-Agent of the request to api.security.microsoft.com: {{.*}} [mde-user-agent]
  get("https://api.security.microsoft.com/api/incidents", configuredAgent());
}
