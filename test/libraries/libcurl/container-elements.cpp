// RUN: %check-doors %s --config="{CheckOptions: {mde-user-agent.VerifyAll: true}}" -- -std=c++20
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which elements containers hold, in which order, and how many. What follows a
// condition that was decided wrongly is not reported at all; libstdc++'s own tests
// showed where.
#include <algorithm>
#include <curl/curl.h>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
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

// The first is the one with the smallest key, not the one that came first.
void inTheOrderOfKeys() {
  std::map<std::string, std::string> agents = {{"b", "second"}, {"a", GOOD}};
  send(agents.begin()->second);
  agents["0"] = "put in later";
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'put in later' of {{.+}} [mde-user-agent]
  send(agents.begin()->second);
  std::set<int> numbers{3, 1, 2};
  send(*numbers.begin() == 1 ? GOOD : "never");
}

// Iterators of maps stay with their elements.
void iteratorsStay() {
  std::map<std::string, std::string> agents = {{"b", GOOD}, {"d", "last"}};
  auto b = agents.find("b"), d = agents.find("d");
  agents.emplace("a", "first");
  send(b->second);
  auto next = agents.erase(b);
  send(next == d ? GOOD : "never");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'last' of {{.+}} [mde-user-agent]
  send(d->second);
}

// How many there are is asked again after some were taken away or put in.
void askedAgain(std::vector<std::string> agents) {
  if (agents.size() != 2)
    return;
  agents.resize(3);
  if (agents.size() == 2)
    return;
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'reached' of {{.+}} [mde-user-agent]
  send("reached");
}

void erasedToTheEnd() {
  std::vector<int> numbers{1, 2, 3, 4};
  numbers.erase(numbers.begin() + 1, numbers.begin() + 2);
  if (numbers.size() != 3)
    return;
  numbers.erase(numbers.begin() + 2, numbers.end());
  if (numbers.size() != 2)
    return;
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'two are left' of {{.+}} [mde-user-agent]
  send("two are left");
}

void movedByConstructor() {
  std::vector<std::string> from = {"only"};
  std::vector<std::string> to(std::move(from));
  if (!from.empty())
    send("never");
  from.push_back(GOOD);
  send(from[0]);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'only' of {{.+}} [mde-user-agent]
  send(to[0]);
}

void equalKeys() {
  std::multiset<int> numbers{1, 5, 5};
  send(numbers.count(5) == 2 && numbers.count(1) == 1 && numbers.count(6) == 0 ? GOOD : "never");
  std::multimap<int, std::string> agents{{2, "b"}, {1, GOOD}, {2, "c"}};
  auto range = agents.equal_range(2);
  send(std::distance(range.first, range.second) == 2 ? GOOD : "never");
  send(agents.erase(2) == 2 && agents.size() == 1 ? agents.begin()->second : "never");
}

// Whether two objects are equal, their class says.
struct Header {
  std::string name;
  bool operator==(const Header &other) const { return name == other.name; }
};
void searchedByValue(std::vector<Header> headers) {
  headers = {{"Accept"}, {"User-Agent"}};
  if (std::find(headers.begin(), headers.end(), Header{"User-Agent"}) == headers.end())
    return;
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'found' of {{.+}} [mde-user-agent]
  send("found");
}

// A collection as an element is one element.
void collectionInACollection() {
  std::vector<std::vector<std::string>> agents;
  std::vector<std::string> inner = {"a", "b"};
  agents.insert(agents.end(), inner);
  send(agents.size() == 1 ? GOOD : "never");
}

// Of an element that is not known, its class is.
void unknownElement(std::vector<std::vector<std::string>> agents, bool (*keep)(const std::vector<std::string> &)) {
  std::stable_partition(agents.begin(), agents.end(), keep);
  if (agents[0].size() != 1)
    return;
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'one in the first' of {{.+}} [mde-user-agent]
  send("one in the first");
}

// An element has one address.
void addresses() {
  std::vector<int> numbers{1, 2};
  send(numbers.data() == &numbers.front() ? GOOD : "never");
}

// What an iterator writes into a stream is not nothing.
void written() {
  std::vector<std::string> parts = {"MdePartner-Contoso", "Cognito/1.0"};
  std::ostringstream agent;
  std::copy(parts.begin(), parts.end(), std::ostream_iterator<std::string>(agent, "-"));
  // CHECK: :[[@LINE+1]]:3: warning: cannot verify {{.+}} [mde-user-agent]
  send(agent.str());
}
