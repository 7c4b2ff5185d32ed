// RUN: %check-doors %s -- -std=gnu17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// GNU C: functions that run when a variable ends, jumps to a label from a table; and
// integers narrower than int.
#include <curl/curl.h>

static void go(const char *agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// As g_autoptr and systemd's _cleanup_ do it.
static void flush(const char **agent) { go(*agent); }
#define FLUSHED __attribute__((cleanup(flush)))
extern int early(void);
void cleanup_on_return(void) {
  FLUSHED const char *good = "MdePartner-Contoso-Cognito/1.0";
  if (early())
    return;
  FLUSHED const char *none = "";
  // CHECK: :[[@LINE+1]]:1: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
}
void cleanup_reads_it_then(void) {
  FLUSHED const char *agent = "";
  agent = "MdePartner-Contoso-Cognito/1.0";
}
static void nothing(CURL **curl) { (void)curl; }
void cleanup_of_a_handle(void) {
  __attribute__((cleanup(nothing))) CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");
  curl_easy_perform(curl);
}

void labels_in_a_table(int n) {
  static void *const table[] = {&&none, &&good};
  goto *table[n & 1];
none:
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  go("");
  return;
good:
  go("MdePartner-Contoso-Cognito/1.0");
}

void narrow(void) {
  unsigned char retries = 255;
  ++retries;
  go(retries == 0 ? "MdePartner-Contoso-Cognito/1.0" : "");
  retries--;
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  go(retries == 255 ? "" : "MdePartner-Contoso-Cognito/1.0");
}
