// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Helpers that set the User-Agent on a handle they are given.
#include <curl/curl.h>
#include <string>

static const char kUrl[] = "https://api.securitycenter.microsoft.com/api/machines";

static void identify(CURL *curl) { curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0"); }
static void misidentify(CURL *curl) { curl_easy_setopt(curl, CURLOPT_USERAGENT, "cognito"); }
static void timeouts(CURL *curl) { curl_easy_setopt(curl, CURLOPT_TIMEOUT, 30L); }
static curl_slist *addAgent(curl_slist *list) {
  return curl_slist_append(list, "User-Agent: MdePartner-Contoso-Cognito/1.0");
}
static void addAgentTo(curl_slist **list) {
  *list = curl_slist_append(*list, "User-Agent: MdePartner-Contoso-Cognito/1.0");
}
static void addAgentByReference(curl_slist *&list) { list = addAgent(list); }
static void addAgentLocally(curl_slist *list) {
  list = curl_slist_append(list, "User-Agent: MdePartner-Contoso-Cognito/1.0");
}

void called() {
  CURL *curl = curl_easy_init();
  identify(curl);
  timeouts(curl);
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void notCalled() {
  CURL *curl = curl_easy_init();
  timeouts(curl);
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void wrongOneCalled() {
  CURL *curl = curl_easy_init();
  identify(curl);
  misidentify(curl);
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'cognito' of the request to api.securitycenter.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void calledForAnotherHandle() {
  CURL *a = curl_easy_init();
  CURL *b = curl_easy_init();
  identify(a);
  curl_easy_setopt(a, CURLOPT_URL, kUrl);
  curl_easy_setopt(b, CURLOPT_URL, kUrl);
  curl_easy_perform(a);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(b);
}

void listByResult() {
  CURL *curl = curl_easy_init();
  curl_slist *list = addAgent(nullptr);
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
  curl_easy_perform(curl);
}

void listByPointer() {
  CURL *curl = curl_easy_init();
  curl_slist *list = nullptr;
  addAgentTo(&list);
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
  curl_easy_perform(curl);
}

void listByReference() {
  CURL *curl = curl_easy_init();
  curl_slist *list = nullptr;
  addAgentByReference(list);
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
  curl_easy_perform(curl);
}

// The helper's own copy of a null pointer becomes the list; ours stays null.
void listByValue() {
  CURL *curl = curl_easy_init();
  curl_slist *list = nullptr;
  addAgentLocally(list);
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
}

// A list that is there grows for everybody who points to it.
void listByValueNotEmpty() {
  CURL *curl = curl_easy_init();
  curl_slist *list = curl_slist_append(nullptr, "Accept: application/json");
  addAgentLocally(list);
  curl_easy_setopt(curl, CURLOPT_URL, kUrl);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
  curl_easy_perform(curl);
}
