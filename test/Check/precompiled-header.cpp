// RUN: clang++-22 -std=c++17 -x c++-header %S/Inputs/client.h -o %t.pch
// RUN: %mde-tidy --quiet --checks=-*,mde-user-agent %s -- -std=c++17 -include-pch %t.pch | FileCheck %s
// REQUIRES: clang
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// All that names a library or a host is in a precompiled header.
// CHECK: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
void get() { fetchMe(); }
