// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The multi interface: the place is curl_multi_add_handle; what is judged is
// the handle as it is when the transfers run.
#include <curl/curl.h>
#include <vector>

static const char kMachines[] = "https://api.securitycenter.microsoft.com/api/machines";
static const char kAgent[] = "MdePartner-Contoso-Cognito/1.0";

static void run(CURLM *multi) {
  int running = 0;
  do {
    curl_multi_perform(multi, &running);
    curl_multi_poll(multi, nullptr, 0, 1000, nullptr);
  } while (running > 0);
}

void oneOfTwo() {
  CURLM *multi = curl_multi_init();
  CURL *good = curl_easy_init(), *bad = curl_easy_init();
  curl_easy_setopt(good, CURLOPT_URL, kMachines);
  curl_easy_setopt(good, CURLOPT_USERAGENT, kAgent);
  curl_easy_setopt(bad, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_multi_add_handle(multi, good);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_multi_add_handle(multi, bad);
  run(multi);
  curl_multi_cleanup(multi);
}

// Set after the handle was added, before anything ran: in time.
void setBeforeItRuns() {
  CURLM *multi = curl_multi_init();
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kMachines);
  curl_multi_add_handle(multi, curl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  run(multi);
  curl_multi_cleanup(multi);
}

void setAfterItRan() {
  CURLM *multi = curl_multi_init();
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kMachines);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_multi_add_handle(multi, curl);
  run(multi);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
  curl_multi_cleanup(multi);
}

// Driven by events.
void socketAction() {
  CURLM *multi = curl_multi_init();
  CURL *curl = curl_easy_init();
  int running = 0;
  curl_easy_setopt(curl, CURLOPT_URL, kMachines);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "contoso");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to api.securitycenter.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  curl_multi_add_handle(multi, curl);
  curl_multi_socket_action(multi, CURL_SOCKET_TIMEOUT, 0, &running);
  curl_multi_remove_handle(multi, curl);
  curl_multi_cleanup(multi);
}

// Taken out before anything ran: nothing is sent.
void removedInTime() {
  CURLM *multi = curl_multi_init();
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, kMachines);
  curl_multi_add_handle(multi, curl);
  curl_multi_remove_handle(multi, curl);
  run(multi);
  curl_multi_cleanup(multi);
}

// Who drives it is not seen: judged as it is at the end.
void drivenElsewhere(CURLM *multi) {
  CURL *good = curl_easy_init(), *bad = curl_easy_init();
  curl_easy_setopt(good, CURLOPT_URL, kMachines);
  curl_easy_setopt(bad, CURLOPT_URL, kMachines);
  curl_multi_add_handle(multi, good);
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_multi_add_handle(multi, bad);
  curl_easy_setopt(good, CURLOPT_USERAGENT, kAgent);
}

void aVectorOfHandles() {
  static const char *const urls[] = {"https://graph.microsoft.com/v1.0/me", "https://siem.contoso.example/"};
  CURLM *multi = curl_multi_init();
  std::vector<CURL *> handles;
  for (const char *url : urls) {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, url);
    handles.push_back(curl);
  }
  for (CURL *curl : handles)
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_multi_add_handle(multi, curl);
  run(multi);
  for (CURL *curl : handles) {
    curl_multi_remove_handle(multi, curl);
    curl_easy_cleanup(curl);
  }
  curl_multi_cleanup(multi);
}
