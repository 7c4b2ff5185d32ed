// RUN: %check-doors %s --config="{CheckOptions: {mde-user-agent.VerifyAll: true}}" -- -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What nobody can know is said with VerifyAll only.
#include <cpr/cpr.h>

#define ME "https://graph.microsoft.com/v1.0/me"

class Changes : public cpr::Interceptor {
public:
  cpr::Response intercept(cpr::Session &session) override { return proceed(session); }
};

void intercepted() {
  cpr::Session session;
  session.SetUrl(ME);
  session.AddInterceptor(std::make_shared<Changes>());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: the value depends on what an interceptor sets [mde-user-agent]
  session.Get();
}

extern cpr::Header common();
void headers() {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: callers not seen; {{.+}} [mde-user-agent]
  cpr::Get(cpr::Url{ME}, common());
}
