// RUN: %check-doors %s --fix --config="{CheckOptions: {mde-user-agent.Company: Contoso, mde-user-agent.Product: Cognito, mde-user-agent.Version: '2.1'}}" -- -std=c++17
// RUN: %mde-tidy --checks=-*,mde-user-agent --warnings-as-errors=* %t.doors/mde-tidy-fix-missing.cpp -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is missing is set right before the send. The fixed file is clean.
#include <curl/curl.h>
#include <memory>

void statement() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  // CHECK: :[[@LINE+3]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  // CHECK-FIXES: {{^}}  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/2.1");
  // CHECK-FIXES-NEXT: {{^}}  curl_easy_perform(curl);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void declaration() {
  CURL *handle = curl_easy_init();
  curl_easy_setopt(handle, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  // CHECK: :[[@LINE+3]]:23: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  // CHECK-FIXES: {{^}}  curl_easy_setopt(handle, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/2.1");
  // CHECK-FIXES-NEXT: {{^}}  const CURLcode rc = curl_easy_perform(handle);
  const CURLcode rc = curl_easy_perform(handle);
  (void)rc;
}

int condition() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  // CHECK: :[[@LINE+3]]:7: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  // CHECK-FIXES: {{^}}  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/2.1");
  // CHECK-FIXES-NEXT: {{^}}  if (curl_easy_perform(curl) != CURLE_OK)
  if (curl_easy_perform(curl) != CURLE_OK)
    return 1;
  return 0;
}

class Client {
public:
  CURLcode get() {
    curl_easy_setopt(this->curl_, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
    // CHECK-FIXES: {{^}}    curl_easy_setopt(this->curl_, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/2.1");
    // CHECK-FIXES-NEXT: {{^}}    return curl_easy_perform(this->curl_);
    return curl_easy_perform(this->curl_);
  }

private:
  CURL *curl_ = curl_easy_init();
};
void use() {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  Client().get();
}

class Handle {
public:
  CURLcode get() {
    curl_easy_setopt(curl_.get(), CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
    // CHECK-FIXES: {{^}}    curl_easy_setopt(curl_.get(), CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/2.1");
    // CHECK-FIXES-NEXT: {{^}}    return curl_easy_perform(curl_.get());
    return curl_easy_perform(curl_.get());
  }

private:
  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl_{curl_easy_init(), &curl_easy_cleanup};
};
void owned() {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  Handle().get();
}

void shared() {
  std::shared_ptr<CURL> handle(curl_easy_init(), &curl_easy_cleanup);
  curl_easy_setopt(handle.get(), CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  // CHECK: :[[@LINE+3]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  // CHECK-FIXES: {{^}}  curl_easy_setopt(handle.get(), CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/2.1");
  // CHECK-FIXES-NEXT: {{^}}  curl_easy_perform(handle.get());
  curl_easy_perform(handle.get());
}

// The place is the caller's; what is missing is set where it is sent. On one line.
// CHECK-FIXES: {{^}}static CURLcode send(CURL *c) { curl_easy_setopt(c, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/2.1"); return curl_easy_perform(c); }
static CURLcode send(CURL *c) { return curl_easy_perform(c); }
void caller() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send(curl);
}
