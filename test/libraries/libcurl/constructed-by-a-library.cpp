// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An object that a library makes of its arguments (make_shared, emplace_back): the
// constructor is the one that the compiler chose, with the conversions and the default
// arguments that go with it.
#include <curl/curl.h>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

static const char kUrl[] = "https://api.security.microsoft.com/api/incidents";
static const char kAgent[] = "MdePartner-Contoso-Cognito/1.0";

struct Product {
  const char *name;
  Product(const char *name) : name(name) {}
};
struct Agent {
  std::string text;
  Agent(Product product) : text(std::string("MdePartner-Contoso-") + product.name + "/1.0") {}
  Agent(int) : text("contoso") {}
  operator const char *() const { return text.c_str(); }
};

// The argument is no Agent yet: the parameter's class makes one of it.
class Converted {
public:
  explicit Converted(Agent agent) { curl_easy_setopt(handle, CURLOPT_USERAGENT, agent.text.c_str()); }
  void send() {
    curl_easy_setopt(handle, CURLOPT_URL, kUrl);
    curl_easy_perform(handle);
  }

private:
  CURL *handle = curl_easy_init();
};

void converts() {
  std::make_shared<Converted>(Product("Cognito"))->send();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso' of the request to api.security.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  std::make_shared<Converted>(7)->send();
}

// Of several constructors with as many parameters, the one that the types say.
class Chosen {
public:
  explicit Chosen(const char *agent) : agent(agent) {}
  explicit Chosen(int number) : agent("agent " + std::to_string(number)) {}
  explicit Chosen(const std::vector<int> &) {}
  void send() {
    CURL *handle = curl_easy_init();
    curl_easy_setopt(handle, CURLOPT_URL, kUrl);
    if (!agent.empty())
      curl_easy_setopt(handle, CURLOPT_USERAGENT, agent.c_str());
    curl_easy_perform(handle);
  }

private:
  std::string agent;
};

void chooses() {
  std::make_unique<Chosen>(kAgent)->send();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'agent 3' of the request to api.security.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  std::make_unique<Chosen>(3)->send();
  std::vector<Chosen> all;
  all.emplace_back(kAgent);
  all.back().send();
  std::vector<Chosen> none;
  none.emplace_back(std::vector<int>());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  none.back().send();
}

// What the caller leaves out.
class Defaulted {
public:
  explicit Defaulted(const char *url, const char *agent = nullptr) {
    curl_easy_setopt(handle, CURLOPT_URL, url);
    curl_easy_setopt(handle, CURLOPT_USERAGENT, agent);
  }
  explicit Defaulted(int attempts = 3, bool identify = true) : Defaulted(kUrl, identify ? kAgent : nullptr) {}
  void send() { curl_easy_perform(handle); }

private:
  CURL *handle = curl_easy_init();
};

void leavesOut() {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  std::make_shared<Defaulted>(kUrl)->send();
  std::make_shared<Defaulted>(kUrl, kAgent)->send();
  std::make_shared<Defaulted>()->send();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  std::make_shared<Defaulted>(3, false)->send();
  std::optional<Defaulted> kept;
  kept.emplace(kUrl, kAgent);
  kept->send();
  // CHECK: :[[@LINE+2]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  kept.emplace("https://api.security.microsoft.com/api/alerts");
  kept->send();
}

// A callable that waits in what was made: the finding stands where it was given away.
static void fetch(std::string url, const char *agent) {
  CURL *handle = curl_easy_init();
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_USERAGENT, agent);
  curl_easy_perform(handle);
  curl_easy_cleanup(handle);
}

void inThreads() {
  std::vector<std::thread> workers;
  workers.emplace_back(fetch, kUrl, kAgent);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  workers.emplace_back(fetch, kUrl, nullptr);
  workers.emplace_back(fetch, "https://contoso.example/", nullptr);
  for (std::thread &worker : workers)
    worker.join();
}
