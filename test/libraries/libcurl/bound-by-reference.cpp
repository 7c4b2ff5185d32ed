// RUN: %check-doors %s -- -std=c++20
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is called later, or elsewhere, changes what std::ref refers to, and not a copy.
#include <curl/curl.h>
#include <functional>
#include <future>
#include <string>
#include <thread>

static void identify(std::string &agent) { agent = "MdePartner-Contoso-Cognito/1.0"; }
static void spoil(std::string &agent) { agent = "spoilt"; }

static void send(const std::string &agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void bound() {
  std::string agent = "x";
  std::bind(identify, std::ref(agent))();
  send(agent);
  std::function<void()> later = std::bind(spoil, std::ref(agent));
  send(agent);
  later();
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'spoilt' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(agent);
}

void boundInFront() {
  std::string agent = "x";
  std::bind_front(identify, std::ref(agent))();
  send(agent);
}

void otherThread() {
  std::string agent = "x";
  std::thread thread(identify, std::ref(agent));
  thread.join();
  send(agent);
}

void task() {
  std::string agent = "MdePartner-Contoso-Cognito/1.0";
  std::async(std::launch::async, spoil, std::ref(agent)).get();
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'spoilt' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(agent);
}
