// RUN: %check-doors %s -- -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A response comes from the host of its request, also where its URL is an object of parts.
#include <azure/core.hpp>

#define AGENT "MdePartner-Contoso-Cognito/1.0"
#define ME "https://graph.microsoft.com/v1.0/me"

using namespace Azure::Core;
using namespace Azure::Core::Http;

void nextPage() {
  CurlTransport curl;
  Request request(HttpMethod::Get, Url(ME));
  request.SetHeader("User-Agent", AGENT);
  auto response = curl.Send(request, {});
  auto &body = response->GetBody();
  std::string text(body.begin(), body.end());
  Request next(HttpMethod::Get, Url(text));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Azure SDK for C++ sends none [mde-user-agent]
  curl.Send(next, {});
  next.SetHeader("User-Agent", AGENT);
  curl.Send(next, {});
}
