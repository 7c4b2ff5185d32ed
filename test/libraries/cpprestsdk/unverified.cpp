// RUN: %check-doors %s --config="{CheckOptions: {mde-user-agent.VerifyAll: 'true'}}" -- -w -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is not known, as VerifyAll says it.
#include <cpprest/http_client.h>
#include <memory>

using namespace web::http;
using namespace web::http::client;

extern utility::string_t agent();
extern utility::string_t name();
extern void complete(http_request &request);
extern void configure(http_client &client);
extern std::shared_ptr<http_pipeline_stage> stage();

void unknownAgent() {
  http_client client(U("https://graph.microsoft.com"));
  http_request request(methods::GET);
  request.headers().add(header_names::user_agent, agent());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: the value depends on a call of 'agent', which was not seen [mde-user-agent]
  client.request(request).wait();
}

void unknownName() {
  http_client client(U("https://graph.microsoft.com"));
  http_request request(methods::GET);
  request.headers().add(name(), U("MdePartner-Contoso-Cognito/1.0"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: the header depends on a call of 'name', which was not seen [mde-user-agent]
  client.request(request).wait();
}

void completed() {
  http_client client(U("https://graph.microsoft.com"));
  http_request request(methods::GET);
  complete(request);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: the header depends on a call of 'complete', which was not seen [mde-user-agent]
  client.request(request).wait();
}

void configured() {
  http_client client(U("https://graph.microsoft.com"));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: it goes into 'configure', which was not seen [mde-user-agent]
  configure(client);
}

void staged() {
  http_client client(U("https://graph.microsoft.com"));
  client.add_handler(stage());
  http_request request(methods::GET);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: the header depends on a call of 'web::http::client::http_client::request', which is not understood [mde-user-agent]
  client.request(request).wait();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: the header depends on a call of 'web::http::client::http_client::request', which is not understood [mde-user-agent]
  client.request(methods::GET, U("/v1.0/me")).wait();
}
