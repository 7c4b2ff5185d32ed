// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Callables kept in std::function, std::bind, function pointers and member
// pointers; run by std::thread and std::async.
#include <curl/curl.h>
#include <functional>
#include <future>
#include <map>
#include <string>
#include <thread>
#include <vector>

static const char kGraph[] = "https://graph.microsoft.com/v1.0/me";

static void request(const std::string &url, const std::function<void(CURL *)> &configure) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  if (configure)
    configure(curl);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

static void identify(CURL *curl) { curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0"); }
static void setAgent(CURL *curl, const std::string &agent) { curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str()); }

void function() {
  request(kGraph, identify);
  request(kGraph, [](CURL *curl) { identify(curl); });
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  request(kGraph, nullptr);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  request(kGraph, [](CURL *curl) { curl_easy_setopt(curl, CURLOPT_TIMEOUT, 5L); });
}

void bind() {
  request(kGraph, std::bind(setAgent, std::placeholders::_1, "MdePartner-Contoso-Cognito/1.0"));
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  request(kGraph, std::bind(setAgent, std::placeholders::_1, "contoso"));
}

void reassigned() {
  std::function<void(CURL *)> configure = identify;
  request(kGraph, configure);
  configure = [](CURL *) {};
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  request(kGraph, configure);
}

void table() {
  const std::map<std::string, std::function<void(CURL *)>> hooks = {
      {"partner", identify},
      {"plain", [](CURL *) {}},
  };
  request(kGraph, hooks.at("partner"));
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  request(kGraph, hooks.at("plain"));
}

static void requestByPointer(void (*configure)(CURL *)) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kGraph);
  if (configure)
    configure(curl);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void functionPointer() {
  requestByPointer(&identify);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  requestByPointer(nullptr);
  requestByPointer(+[](CURL *curl) { identify(curl); });
}

namespace {
struct Hooks {
  void partner(CURL *curl) { curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str()); }
  void plain(CURL *) {}
  std::string agent = "MdePartner-Contoso-Cognito/1.0";
};
} // namespace
static void requestByMember(Hooks &hooks, void (Hooks::*configure)(CURL *)) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kGraph);
  (hooks.*configure)(curl);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void memberPointer() {
  Hooks hooks;
  requestByMember(hooks, &Hooks::partner);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  requestByMember(hooks, &Hooks::plain);
}

// In a thread, the place is where the work was written.
void thread() {
  std::thread good([] {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, kGraph);
    identify(curl);
    curl_easy_perform(curl);
    curl_easy_cleanup(curl);
  });
  std::thread bad([] {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, kGraph);
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_easy_perform(curl);
    curl_easy_cleanup(curl);
  });
  good.join();
  bad.join();
}

static void worker(const std::string &url, bool partner) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  if (partner)
    identify(curl);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void threadWithArguments() {
  std::thread good(worker, kGraph, true);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  std::thread bad(worker, kGraph, false);
  std::thread other(worker, "https://siem.contoso.example/", false);
  good.join();
  bad.join();
  other.join();
}

void async() {
  auto good = std::async(std::launch::async, [] { worker(kGraph, true); });
  auto bad = std::async(std::launch::async, [] {
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    worker(kGraph, false);
  });
  good.get();
  bad.get();
}

// Started when its result is asked for: by then the agent is set.
void deferred() {
  std::string agent;
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kGraph);
  auto later = std::async(std::launch::deferred, [&] {
    curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
    return curl_easy_perform(curl);
  });
  agent = "MdePartner-Contoso-Cognito/1.0";
  later.get();
  curl_easy_cleanup(curl);
}
