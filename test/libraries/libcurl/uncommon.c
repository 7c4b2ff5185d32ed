// RUN: %check-doors %s -- -std=c17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What few programs call: other ways to a text, to parts of a URL, and to what a
// response says.
#include <curl/curl.h>
#include <curl/mprintf.h>
#include <stddef.h>

#define GRAPH "https://graph.microsoft.com/v1.0/me"
#define ELSEWHERE "https://siem.contoso.example/"

static void go(const char *url, const char *agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// libcurl's own printf.
void formatted(void) {
  char text[64];
  char *agent = curl_maprintf("MdePartner-%s-%s/%d.0", "Contoso", "Cognito", 1);
  go(GRAPH, agent);
  agent = curl_maprintf("%s-Cognito/1.0", "Contoso");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Contoso-Cognito/1.0' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  go(GRAPH, agent);
  if (curl_msnprintf(text, sizeof text, "MdePartner-%s-Cognito/1.0", "Contoso") == 30)
    go(GRAPH, text);
  else
    go(GRAPH, ""); // That many characters it has.
  curl_msnprintf(text, 8, "%s", "contoso/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  go(GRAPH, text);
  if (curl_msprintf(text, "MdePartner-%s-Cognito/1.0", "Contoso") != 30)
    go(GRAPH, "");
  go(GRAPH, text);
  curl_msprintf(text, "%s", "fabrikam");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'fabrikam' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  go(GRAPH, text);
}

// Comparisons.
void compared(void) {
  go(GRAPH, curl_strequal("Get", "GET") ? "MdePartner-Contoso-Cognito/1.0" : "");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  go(GRAPH, curl_strequal("Get", "PUT") ? "MdePartner-Contoso-Cognito/1.0" : "");
  go(GRAPH, curl_strnequal("Getting", "GET", 3) ? "MdePartner-Contoso-Cognito/1.0" : "");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  go(GRAPH, curl_strnequal("Getting", "GET", 4) ? "MdePartner-Contoso-Cognito/1.0" : "");
}

// What is read from the environment may not be there.
void environment(void) {
  const char *agent = curl_getenv("CONTOSO_AGENT");
  if (!agent)
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    go(GRAPH, agent);
  else
    go(GRAPH, agent);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'libcurl/{curl_version()}' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  go(GRAPH, curl_version());
}

// A URL that a response led to goes where the request went.
void effective(void) {
  CURL *curl = curl_easy_init();
  char *url = NULL;
  long status = 0;
  struct curl_header *location = NULL;
  curl_easy_setopt(curl, CURLOPT_URL, GRAPH);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_perform(curl);
  curl_easy_getinfo(curl, CURLINFO_EFFECTIVE_URL, &url);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  go(url, NULL);
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  if (status == 0) // It is not what it was.
    go(ELSEWHERE, NULL);
  else
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    go(GRAPH, NULL);
  if (curl_easy_header(curl, "Location", 0, CURLH_HEADER, -1, &location) == CURLHE_OK)
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    go(location->value, NULL);
  curl_easy_setopt(curl, CURLOPT_URL, ELSEWHERE);
  curl_easy_perform(curl);
  curl_easy_getinfo(curl, CURLINFO_EFFECTIVE_URL, &url);
  go(url, NULL);
  curl_easy_cleanup(curl);
}

// A URL by its parts.
static void goTo(CURLU *parts) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_CURLU, parts);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
void parts(void) {
  CURLU *url = curl_url();
  char *part = NULL;
  curl_url_set(url, CURLUPART_URL, "https://siem.contoso.example/v1/alerts?$top=1", 0);
  goTo(url);
  curl_url_set(url, CURLUPART_URL, "/v1.0/", 0); // the same host
  goTo(url);
  curl_url_get(url, CURLUPART_PATH, &part, 0);
  go(part[1] == 'v' ? ELSEWHERE : GRAPH, NULL);
  curl_url_set(url, CURLUPART_URL, "me", 0);
  goTo(url);
  curl_url_get(url, CURLUPART_PATH, &part, 0);
  go(part[6] == 'm' ? ELSEWHERE : GRAPH, NULL);
  curl_url_set(url, CURLUPART_URL, "you", 0); // in place of `me`
  goTo(url);
  curl_url_set(url, CURLUPART_URL, NULL, 0);
  goTo(url); // goes nowhere
  curl_url_set(url, CURLUPART_URL, "graph.microsoft.com/v1.0/me", CURLU_GUESS_SCHEME);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  goTo(url);
  curl_url_get(url, CURLUPART_HOST, &part, 0);
  curl_url_set(url, CURLUPART_HOST, "siem.contoso.example", 0);
  goTo(url);
  curl_url_set(url, CURLUPART_HOST, part, 0);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  goTo(url);
  curl_url_get(url, CURLUPART_SCHEME, &part, 0);
  go(part[0] == 'h' ? ELSEWHERE : GRAPH, NULL);
  curl_url_set(url, CURLUPART_QUERY, "beta=1", 0);
  curl_url_get(url, CURLUPART_QUERY, &part, 0);
  go(part[0] == 'b' ? ELSEWHERE : GRAPH, NULL);
  if (curl_url_get(url, CURLUPART_FRAGMENT, &part, 0) == CURLUE_OK && part == NULL)
    go(ELSEWHERE, NULL);
  curl_url_cleanup(url);
}

// CURLOPT_CURLU goes before CURLOPT_URL, until it is taken back.
void both(void) {
  CURL *curl = curl_easy_init();
  CURLU *url = curl_url();
  curl_url_set(url, CURLUPART_URL, ELSEWHERE, 0);
  curl_easy_setopt(curl, CURLOPT_CURLU, url);
  curl_easy_setopt(curl, CURLOPT_URL, GRAPH);
  curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_CURLU, NULL);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  curl_url_cleanup(url);
}

// A raw connection: what came back leads on.
void raw(void) {
  CURL *curl = curl_easy_init();
  char answer[2000];
  size_t count = 0;
  curl_easy_setopt(curl, CURLOPT_URL, GRAPH);
  curl_easy_setopt(curl, CURLOPT_CONNECT_ONLY, 1L);
  curl_easy_perform(curl);
  curl_easy_recv(curl, answer, sizeof answer, &count);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  go(answer, NULL);
  curl_easy_cleanup(curl);
}

// The way of old to drive transfers.
void driven(CURLM *multi) {
  CURL *curl = curl_easy_init();
  int running = 1;
  curl_easy_setopt(curl, CURLOPT_URL, GRAPH);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_multi_add_handle(multi, curl);
  curl_multi_socket(multi, 0, &running);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  if (running == 1)
    go(ELSEWHERE, NULL);
  else
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    go(GRAPH, NULL);
  curl_multi_remove_handle(multi, curl);
  curl_easy_cleanup(curl);
}
