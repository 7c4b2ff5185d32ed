// RUN: %mde-tidy --checks=-*,mde-user-agent --header-filter='.*' --quiet %s -- -std=c++17 | FileCheck %s --check-prefix=HEADER --implicit-check-not=warning:
// RUN: %mde-tidy --checks=-*,mde-user-agent --header-filter= --quiet %s -- -std=c++17 | FileCheck %s --check-prefix=MAIN --implicit-check-not=warning:
// RUN: %mde-tidy --checks=-*,mde-user-agent --header-filter='.*' --exclude-header-filter='client' --quiet %s -- -std=c++17 | FileCheck %s --check-prefix=MAIN --implicit-check-not=warning:
// REQUIRES: clang
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The place is in a header. Where the header is hidden, each call of the main
// file that leads there is one.
#include "Inputs/client.h"

// HEADER: client.h:9:23: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
// HEADER-NOT: note: {{.*}}called here
void once() {
  // MAIN: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  fetchMe();
  // MAIN: client.h:9:23: note: the request leaves here
}

int twice() {
  // MAIN: :[[@LINE+1]]:10: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  return fetchMe();
}
