// RUN: %check-doors %s --config="{CheckOptions: {mde-user-agent.VerifyAll: true}}" -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is stored through a pointer or reference arrives at each place that it may
// refer to, and nowhere else.
#include <curl/curl.h>
#include <string>

bool next(int = 0);

static void send(const std::string &agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void pointer() {
  std::string good = "MdePartner-Contoso-Cognito/1.0", a = good, b = "x";
  std::string *p = next() ? &a : &b;
  *p = "pointer";
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'pointer' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(a);
  send(good);
}

void reference() {
  std::string good = "MdePartner-Contoso-Cognito/1.0", a = good, b = "x";
  std::string &r = next() ? a : b;
  r = "reference";
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'reference' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(a);
  send(good);
}

void inALoop(int n) {
  std::string good = "MdePartner-Contoso-Cognito/1.0", a = good, b = "x";
  std::string *p = &b;
  for (int i = 0; i < n; ++i)
    p = next() ? &a : &b;
  *p = "loop";
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'loop' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(a);
  send(good);
}

void pointerToPointer() {
  const char *a = "MdePartner-Contoso-Cognito/1.0", *b = "x";
  const char **p = next() ? &a : &b;
  *p = "pointer to pointer";
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'pointer to pointer' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(a);
}

void perhapsNone() {
  std::string a = "MdePartner-Contoso-Cognito/1.0", *p = nullptr;
  if (next())
    p = &a;
  if (p)
    *p = "perhaps none";
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'perhaps none' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(a);
}

static void set(std::string *to) { *to = "function"; }

void inAFunction() {
  std::string good = "MdePartner-Contoso-Cognito/1.0", a = good, b = "x";
  std::string *p = next() ? &a : &b;
  set(p);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'function' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(a);
  send(good);
}

void onlyRead() {
  std::string a = "MdePartner-Contoso-Cognito/1.0", b = "MdePartner-Contoso-Sensor/1.0";
  const std::string *p = next() ? &a : &b;
  send(*p);
  send(a);
}

// More ways than are kept apart: it may have been any.
#define ONE(N)                                                                                                         \
  if (next(N))                                                                                                         \
    p = &agents[N];
#define TEN(N) ONE(N##0) ONE(N##1) ONE(N##2) ONE(N##3) ONE(N##4) ONE(N##5) ONE(N##6) ONE(N##7) ONE(N##8) ONE(N##9)

struct Agent {
  std::string text = "MdePartner-Contoso-Cognito/1.0";
};

void oneOfMany() {
  Agent agents[100], other, *p = &agents[0];
  TEN(1) TEN(2) TEN(3) TEN(4) TEN(5) TEN(6) TEN(7) TEN(8)
  p->text = "one of many";
  // CHECK: :[[@LINE+1]]:3: warning: cannot verify the User-Agent of the request to graph.microsoft.com: the value depends on what a pointer that was set differently before refers to [mde-user-agent]
  send(agents[89].text);
  send(other.text);
}
