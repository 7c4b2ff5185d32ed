// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The destructor of a class that derives from a string, a map or a smart pointer ends
// with that of its base. What came after it was taken never to run.
#include <curl/curl.h>
#include <map>
#include <memory>
#include <string>

static void send(const char *url) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

struct Headers : std::map<std::string, std::string> {
  Headers() { (*this)["Accept"] = "*/*"; }
};

void map() {
  { Headers headers; }
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send("https://graph.microsoft.com/v1.0/map");
}

struct Name : std::string {
  using std::string::string;
};

void text() {
  { Name name("name"); }
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send("https://graph.microsoft.com/v1.0/text");
}

struct Handle : std::unique_ptr<CURL, void (*)(CURL *)> {
  Handle() : unique_ptr(curl_easy_init(), curl_easy_cleanup) {}
};

void owner() {
  {
    Handle handle;
    curl_easy_setopt(handle.get(), CURLOPT_URL, "https://graph.microsoft.com/v1.0/owner");
    curl_easy_setopt(handle.get(), CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
    curl_easy_perform(handle.get());
  }
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send("https://graph.microsoft.com/v1.0/after-owner");
}

void owned() {
  { auto name = std::make_unique<Name>("name"); }
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send("https://graph.microsoft.com/v1.0/owned");
}
