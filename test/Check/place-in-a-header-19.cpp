// RUN: %clang-tidy-19 --load=%plugin-19 --checks=-*,mde-user-agent --quiet %s -- -std=c++17 | FileCheck %s --implicit-check-not=warning:
// REQUIRES: llvm19
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// clang-tidy 19 hides all headers unless it is told otherwise.
#include "Inputs/client.h"

void once() {
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  fetchMe();
}
