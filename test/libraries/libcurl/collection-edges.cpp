// RUN: %check-doors %s --config="{CheckOptions: {mde-user-agent.VerifyAll: true}}" -- -std=c++20
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What libstdc++'s own tests know of containers, and the checker did not.
#include <bitset>
#include <curl/curl.h>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#define GOOD "MdePartner-Contoso-Cognito/1.0"

static void send(const std::string &agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void moved() {
  std::vector<std::string> from = {GOOD}, to;
  to = std::move(from);
  send(to[0]);
  std::map<std::string, std::string> headers = {{"User-Agent", "from a map"}}, kept;
  kept = std::move(headers);
  if (!headers.empty())
    send("never");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'from a map' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(kept["User-Agent"]);
}

void erased() {
  std::vector<std::string> agents = {"a", GOOD, "b"};
  auto count = std::erase_if(agents, [](const std::string &text) { return text.size() == 1; });
  send(count == 2 ? agents[0] : "never");
}

void equals() {
  std::multimap<std::string, std::string> headers = {{"Accept", "*/*"}, {"User-Agent", GOOD}, {"User-Agent", "second"}};
  auto [first, last] = headers.equal_range("User-Agent");
  std::string agent;
  for (; first != last; ++first)
    agent = first->second;
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'second' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(agent);
  auto none = headers.equal_range("X");
  send(none.first == none.second ? GOOD : "never");
}

void pastTheEnd(const std::vector<std::string> &agents, size_t which) {
  std::string agent = GOOD;
  try {
    if (agents.at(which).empty())
      agent = "MdePartner-Contoso-Sensor/1.0";
  } catch (const std::out_of_range &) {
    agent = "past the end";
  }
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'past the end' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(agent);
}

// A class of a library that no model describes: what it said before it was changed is
// not what it says after.
static void change(std::bitset<8> &flags) { flags.set(); }

void changed() {
  std::bitset<8> flags;
  std::string agent = GOOD;
  if (flags.all())
    return;
  if (flags.all())
    agent = "never";
  send(agent);
  change(flags);
  if (flags.all())
    agent = "changed";
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'changed' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(agent);
}

struct Region {
  int number;
  bool operator<(const Region &other) const { return number < other.number; }
};

void keysOfAClass() {
  std::map<Region, std::string> agents;
  agents[{1}] = "one";
  // Whether the keys are equal is for operator< to say.
  // CHECK: :[[@LINE+2]]:3: warning: User-Agent 'one' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send(agents[{2}]);
}
