// RUN: not %mde-tidy --quiet --config="{CheckOptions: {mde-user-agent.GraphScope: some, mde-user-agent.Company: 'Contoso Ltd', mde-user-agent.VerifyAll: maybe, mde-user-agent.TargetHosts: 'https://x', mde-user-agent.UserCode: 'src/[', mde-user-agent.Compny: Contoso}}" --checks=-*,mde-user-agent %s -- -std=c++17 2>&1 | FileCheck %s
// RUN: not %clang-tidy --load=%plugin --quiet --config="{CheckOptions: {mde-user-agent.GraphScope: some, mde-user-agent.Company: 'Contoso Ltd', mde-user-agent.VerifyAll: maybe, mde-user-agent.TargetHosts: 'https://x', mde-user-agent.UserCode: 'src/[', mde-user-agent.Compny: Contoso}}" --checks=-*,mde-user-agent %s -- -std=c++17 2>&1 | FileCheck %s
// REQUIRES: clang
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A wrong option is an error that names the key and what is allowed. The file is
// checked all the same.
#include <curl/curl.h>

// CHECK-DAG: error: mde-user-agent.GraphScope: option 'GraphScope' is 'some'; allowed: 'all' or 'security' [clang-tidy-config]
// CHECK-DAG: error: mde-user-agent.Company: option 'Company' is 'Contoso Ltd'; allowed: {{.*}} [clang-tidy-config]
// CHECK-DAG: error: mde-user-agent.VerifyAll: option 'VerifyAll' is 'maybe'; allowed: 'true' or 'false' [clang-tidy-config]
// CHECK-DAG: error: mde-user-agent.TargetHosts: option 'TargetHosts': {{.*}} [clang-tidy-config]
// CHECK-DAG: error: mde-user-agent.UserCode: option 'UserCode': 'src/[' is no glob: {{.*}}; allowed: {{.*}} [clang-tidy-config]
// CHECK-DAG: error: mde-user-agent.Compny: there is no such option; allowed: AllowTrailingProducts, {{.*}} [clang-tidy-config]

void get() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  // CHECK-DAG: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
}
