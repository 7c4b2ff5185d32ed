// RUN: %check-doors %s --fix --config="{CheckOptions: {mde-user-agent.Company: Contoso, mde-user-agent.Product: Cognito, mde-user-agent.Version: '2.1', mde-user-agent.UserAgentExpression: agent}}" -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where a change might not compile, or not help, there is none.
#include <curl/curl.h>
#include <string>

static const char kUrl[] = "https://graph.microsoft.com/v1.0/me";
extern bool ready();
CURL *made();

static CURL *configured() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  return curl;
}

// CHECK-FIXES-LABEL: void withoutBraces() {
void withoutBraces() {
  CURL *curl = configured();
  // CHECK: :[[@LINE+4]]:5: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  // CHECK-FIXES: {{^}}  if (ready())
  // CHECK-FIXES-NEXT: {{^}}    curl_easy_perform(curl);
  if (ready())
    curl_easy_perform(curl);
}

// CHECK-FIXES-LABEL: void withoutName() {
void withoutName() {
  // CHECK: :[[@LINE+3]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  // CHECK-FIXES-NOT: {{USERAGENT}}
  // CHECK-FIXES: {{^}}  curl_easy_perform(configured());
  curl_easy_perform(configured());
}

// Who knows what a get of somebody else's class does when it is called once more?
struct Pool {
  CURL *get();
};
CURL *Pool::get() { return configured(); }
// CHECK-FIXES-LABEL: void takenFrom(Pool &pool) {
void takenFrom(Pool &pool) {
  // CHECK: :[[@LINE+3]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  // CHECK-FIXES-NOT: {{USERAGENT}}
  // CHECK-FIXES: {{^}}  curl_easy_perform(pool.get());
  curl_easy_perform(pool.get());
}

// CHECK-FIXES-LABEL: void namedTooLate() {
void namedTooLate() {
  // CHECK: :[[@LINE+3]]:34: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  // CHECK-FIXES-NOT: {{USERAGENT}}
  // CHECK-FIXES: {{^}}  if (CURL *curl = configured(); curl_easy_perform(curl) != CURLE_OK)
  if (CURL *curl = configured(); curl_easy_perform(curl) != CURLE_OK)
    return;
}

// CHECK-FIXES-LABEL: void inALoop() {
void inALoop() {
  CURL *curl = configured();
  // CHECK: :[[@LINE+3]]:10: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  // CHECK-FIXES: {{^}}  CURL *curl = configured();
  // CHECK-FIXES: {{^}}  while (curl_easy_perform(curl) != CURLE_OK)
  while (curl_easy_perform(curl) != CURLE_OK)
    ;
}

#define SEND(handle) curl_easy_perform(handle)
// CHECK-FIXES-LABEL: void inAMacro() {
void inAMacro() {
  CURL *curl = configured();
  // CHECK: :[[@LINE+3]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  // CHECK-FIXES-NEXT: {{^}}  CURL *curl = configured();
  // CHECK-FIXES: {{^}}  SEND(curl);
  SEND(curl);
}

// The same call also sends to others.
// CHECK-FIXES-LABEL: static void get(
static void get(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  // CHECK-FIXES: {{^}}  curl_easy_setopt(curl, CURLOPT_URL, url);
  // CHECK-FIXES-NOT: {{USERAGENT}}
  // CHECK-FIXES: {{^}}  curl_easy_perform(curl);
  curl_easy_perform(curl);
}
void callers() {
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  get(kUrl);
  get("https://www.contoso.example/");
}

// Put together from parts.
// CHECK-FIXES-LABEL: void parts(
void parts(const std::string &version) {
  CURL *curl = configured();
  // CHECK-FIXES: const std::string agent = "contoso/" + version;
  const std::string agent = "contoso/" + version;
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso/{{.*}}' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  curl_easy_perform(curl);
}

// Spelled with an escape.
// CHECK-FIXES-LABEL: void escaped() {
void escaped() {
  CURL *curl = configured();
  // CHECK-FIXES: curl_easy_setopt(curl, CURLOPT_USERAGENT, "con\x74oso");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "con\x74oso");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  curl_easy_perform(curl);
}
