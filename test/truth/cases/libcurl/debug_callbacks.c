// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Callbacks of libcurl: one reads headers, one counts, and one sends a request
// of its own for every answer.
#include <curl/curl.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <truth/choice.h>

struct session {
  CURL *main;
  CURL *side;
  size_t bytes;
  char correlation[64];
  int notify;
};

static size_t discard(char *data, size_t size, size_t count, void *user) {
  (void)data, (void)user;
  return size * count;
}

static size_t on_header(char *line, size_t size, size_t count, void *user) {
  struct session *session = user;
  size_t length = size * count;
  if (length > 16 && strncasecmp(line, "x-correlation-id:", 17) == 0 && length < sizeof session->correlation + 17) {
    memcpy(session->correlation, line + 17, length - 17);
    session->correlation[length - 17] = '\0';
  }
  return length;
}

static size_t on_body(char *data, size_t size, size_t count, void *user) {
  struct session *session = user;
  (void)data;
  session->bytes += size * count;
  if (session->notify) {
    curl_easy_setopt(session->side, CURLOPT_URL, "https://graph.microsoft.com/v1.0/security/triggers/L_notify"); /* label: notify */
    curl_easy_setopt(session->side, CURLOPT_WRITEFUNCTION, discard);
    if (curl_easy_perform(session->side) != CURLE_OK) /* label: notify */
      return 0;
  }
  return size * count;
}

static int on_debug(CURL *curl, curl_infotype type, char *data, size_t size, void *user) {
  (void)curl, (void)user;
  if (type == CURLINFO_HEADER_OUT)
    fwrite(data, 1, size, stderr);
  return 0;
}

static CURLcode get(struct session *session, const char *url) {
  curl_easy_setopt(session->main, CURLOPT_URL, url);
  curl_easy_setopt(session->main, CURLOPT_HEADERFUNCTION, on_header);
  curl_easy_setopt(session->main, CURLOPT_HEADERDATA, session);
  curl_easy_setopt(session->main, CURLOPT_WRITEFUNCTION, on_body);
  curl_easy_setopt(session->main, CURLOPT_WRITEDATA, session);
  return curl_easy_perform(session->main);
}

int main(void) {
  struct session session;
  CURLcode code;
  memset(&session, 0, sizeof session);
  curl_global_init(CURL_GLOBAL_DEFAULT);
  session.main = curl_easy_init();
  session.side = curl_easy_init();
  if (!session.main || !session.side)
    return 1;
  if (truth_flag("debug")) {
    curl_easy_setopt(session.main, CURLOPT_DEBUGFUNCTION, on_debug);
    curl_easy_setopt(session.main, CURLOPT_VERBOSE, 1L);
  }
  curl_easy_setopt(session.main, CURLOPT_USERAGENT, "MdePartner-Contoso-Callbacks/1.0");
  code = get(&session, "https://graph.microsoft.com/v1.0/security/alerts_v2/L_quiet"); /* label: quiet */
  session.notify = 1;
  if (code == CURLE_OK)
    code = get(&session, "https://graph.microsoft.com/v1.0/security/alerts_v2/L_loud"); /* label: loud */
  printf("%zu bytes, correlation%s\n", session.bytes, session.correlation);
  curl_easy_cleanup(session.side);
  curl_easy_cleanup(session.main);
  curl_global_cleanup();
  return code;
}
