// RUN: %check-doors %s --fix --config="{CheckOptions: {mde-user-agent.Models: '%S/Inputs/contoso-http.yaml', mde-user-agent.UserAgentExpression: kAgent}}" -- -std=c++17 -I%S
// RUN: %check-doors %s --config="{CheckOptions: {mde-user-agent.Models: Inputs/contoso-http.yaml}}" -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A library that only the user knows, described in a model of the user: named
// in full, or relative to a folder above the source.
#include "Inputs/contoso_http.h"

static const char kAgent[] = "MdePartner-Contoso-Cognito/1.0";

void get() {
  contoso_request *request = contoso_new();
  contoso_url(request, "https://graph.microsoft.com/v1.0/me");
  // CHECK-FIXES: {{^}}  contoso_agent(request, kAgent);
  // CHECK-FIXES-NEXT: {{^}}  contoso_send(request);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; contoso-http sends 'contoso-http/3' [mde-user-agent]
  contoso_send(request);
  contoso_agent(request, kAgent);
  contoso_send(request);
}
