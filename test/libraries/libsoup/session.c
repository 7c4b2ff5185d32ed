// RUN: %check-doors %s -- -w -std=gnu17 -isystem/usr/include/libsoup-2.4 -isystem/usr/include/libxml2 -isystem/usr/include/glib-2.0 -isystem/usr/lib/x86_64-linux-gnu/glib-2.0/include
// RUN: %check-doors %s -- -w -std=gnu17 -DV3 -isystem/usr/include/libsoup-3.0 -isystem/usr/include/glib-2.0 -isystem/usr/lib/x86_64-linux-gnu/glib-2.0/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The session's property and the message's headers, in both versions of the library.
#include <libsoup/soup.h>

#define AGENT "MdePartner-Contoso-Cognito/1.0"
#define ME "https://graph.microsoft.com/v1.0/me"
#ifdef V3
#define HEADERS(message) soup_message_get_request_headers(message)
#else
#define HEADERS(message) (message)->request_headers
#endif

static void send(SoupSession *session, const char *url) {
  SoupMessage *message = soup_message_new("GET", url);
  GInputStream *stream = soup_session_send(session, message, NULL, NULL);
  g_clear_object(&stream);
  g_object_unref(message);
}

void missing(void) {
  SoupSession *session = soup_session_new();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  send(session, ME);
  send(session, "https://siem.contoso.example/?url=" ME);
  g_object_unref(session);
}

void with_options(void) {
  SoupSession *good = soup_session_new_with_options("timeout", 20, "user-agent", AGENT, NULL);
  SoupSession *bad = soup_session_new_with_options("timeout", 20, "accept-language", AGENT, NULL);
  SoupSession *malformed = soup_session_new_with_options("user-agent", "Contoso/1.0", NULL);
  send(good, ME);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  send(bad, ME);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(malformed, ME);
}

void as_properties(void) {
  SoupSession *good = g_object_new(SOUP_TYPE_SESSION, "max-conns", 5, "user-agent", AGENT, NULL);
  SoupSession *bad = g_object_new(SOUP_TYPE_SESSION, NULL);
  send(good, ME);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  send(bad, ME);
  g_object_set(bad, "timeout", 10, "user-agent", AGENT, NULL);
  send(bad, ME);
  g_object_set(bad, "user-agent", NULL, NULL);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  send(bad, ME);
  g_object_set(bad, "user_agent", "Contoso", NULL);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(bad, ME);
}

// What ends in a space gets the library's own behind it.
void completed(void) {
  SoupSession *space = soup_session_new_with_options("user-agent", AGENT " ", NULL);
  SoupSession *empty = soup_session_new_with_options("user-agent", "", NULL);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0 libsoup/{its version}' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(space, ME);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'libsoup/{its version}' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(empty, ME);
}

void not_completed(const char *version) {
  char *agent = g_strdup_printf("MdePartner-Contoso-Cognito/%s", version);
  SoupSession *session = soup_session_new_with_options("user-agent", agent, NULL);
  send(session, ME);
  g_free(agent);
}

// The session's goes before the message's.
void session_before_message(void) {
  SoupSession *good = soup_session_new_with_options("user-agent", AGENT, NULL);
  SoupSession *bad = soup_session_new_with_options("user-agent", "Contoso", NULL);
  SoupMessage *first = soup_message_new("GET", ME), *second = soup_message_new("GET", ME);
  soup_message_headers_append(HEADERS(first), "User-Agent", "Contoso");
  soup_session_send(good, first, NULL, NULL);
  soup_message_headers_append(HEADERS(second), "User-Agent", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  soup_session_send(bad, second, NULL, NULL);
}

void in_the_message(void) {
  SoupSession *session = soup_session_new();
  SoupMessage *message = soup_message_new("GET", ME), *other = soup_message_new("POST", ME);
  soup_message_headers_append(HEADERS(message), "Accept", "application/json");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  soup_session_send(session, message, NULL, NULL);
  soup_message_headers_append(HEADERS(message), "User-Agent", AGENT);
  soup_session_send(session, message, NULL, NULL);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  soup_session_send(session, other, NULL, NULL);
}

void appended_and_replaced(void) {
  SoupSession *session = soup_session_new();
  SoupMessage *twice = soup_message_new("GET", ME), *replaced = soup_message_new("GET", ME);
  soup_message_headers_append(HEADERS(twice), "User-Agent", "Contoso");
  soup_message_headers_append(HEADERS(twice), "user-agent", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso', 'MdePartner-Contoso-Cognito/1.0' of the request to graph.microsoft.com is malformed: 2 User-Agent headers are sent, one is allowed [mde-user-agent]
  soup_session_send(session, twice, NULL, NULL);
  soup_message_headers_append(HEADERS(replaced), "User-Agent", "Contoso");
  soup_message_headers_replace(HEADERS(replaced), "user-agent", AGENT);
  soup_session_send(session, replaced, NULL, NULL);
}

void removed_again(void) {
  SoupSession *session = soup_session_new();
  SoupMessage *message = soup_message_new("GET", ME);
  soup_message_headers_append(HEADERS(message), "User-Agent", AGENT);
  soup_message_headers_remove(HEADERS(message), "Accept");
  soup_session_send(session, message, NULL, NULL);
  soup_message_headers_remove(HEADERS(message), "user-agent");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  soup_session_send(session, message, NULL, NULL);
  soup_message_headers_append(HEADERS(message), "User-Agent", AGENT);
  soup_message_headers_clear(HEADERS(message));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  soup_session_send(session, message, NULL, NULL);
  soup_message_headers_append(HEADERS(message), "User-Agent", "");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent with an empty User-Agent header on this path [mde-user-agent]
  soup_session_send(session, message, NULL, NULL);
}

void only_if_absent(void) {
  SoupSession *session = soup_session_new();
  SoupMessage *message = soup_message_new("GET", ME);
  if (!soup_message_headers_get_one(HEADERS(message), "User-Agent"))
    soup_message_headers_append(HEADERS(message), "User-Agent", AGENT);
  if (!soup_message_headers_get_one(HEADERS(message), "User-Agent"))
    soup_message_headers_append(HEADERS(message), "User-Agent", "Contoso");
  soup_session_send(session, message, NULL, NULL);
}

void another_session(void) {
  SoupSession *login = soup_session_new(), *graph = soup_session_new();
  g_object_set(login, "user-agent", AGENT, NULL);
  send(login, "https://login.microsoftonline.com/common/oauth2/v2.0/token");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  send(graph, ME);
  g_object_set(graph, "user-agent", AGENT, NULL);
  send(graph, ME);
}

extern gboolean identify(void);

void one_branch(void) {
  SoupSession *session = soup_session_new();
  if (identify())
    g_object_set(session, "user-agent", AGENT, NULL);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  send(session, ME);
}

void both_branches(void) {
  SoupSession *session = soup_session_new();
  if (identify())
    g_object_set(session, "user-agent", AGENT, NULL);
  else
    g_object_set(session, "user-agent", "MdePartner-Contoso-Beta/2.0", NULL);
  send(session, ME);
}

void too_late(void) {
  SoupSession *session = soup_session_new();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  send(session, ME);
  g_object_set(session, "user-agent", AGENT, NULL);
}

struct client {
  SoupSession *session;
  const char *agent;
};

static void client_get(struct client *client, const char *url) {
  SoupMessage *message = soup_message_new("GET", url);
  if (client->agent)
    soup_message_headers_replace(HEADERS(message), "User-Agent", client->agent);
  for (int i = 0; i < 3; ++i) {
    GInputStream *stream = soup_session_send(client->session, message, NULL, NULL);
    if (stream) {
      g_object_unref(stream);
      break;
    }
  }
  g_object_unref(message);
}

void wrapper(void) {
  struct client good = {soup_session_new(), AGENT}, bad = {soup_session_new(), NULL};
  client_get(&good, ME);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  client_get(&bad, ME);
  client_get(&bad, "https://login.microsoftonline.com/common/discovery/keys");
}

void read_back(void) {
  SoupSession *first = soup_session_new_with_options("user-agent", AGENT, NULL), *second = soup_session_new();
  char *agent = NULL;
  g_object_get(first, "user-agent", &agent, NULL);
  g_object_set(second, "user-agent", agent, NULL);
  send(second, ME);
  g_free(agent);
}

void cleaned_up(void) {
  g_autoptr(SoupSession) session = soup_session_new();
  g_autoptr(SoupMessage) message = soup_message_new("GET", ME), other = soup_message_new("GET", ME);
  soup_message_headers_append(HEADERS(message), "User-Agent", AGENT);
  soup_session_send(session, message, NULL, NULL);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  soup_session_send(session, other, NULL, NULL);
}
