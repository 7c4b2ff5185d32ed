// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// XFAIL: *
// An argument of make_shared that the constructor's parameter converts (a strand becomes an
// any_io_executor): no constructor is found for it, and the object is not known.
#include <boost/asio/io_context.hpp>
#include <boost/asio/strand.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <memory>

namespace beast = boost::beast;
namespace http = beast::http;
namespace net = boost::asio;

namespace {

class Session {
public:
  explicit Session(net::any_io_executor executor) : stream_(executor) {
    request_.set(http::field::host, "graph.microsoft.com");
  }
  void run() { http::write(stream_, request_); }

private:
  beast::tcp_stream stream_;
  http::request<http::empty_body> request_{http::verb::get, "/v1.0/me", 11};
};

} // namespace

void send(net::io_context &context) {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  std::make_shared<Session>(net::make_strand(context))->run();
}
