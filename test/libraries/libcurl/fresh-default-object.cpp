// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The agent is read from a fresh default object, not from the configured one.
#include <curl/curl.h>
#include <string>

namespace {

class Identity {
public:
  void set(const std::string &agent) { agent_ = agent; }
  const std::string &agent() const { return agent_; }
  static Identity &shared() {
    static Identity identity;
    return identity;
  }

private:
  std::string agent_ = "contoso-sdk";
};

void request(const Identity &identity) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/security/secureScores");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, identity.agent().c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void byValue(Identity identity, const char *agent) { identity.set(agent); }
void byReference(Identity &identity, const char *agent) { identity.set(agent); }

} // namespace

void configured() {
  Identity identity;
  identity.set("MdePartner-Contoso-Cognito/1.0");
  request(identity);
}

void fresh() {
  Identity identity;
  identity.set("MdePartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso-sdk' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  request(Identity{});
}

// Configures the copy that it was given.
void configuresACopy() {
  Identity identity;
  byValue(identity, "MdePartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso-sdk' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  request(identity);
  byReference(identity, "MdePartner-Contoso-Cognito/1.0");
  request(identity);
}

// `auto` copies what the reference was to.
void autoCopies() {
  auto identity = Identity::shared();
  identity.set("MdePartner-Contoso-Cognito/1.0");
  request(identity);
}

int main() {
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso-sdk' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  request(Identity::shared());
  Identity::shared().set("MdePartner-Contoso-Cognito/1.0");
  request(Identity::shared());
  auto &same = Identity::shared();
  same.set("MdePartner-Contoso-Cognito/1.1");
  request(Identity::shared());
  autoCopies();
  request(Identity::shared());
}
