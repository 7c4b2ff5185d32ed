// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Other constructs of the language on the way of a URL or a User-Agent.
#include <curl/curl.h>
#include <cstddef>
#include <string>

static CURLcode send(const std::string &url, const std::string &agent = {}) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  const CURLcode rc = curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return rc;
}

static const char kUrl[] = "https://graph.microsoft.com/v1.0/me";

// Overloads.
static void get(int) { send("https://siem.contoso.example/"); }
static void get(const char *url) { send(url); }
void overloads() {
  get(0);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get(kUrl);
}

// User-defined literals and operators.
static std::string operator""_graph(const char *path, std::size_t length) {
  return "https://graph.microsoft.com/v1.0/" + std::string(path, length);
}
namespace {
struct Agent {
  std::string text = "MdePartner";
  Agent &operator<<(const char *part) {
    text += '-';
    text += part;
    return *this;
  }
  explicit operator bool() const { return !text.empty(); }
  operator std::string() const { return text + "/1.0"; }
};
} // namespace
void operators() {
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send("me"_graph);
  Agent agent;
  agent << "Contoso" << "Cognito";
  if (agent)
    send("me"_graph, agent);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send("me"_graph, Agent() << "Contoso");
}

// References, pointers to pointers, arrays of arrays.
void references() {
  std::string agent;
  std::string &alias = agent;
  std::string *pointer = &alias;
  std::string **twice = &pointer;
  **twice = "MdePartner-Contoso-Cognito/1.0";
  send(kUrl, agent);
  static const char *const table[2][2] = {{kUrl, "MdePartner-Contoso-Cognito/1.0"}, {kUrl, "contoso"}};
  send(table[0][0], table[0][1]);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(table[1][0], table[1][1]);
}

// Loops of every kind that build a text.
void loops() {
  std::string agent = "MdePartner";
  const char *const parts[] = {"Contoso", "Cognito", nullptr};
  for (const char *const *part = parts; *part; ++part)
    agent += std::string("-") + *part;
  int digit = 1;
  agent += '/';
  while (digit < 4)
    agent += static_cast<char>('0' + digit++);
  send(kUrl, agent);
  do {
    agent.pop_back();
  } while (agent.back() != '/');
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(kUrl, agent);
}

// Nested functions of lambdas, switch with an initialiser, if with an initialiser.
extern int kind();
void initialisers() {
  if (const std::string agent = "contoso"; agent.size() == 7)
    // CHECK: :[[@LINE+1]]:5: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
    send(kUrl, agent);
  else
    send(kUrl);
  switch (const int which = kind(); which) {
  case 0:
    send(kUrl, "MdePartner-Contoso-Cognito/1.0");
    break;
  case 1: {
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    send(kUrl, std::string());
    break;
  }
  }
}

// A union, a bit-field, an anonymous struct, a cast there and back.
union Value {
  const char *text;
  long number;
};
struct Flags {
  unsigned identify : 1;
  unsigned retries : 3;
};
static void flagged(Flags flags, Value agent) {
  void *opaque = const_cast<char *>(agent.text);
  send(kUrl, flags.identify ? static_cast<const char *>(opaque) : "");
}
void layout() {
  Value agent;
  agent.text = "MdePartner-Contoso-Cognito/1.0";
  flagged({1, 3}, agent);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  flagged({0, 3}, agent);
}

// new[] and delete[], placement in an array of objects.
void arrays() {
  auto *agents = new std::string[2];
  agents[0] = "MdePartner-Contoso-Cognito/1.0";
  send(kUrl, agents[0]);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send(kUrl, agents[1]);
  delete[] agents;
}

// Virtual bases and pointers to a base.
namespace {
struct Named {
  virtual ~Named() = default;
  std::string product = "Cognito";
};
struct Versioned : virtual Named {
  std::string version = "1.0";
};
struct Localised : virtual Named {};
struct Both : Versioned, Localised {
  std::string agent() const { return "MdePartner-Contoso-" + product + "/" + version; }
};
} // namespace
void virtualBases() {
  Both both;
  send(kUrl, both.agent());
  static_cast<Localised &>(both).product.clear();
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(kUrl, both.agent());
  Named *named = &both;
  named->product = "Named";
  if (auto *versioned = dynamic_cast<Versioned *>(named))
    send(kUrl, "MdePartner-Contoso-" + versioned->product + "/" + versioned->version);
}
