// RUN: %check-doors %s --config="{CheckOptions: {mde-user-agent.VerifyAll: true}}" -- -std=c++17 -DJUCE_GLOBAL_MODULE_SETTINGS_INCLUDED=1 -isystem /usr/share/juce/modules
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What nobody can know is said with VerifyAll only.
#include <juce_core/juce_core.h>

extern juce::String common();
extern void configure(juce::WebInputStream &);

void headers() {
  const juce::URL me("https://graph.microsoft.com/v1.0/me");
  const juce::URL::InputStreamOptions options(juce::URL::ParameterHandling::inAddress);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: {{.+}} [mde-user-agent]
  me.createInputStream(options.withExtraHeaders(common()));
  me.createInputStream(options.withExtraHeaders("User-Agent: MdePartner-Contoso-Cognito/1.0\r\n"));
}

void configured() {
  juce::WebInputStream stream(juce::URL("https://graph.microsoft.com/v1.0/me"), false);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: {{.+}} [mde-user-agent]
  configure(stream);
  stream.connect(nullptr);
}
