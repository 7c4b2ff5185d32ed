// RUN: %check-doors %s --fix --config="{CheckOptions: {mde-user-agent.Company: Contoso, mde-user-agent.Product: Cognito, mde-user-agent.Version: '1.0'}}" -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A fix-it sets the option before the request is performed, or replaces its value.
#include <curlpp/Easy.hpp>
#include <curlpp/Options.hpp>

void inserted() {
  curlpp::Easy request;
  request.setOpt(curlpp::options::Url("https://graph.microsoft.com/v1.0/me"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; curlpp sends none [mde-user-agent]
  request.perform();
}
// CHECK-FIXES: void inserted()
// CHECK-FIXES: request.setOpt(curlpp::options::UserAgent("MdePartner-Contoso-Cognito/1.0"));
// CHECK-FIXES-NEXT: request.perform();

void replaced() {
  curlpp::Easy request;
  request.setOpt(curlpp::options::Url("https://graph.microsoft.com/v1.0/me"));
  request.setOpt(curlpp::options::UserAgent("contoso/1.0"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  request.perform();
}
// CHECK-FIXES: void replaced()
// CHECK-FIXES: request.setOpt(curlpp::options::UserAgent("MdePartner-Contoso-Cognito/1.0"));
// CHECK-FIXES-NEXT: {{^ *//}}
// CHECK-FIXES-NEXT: request.perform();

void throughAPointer() {
  curlpp::Easy easy, *request = &easy;
  request->setOpt(curlpp::options::Url("https://graph.microsoft.com/v1.0/me"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; curlpp sends none [mde-user-agent]
  request->perform();
}
// CHECK-FIXES: void throughAPointer()
// CHECK-FIXES: request->setOpt(curlpp::options::UserAgent("MdePartner-Contoso-Cognito/1.0"));
// CHECK-FIXES-NEXT: request->perform();
