// RUN: %check-doors %s --fix --config="{CheckOptions: {mde-user-agent.Company: Contoso, mde-user-agent.Product: Cognito, mde-user-agent.Version: '1.0', mde-user-agent.VerifyAll: 'true'}}" -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A fix-it sets the field before the request is written. What is not known is said with
// VerifyAll.
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <string>

namespace beast = boost::beast;
namespace http = beast::http;

void written(beast::tcp_stream &stream) {
  http::request<http::empty_body> request{http::verb::get, "/v1.0/me", 11};
  request.set(http::field::host, "graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::write(stream, request);
}
// CHECK-FIXES: void written(
// CHECK-FIXES: request.set(boost::beast::http::field::user_agent, "MdePartner-Contoso-Cognito/1.0");
// CHECK-FIXES-NEXT: http::write(stream, request);

void putOff(beast::tcp_stream &stream) {
  http::request<http::empty_body> request{http::verb::get, "/v1.0/me", 11};
  request.set(http::field::host, "graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::async_write(stream, request, [](beast::error_code, std::size_t) {});
}
// CHECK-FIXES: void putOff(
// CHECK-FIXES: request.set(boost::beast::http::field::user_agent, "MdePartner-Contoso-Cognito/1.0");
// CHECK-FIXES-NEXT: http::async_write(stream, request

extern void transmit(http::request<http::empty_body> &);
extern void complete(http::request<http::empty_body> &);
extern std::string agent();
extern http::field someField();
extern std::string someName();

void given() {
  http::request<http::empty_body> request{http::verb::get, "/v1.0/me", 11};
  request.set(http::field::host, "graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: it goes into 'transmit', which was not seen [mde-user-agent]
  transmit(request);
}

void completed(beast::tcp_stream &stream) {
  http::request<http::empty_body> request{http::verb::get, "/v1.0/me", 11};
  complete(request);
  request.set(http::field::host, "graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: the header depends on a call of 'complete', which was not seen [mde-user-agent]
  http::write(stream, request);
  // It has one now and no other, but that is not understood.
  request.set(http::field::user_agent, "MdePartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: the header depends on a call of 'complete', which was not seen [mde-user-agent]
  http::write(stream, request);
}

void unknownAgent(beast::tcp_stream &stream) {
  http::request<http::empty_body> request{http::verb::get, "/v1.0/me", 11};
  request.set(http::field::host, "graph.microsoft.com");
  request.set(http::field::user_agent, agent());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: the value depends on a call of 'agent', which was not seen [mde-user-agent]
  http::write(stream, request);
}

void unknownField(beast::tcp_stream &stream) {
  http::request<http::empty_body> request{http::verb::get, "/v1.0/me", 11};
  request.set(http::field::host, "graph.microsoft.com");
  request.insert(someField(), "MdePartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: the header depends on which setting 'boost::beast::http::basic_fields::insert' changes [mde-user-agent]
  http::write(stream, request);
}

void unknownName(beast::tcp_stream &stream) {
  http::request<http::empty_body> request{http::verb::get, "/v1.0/me", 11};
  request.set(http::field::host, "graph.microsoft.com");
  request.insert(someName(), "MdePartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: the header depends on a call of 'someName', which was not seen [mde-user-agent]
  http::write(stream, request);
}

void unknownTarget(beast::tcp_stream &stream, beast::string_view target) {
  http::request<http::empty_body> request{http::verb::get, target, 11};
  request.set(http::field::host, "graph.microsoft.com");
  request.set(http::field::user_agent, "MdePartner-Contoso-Cognito/1.0");
  http::write(stream, request);
}
