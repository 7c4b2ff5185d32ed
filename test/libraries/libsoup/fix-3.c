// RUN: %check-doors %s --fix --config="{CheckOptions: {mde-user-agent.Company: Contoso, mde-user-agent.Product: Cognito, mde-user-agent.Version: '1.0'}}" -- -w -std=gnu17 -isystem/usr/include/libsoup-3.0 -isystem/usr/include/glib-2.0 -isystem/usr/lib/x86_64-linux-gnu/glib-2.0/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A fix-it adds the header before the message is sent.
#include <libsoup/soup.h>

GBytes *sent(void) {
  SoupSession *session = soup_session_new();
  SoupMessage *message = soup_message_new("GET", "https://graph.microsoft.com/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  return soup_session_send_and_read(session, message, NULL, NULL);
}
// CHECK-FIXES: GBytes *sent(void)
// CHECK-FIXES: soup_message_headers_replace(soup_message_get_request_headers(message), "User-Agent", "MdePartner-Contoso-Cognito/1.0");
// CHECK-FIXES-NEXT: return soup_session_send_and_read(session, message
