// RUN: %check-doors %s -- -w -std=gnu17 -isystem/usr/include/libsoup-3.0 -isystem/usr/include/glib-2.0 -isystem/usr/lib/x86_64-linux-gnu/glib-2.0/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A session that comes from code that was not seen may have a User-Agent.
#include <libsoup/soup.h>

#define ME "https://graph.microsoft.com/v1.0/me"

extern SoupSession *shared_session(void);
extern void configure(SoupSession *);
SoupSession *session;

static void send(SoupSession *session) { soup_session_send(session, soup_message_new("GET", ME), NULL, NULL); }

void parameter(SoupSession *session) { send(session); }

void result(void) { send(shared_session()); }

void global(void) { send(session); }

void configured(void) {
  SoupSession *good = soup_session_new(), *bad = soup_session_new();
  configure(good);
  send(good);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  send(bad);
}

void later(void) {
  SoupSession *good = soup_session_new(), *bad = soup_session_new();
  configure(good);
  soup_session_send_async(good, soup_message_new("GET", ME), G_PRIORITY_DEFAULT, NULL, NULL, NULL);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  soup_session_send_async(bad, soup_message_new("GET", ME), G_PRIORITY_DEFAULT, NULL, NULL, NULL);
}
