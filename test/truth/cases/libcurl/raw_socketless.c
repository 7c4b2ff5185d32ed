// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Requests written by hand over a connection that libcurl opens.
#include <curl/curl.h>
#include <stdio.h>
#include <string.h>
#include <truth/choice.h>

#define CRLF "\r\n"

static int send_all(CURL *curl, const char *data, size_t size) {
  while (size > 0) {
    size_t sent = 0;
    CURLcode code = curl_easy_send(curl, data, size, &sent);
    if (code == CURLE_AGAIN)
      continue;
    if (code != CURLE_OK)
      return -1;
    data += sent;
    size -= sent;
  }
  return 0;
}

static int receive(CURL *curl) {
  char answer[2048];
  size_t got = 0;
  CURLcode code;
  int tries = 0;
  do
    code = curl_easy_recv(curl, answer, sizeof answer, &got);
  while (code == CURLE_AGAIN && ++tries < 1000000);
  return code == CURLE_OK && got > 12 && !strncmp(answer, "HTTP/1.1 200", 12) ? 0 : -1;
}

static CURL *connect_to(const char *url) {
  CURL *curl = curl_easy_init();
  if (!curl)
    return NULL;
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_CONNECT_ONLY, 1L);
  if (curl_easy_perform(curl) != CURLE_OK) {
    curl_easy_cleanup(curl);
    return NULL;
  }
  return curl;
}

static int ask(const char *host, const char *path, const char *agent) {
  char url[128], request[1024];
  int length, result = -1;
  CURL *curl;

  snprintf(url, sizeof url, "http://%s", host);
  curl = connect_to(url);
  if (!curl)
    return -1;
  length = snprintf(request, sizeof request, "GET %s HTTP/1.1" CRLF "Host: %s" CRLF, path, host);
  if (agent)
    length += snprintf(request + length, sizeof request - (size_t)length, "User-Agent: %s" CRLF, agent);
  length += snprintf(request + length, sizeof request - (size_t)length, "Connection: close" CRLF CRLF);
  if (send_all(curl, request, (size_t)length) == 0) /* label: named, unnamed, other */
    result = receive(curl);
  curl_easy_cleanup(curl);
  return result;
}

int main(void) {
  int errors = 0;
  curl_global_init(CURL_GLOBAL_DEFAULT);
  errors += ask("graph.microsoft.com", "/v1.0/security/L_named", "MdePartner-Contoso-Raw/0.1") != 0; /* label: named */
  errors += ask("status.contoso.example", "/L_other", NULL) != 0;                                   /* label: other */
  if (truth_flag("lazy"))
    errors += ask("graph.microsoft.com", "/v1.0/security/L_unnamed", NULL) != 0; /* label: unnamed */
  curl_global_cleanup();
  return errors;
}
