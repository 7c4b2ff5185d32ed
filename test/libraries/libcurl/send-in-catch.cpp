// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Requests that leave from a catch block: telemetry about the failure.
#include <curl/curl.h>
#include <stdexcept>
#include <string>

extern void work();
extern void quietWork() noexcept;

static void report(const std::string &url, const char *agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void unknownException() {
  try {
    work();
  } catch (const std::exception &) {
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    report("https://graph.microsoft.com/v1.0/me", nullptr);
  } catch (...) {
    report("https://graph.microsoft.com/v1.0/me", "MdePartner-Contoso-Cognito/1.0");
  }
}

extern bool fails() noexcept;
void thrownHere() {
  try {
    if (fails())
      throw std::invalid_argument("fail");
    report("https://siem.contoso.example/", nullptr);
  } catch (const std::logic_error &error) {
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    report("https://graph.microsoft.com/v1.0/me", nullptr);
  } catch (const std::exception &) {
    report("https://graph.microsoft.us/v1.0/me", nullptr); // a logic_error never gets here
  }
}

// Nothing throws: the handler never runs.
void nothingThrows() {
  try {
    quietWork();
  } catch (...) {
    report("https://graph.microsoft.com/v1.0/me", nullptr);
  }
}

// A handle from before the try is still there in the handler, as it was when
// the exception left.
void handleInTheHandler() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.security.microsoft.com/api/incidents");
  try {
    work();
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
    curl_easy_perform(curl);
  } catch (...) {
    // CHECK: :[[@LINE+1]]:5: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_easy_perform(curl);
  }
  curl_easy_cleanup(curl);
}

void agentBeforeTheTry() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://api.security.microsoft.com/api/incidents");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  try {
    work();
    curl_easy_perform(curl);
  } catch (...) {
    curl_easy_perform(curl);
  }
  curl_easy_cleanup(curl);
}

// A function try block.
extern int parse(const std::string &text); // may throw
struct Loader {
  explicit Loader(const std::string &text) try : value_(parse(text)) {
  } catch (const std::exception &) {
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    report("https://graph.microsoft.com/v1.0/me", nullptr);
  }
  int value_;
};
Loader load(const std::string &text) { return Loader(text); }
