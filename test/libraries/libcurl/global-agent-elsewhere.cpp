// RUN: %check-doors %s -- -std=c++17
// RUN: %check-doors %s --prefix=ALL --config="{CheckOptions: {mde-user-agent.VerifyAll: true}}" -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The User-Agent is in a variable of another file, or in one that another file
// may store to: its value is not seen, which is `unverified`.
#include <curl/curl.h>
#include <string>

extern const char *const kPartnerAgent;
extern std::string partnerAgent;
const char *writable = "contoso/1.0"; // external linkage

static void request(const char *agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void constantElsewhere() {
  // ALL: :[[@LINE+1]]:3: warning: {{.*}}graph.microsoft.com{{.*}} [mde-user-agent]
  request(kPartnerAgent);
}
void variableElsewhere() {
  // ALL: :[[@LINE+1]]:3: warning: {{.*}}graph.microsoft.com{{.*}} [mde-user-agent]
  request(partnerAgent.c_str());
}
void variableThatOthersMayStoreTo() {
  // ALL: :[[@LINE+1]]:3: warning: {{.*}}graph.microsoft.com{{.*}} [mde-user-agent]
  request(writable);
}

// Stored to here, and nothing in between that could reach it: known.
void storedHere() {
  partnerAgent = "MdePartner-Contoso-Cognito/1.0";
  request(partnerAgent.c_str());
}
