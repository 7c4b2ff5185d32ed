// RUN: %check-doors %s --config="{CheckOptions: {mde-user-agent.VerifyAll: true}}" -- -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What policies of the program set is said with VerifyAll only.
#include <azure/core.hpp>

using namespace Azure::Core;
using namespace Azure::Core::Http;

void policies(std::vector<std::unique_ptr<Policies::HttpPolicy>> own) {
  Http::_internal::HttpPipeline pipeline(std::move(own));
  Request request(HttpMethod::Get, Url("https://graph.microsoft.com/v1.0/me"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: the value depends on what a policy sets [mde-user-agent]
  pipeline.Send(request, {});
}
