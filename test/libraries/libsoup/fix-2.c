// RUN: %check-doors %s --fix --config="{CheckOptions: {mde-user-agent.Company: Contoso, mde-user-agent.Product: Cognito, mde-user-agent.Version: '1.0'}}" -- -w -std=gnu17 -isystem/usr/include/libsoup-2.4 -isystem/usr/include/libxml2 -isystem/usr/include/glib-2.0 -isystem/usr/lib/x86_64-linux-gnu/glib-2.0/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A fix-it adds the header before the message is sent.
#include <libsoup/soup.h>

void sent(void) {
  SoupSession *session = soup_session_new();
  SoupMessage *message = soup_message_new("GET", "https://graph.microsoft.com/v1.0/me");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libsoup sends none [mde-user-agent]
  soup_session_send_message(session, message);
}
// CHECK-FIXES: void sent(void)
// CHECK-FIXES: soup_message_headers_replace(message->request_headers, "User-Agent", "MdePartner-Contoso-Cognito/1.0");
// CHECK-FIXES-NEXT: soup_session_send_message(session, message);
