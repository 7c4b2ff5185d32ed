// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Pushes indicators to Defender with libsoup 2.4: the headers come from a table, a
// failed message is sent again, and the list of what was pushed is read with the
// plain session.
#include <libsoup/soup.h>
#include <string.h>
#include <truth/choice.h>

struct header {
  const char *name;
  const char *value;
};

static const struct header common[] = {
    {"Accept", "application/json"},
    {"User-Agent", "MdePartner-Contoso-Feeds/4.4"},
};

static const struct header legacy[] = {
    {"Accept", "application/json"},
    {"User-Agent", "ContosoFeeds/4.4 (libsoup)"},
};

static guint send_all(SoupSession *session, SoupMessage *message, const struct header *headers, size_t count) {
  guint status;
  for (size_t i = 0; i < count; ++i)
    soup_message_headers_append(message->request_headers, headers[i].name, headers[i].value);
  for (int attempt = 0; attempt < 2; ++attempt) {
    status = soup_session_send_message(session, message);
    if (SOUP_STATUS_IS_SUCCESSFUL(status))
      break;
  }
  return status;
}

static guint push(SoupSession *session, const char *url, const char *indicator, const struct header *headers) {
  SoupMessage *message = soup_message_new("POST", url);
  char *body = g_strdup_printf("{\"indicatorValue\":\"%s\"}", indicator);
  soup_message_set_request(message, "application/json", SOUP_MEMORY_TAKE, body, strlen(body));
  guint status = send_all(session, message, headers, 2);
  g_object_unref(message);
  return status;
}

static void list(SoupSession *session) {
  SoupURI *uri = soup_uri_new("http://api.securitycenter.microsoft.com/");
  soup_uri_set_path(uri, "/api/indicators/L_list");
  soup_uri_set_query(uri, "$top=10");
  SoupMessage *message = soup_message_new_from_uri("GET", uri);
  soup_session_send_message(session, message); // label: list
  soup_uri_free(uri);
  g_object_unref(message);
}

int main(void) {
  SoupSession *session = soup_session_new();
  const char *indicator = truth_text("indicator", "198.51.100.7");
  push(session, "http://api.securitycenter.microsoft.com/api/indicators/L_push", indicator, common); // label: push
  push(session, "http://api.security.microsoft.com/api/indicators/L_legacy", indicator, legacy); // label: legacy
  push(session, "http://siem.contoso.example/api/L_mirror", indicator, legacy); // label: mirror
  list(session);
  if (truth_flag("named"))
    g_object_set(session, SOUP_SESSION_USER_AGENT, "MdePartner-Contoso-Feeds/4.4", NULL);
  SoupMessage *last = soup_message_new("DELETE", "http://api.securitycenter.microsoft.com/api/indicators/L_prune");
  soup_session_send_message(session, last); // label: prune
  g_object_unref(last);
  g_object_unref(session);
  return 0;
}
