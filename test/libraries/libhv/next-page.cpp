// RUN: %check-doors %s -- -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libhv: a function of requests.h, whose body is looked into, decides whether it returns
// an answer: the page that it names is followed only where there is one.
#include <hv/requests.h>

#define AGENT "MdePartner-Contoso-Cognito/1.0"
#define ME "https://graph.microsoft.com/v1.0/me"

void nextPage() {
  const http_headers fields{{"User-Agent", AGENT}};
  auto page = requests::get(ME, fields);
  if (!page)
    return;
  requests::get(page->body.c_str(), fields);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libhv sends 'Mozilla/5.0 (Windows NT 10.0; {{.+}} [mde-user-agent]
  requests::get(page->body.c_str());
}
