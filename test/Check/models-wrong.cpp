// RUN: not %mde-tidy --quiet --config="{CheckOptions: {mde-user-agent.Models: 'Inputs/wrong.yaml;nowhere.yaml;Inputs/contoso-http.yaml'}}" --checks=-*,mde-user-agent %s -- -std=c++17 2>&1 | FileCheck %s
// RUN: not %clang-tidy --load=%plugin --quiet --config="{CheckOptions: {mde-user-agent.Models: 'Inputs/wrong.yaml;nowhere.yaml;Inputs/contoso-http.yaml'}}" --checks=-*,mde-user-agent %s -- -std=c++17 2>&1 | FileCheck %s
// REQUIRES: clang
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is wrong in a model is an error with its line. The other models hold.
#include "Inputs/contoso_http.h"

// CHECK-DAG: error: {{.*}}Inputs/wrong.yaml:6:{{[0-9]+}}: {{.*}}sned{{.*}} [clang-tidy-config]
// CHECK-DAG: error: the model 'nowhere.yaml' cannot be read: {{.*}} [clang-tidy-config]

void get() {
  contoso_request *request = contoso_new();
  contoso_url(request, "https://graph.microsoft.com/v1.0/me");
  // CHECK-DAG: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; contoso-http sends 'contoso-http/3' [mde-user-agent]
  contoso_send(request);
}
