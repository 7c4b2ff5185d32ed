// RUN: %check-doors %s --fix --config="{CheckOptions: {mde-user-agent.Company: Contoso, mde-user-agent.Product: Cognito, mde-user-agent.Version: '1.0'}}" -- -std=c++17 -DJUCE_GLOBAL_MODULE_SETTINGS_INCLUDED=1 -isystem /usr/share/juce/modules
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stream is given a header before it connects.
#include <juce_core/juce_core.h>

void inserted() {
  juce::WebInputStream stream(juce::URL("https://graph.microsoft.com/v1.0/me"), false);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; JUCE sends {{.+}} [mde-user-agent]
  stream.connect(nullptr);
}
// CHECK-FIXES: stream.withExtraHeaders(juce::String("User-Agent: ") + "MdePartner-Contoso-Cognito/1.0");
// CHECK-FIXES-NEXT: stream.connect(nullptr);
