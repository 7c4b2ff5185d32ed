// RUN: %check-doors %s -- -w -std=gnu17 -isystem/usr/include/libsoup-2.4 -isystem/usr/include/libxml2 -isystem/usr/include/glib-2.0 -isystem/usr/lib/x86_64-linux-gnu/glib-2.0/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What only libsoup 2.4 has: kinds of sessions, queues, requests, URIs of its own.
#include <libsoup/soup.h>

#define AGENT "MdePartner-Contoso-Cognito/1.0"
#define ME "https://graph.microsoft.com/v1.0/me"

static guint send(SoupSession *session, const char *url) {
  SoupMessage *message = soup_message_new("GET", url);
  guint status = soup_session_send_message(session, message);
  g_object_unref(message);
  return status;
}

void kinds(void) {
  SoupSession *sync = soup_session_sync_new(), *async = soup_session_async_new();
  SoupSession *good = soup_session_sync_new_with_options(SOUP_SESSION_USER_AGENT, AGENT, NULL);
  SoupSession *fine = soup_session_async_new_with_options(SOUP_SESSION_TIMEOUT, 5, SOUP_SESSION_USER_AGENT, AGENT, NULL);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  send(sync, ME);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  send(async, ME);
  send(good, ME);
  send(fine, ME);
}

static void done(SoupSession *session, SoupMessage *message, gpointer user) {
  SoupMessage *next = soup_message_new("GET", user);
  soup_session_send_message(session, next);
}

void queued(GMainLoop *loop) {
  SoupSession *good = soup_session_new_with_options("user-agent", AGENT, NULL), *bad = soup_session_new();
  soup_session_queue_message(good, soup_message_new("GET", ME), NULL, NULL);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  soup_session_queue_message(bad, soup_message_new("GET", ME), NULL, NULL);
  g_main_loop_run(loop);
}

// The callback sends, too.
void callback(GMainLoop *loop) {
  SoupSession *session = soup_session_new_with_options("user-agent", "Contoso", NULL);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  soup_session_queue_message(session, soup_message_new("GET", "https://login.microsoftonline.com/common"), done, ME);
  g_main_loop_run(loop);
}

// What is set until the main loop runs counts.
void before_the_loop(GMainLoop *loop) {
  SoupSession *session = soup_session_new();
  SoupMessage *message = soup_message_new("GET", ME);
  soup_session_queue_message(session, message, NULL, NULL);
  soup_message_headers_append(message->request_headers, "User-Agent", AGENT);
  g_main_loop_run(loop);
  message = soup_message_new("GET", ME);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  soup_session_send_async(session, message, NULL, NULL, NULL);
  g_main_loop_run(loop);
  soup_message_headers_append(message->request_headers, "User-Agent", AGENT);
}

void cancelled(GMainLoop *loop) {
  SoupSession *session = soup_session_new();
  SoupMessage *message = soup_message_new("GET", ME);
  soup_session_queue_message(session, message, NULL, NULL);
  soup_session_cancel_message(session, message, SOUP_STATUS_CANCELLED);
  g_main_loop_run(loop);
}

void requests(void) {
  SoupSession *good = soup_session_new_with_options("user-agent", AGENT, NULL), *bad = soup_session_new();
  SoupRequestHTTP *request = soup_session_request_http(good, "GET", ME, NULL);
  soup_request_send(SOUP_REQUEST(request), NULL, NULL);
  request = soup_session_request_http(bad, "GET", ME, NULL);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  soup_request_send(SOUP_REQUEST(request), NULL, NULL);
  SoupMessage *message = soup_request_http_get_message(request);
  soup_message_headers_replace(message->request_headers, "User-Agent", AGENT);
  soup_request_send(SOUP_REQUEST(request), NULL, NULL);
}

void uris(void) {
  SoupSession *session = soup_session_new();
  SoupURI *uri = soup_uri_new("https://siem.contoso.example/v1.0/me");
  SoupMessage *message = soup_message_new_from_uri("GET", uri);
  soup_session_send_message(session, message);
  soup_uri_set_host(uri, "graph.microsoft.com");
  // The message has a copy.
  soup_session_send_message(session, message);
  soup_message_set_uri(message, uri);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  soup_session_send_message(session, message);
  SoupURI *next = soup_uri_new_with_base(uri, "/v1.0/users");
  message = soup_message_new_from_uri("GET", next);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  soup_session_send_message(session, message);
  soup_message_headers_replace(message->request_headers, "User-Agent", AGENT);
  soup_session_send_message(session, message);
}

void forms(void) {
  SoupSession *session = soup_session_new();
  SoupMessage *token = soup_form_request_new("POST", "https://login.microsoftonline.com/common/oauth2/v2.0/token",
                                             "grant_type", "client_credentials", NULL);
  SoupMessage *upload = soup_form_request_new("POST", ME, "name", "value", NULL);
  soup_session_send_message(session, token);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  soup_session_send_message(session, upload);
  soup_message_headers_append(upload->request_headers, "User-Agent", AGENT);
  soup_session_send_message(session, upload);
}

void next_page(void) {
  SoupSession *session = soup_session_new();
  SoupMessage *message = soup_message_new("GET", ME);
  soup_message_headers_append(message->request_headers, "User-Agent", AGENT);
  while (soup_session_send_message(session, message) == 503)
    continue;
  if (message->status_code != 200)
    return;
  char *url = g_strdup_printf("https://graph.microsoft.com/v1.0/users/%s", message->response_body->data);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  send(session, url);
  g_free(url);
}
