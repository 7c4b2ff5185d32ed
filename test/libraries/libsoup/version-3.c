// RUN: %check-doors %s -- -w -std=gnu17 -isystem/usr/include/libsoup-3.0 -isystem/usr/include/glib-2.0 -isystem/usr/lib/x86_64-linux-gnu/glib-2.0/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What only libsoup 3.0 has: setters, whole bodies, URIs of GLib.
#include <libsoup/soup.h>

#define AGENT "MdePartner-Contoso-Cognito/1.0"
#define ME "https://graph.microsoft.com/v1.0/me"

static void get(SoupSession *session) {
  SoupMessage *message = soup_message_new("GET", ME);
  GBytes *bytes = soup_session_send_and_read(session, message, NULL, NULL);
  if (bytes)
    g_bytes_unref(bytes);
  g_object_unref(message);
}

void setter(void) {
  SoupSession *session = soup_session_new();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  get(session);
  soup_session_set_user_agent(session, AGENT);
  get(session);
  soup_session_set_user_agent(session, soup_session_get_user_agent(session));
  get(session);
  soup_session_set_user_agent(session, "Contoso ");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso libsoup/{its version}' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  get(session);
  soup_session_set_user_agent(session, NULL);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  get(session);
}

static void done(GObject *source, GAsyncResult *result, gpointer user) {
  SoupSession *session = SOUP_SESSION(source);
  GBytes *bytes = soup_session_send_and_read_finish(session, result, NULL);
  if (bytes)
    g_bytes_unref(bytes);
  SoupMessage *next = soup_message_new("GET", user);
  soup_session_send(session, next, NULL, NULL);
}

void callback(GMainLoop *loop) {
  SoupSession *session = soup_session_new_with_options("user-agent", "Contoso", NULL);
  SoupMessage *message = soup_message_new("GET", "https://login.microsoftonline.com/common");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  soup_session_send_and_read_async(session, message, G_PRIORITY_DEFAULT, NULL, done, ME);
  g_main_loop_run(loop);
}

void before_the_loop(GMainLoop *loop) {
  SoupSession *session = soup_session_new();
  soup_session_send_async(session, soup_message_new("GET", ME), G_PRIORITY_DEFAULT, NULL, NULL, NULL);
  soup_session_set_user_agent(session, AGENT);
  g_main_loop_run(loop);
  soup_session_set_user_agent(session, NULL);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  soup_session_send_async(session, soup_message_new("GET", ME), G_PRIORITY_DEFAULT, NULL, NULL, NULL);
  g_main_loop_run(loop);
  soup_session_set_user_agent(session, AGENT);
}

void uris(void) {
  SoupSession *session = soup_session_new();
  GUri *uri = g_uri_parse(ME, G_URI_FLAGS_NONE, NULL);
  GUri *built = g_uri_build(G_URI_FLAGS_NONE, "https", NULL, "api.security.microsoft.com", -1, "/api/incidents", NULL, NULL);
  SoupMessage *message = soup_message_new_from_uri("GET", uri);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  soup_session_send(session, message, NULL, NULL);
  soup_message_set_uri(message, built);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  soup_session_send(session, message, NULL, NULL);
  soup_message_headers_replace(soup_message_get_request_headers(message), "User-Agent", AGENT);
  soup_session_send(session, message, NULL, NULL);
  g_uri_unref(uri);
}

void made_as_an_object(void) {
  SoupSession *session = soup_session_new();
  GUri *uri = g_uri_parse(ME, G_URI_FLAGS_NONE, NULL);
  SoupMessage *message = g_object_new(SOUP_TYPE_MESSAGE, "method", "GET", "uri", uri, NULL);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  soup_session_send(session, message, NULL, NULL);
  soup_message_headers_append(soup_message_get_request_headers(message), "User-Agent", AGENT);
  soup_session_send(session, message, NULL, NULL);
}

void forms(void) {
  SoupSession *session = soup_session_new();
  SoupMessage *upload = soup_message_new_from_encoded_form("POST", ME, g_strdup("a=b"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  soup_session_send(session, upload, NULL, NULL);
  soup_message_headers_append(soup_message_get_request_headers(upload), "User-Agent", AGENT);
  soup_session_send(session, upload, NULL, NULL);
}

void next_page(void) {
  SoupSession *session = soup_session_new();
  SoupMessage *message = soup_message_new("GET", ME);
  soup_message_headers_append(soup_message_get_request_headers(message), "User-Agent", AGENT);
  soup_session_send(session, message, NULL, NULL);
  const char *location = soup_message_headers_get_one(soup_message_get_response_headers(message), "Location");
  if (!location)
    return;
  SoupMessage *next = soup_message_new("GET", location);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  soup_session_send(session, next, NULL, NULL);
  soup_message_headers_append(soup_message_get_request_headers(next), "User-Agent", AGENT);
  soup_session_send(session, next, NULL, NULL);
}
