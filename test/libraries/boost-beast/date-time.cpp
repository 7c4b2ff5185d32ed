// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Boost 1.74's date_time does not compile with this clang. What does is checked. What
// clang says of it stands before or behind, as the files' names are ordered.
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <boost/date_time.hpp>

namespace http = boost::beast::http;
namespace time_of = boost::posix_time;

// CHECK-DAG: integral_wrapper.hpp:{{[0-9:]+}} error: {{non-type template argument is not a constant expression|integer value -1 is outside the valid range}}
void send(boost::beast::tcp_stream &stream, bool identify) {
  http::request<http::empty_body> request{http::verb::get, "/v1.0/me", 11};
  request.set(http::field::host, "graph.microsoft.com");
  request.set(http::field::date, time_of::to_iso_string(time_of::second_clock::universal_time()));
  if (identify) {
    request.set(http::field::user_agent, "MdePartner-Contoso-Cognito/1.0");
    http::write(stream, request);
    return;
  }
  // CHECK-DAG: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::write(stream, request);
}
