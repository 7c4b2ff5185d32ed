// RUN: %check-doors %s -- -std=c++20 -DBOOST_ASIO_HAS_CO_AWAIT -DBOOST_ASIO_HAS_STD_COROUTINE
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Handlers, coroutines and futures. A finding about a request that a handler sends stands
// where that handler is given away.
#include <utility> // boost/asio/awaitable.hpp needs it
#include <boost/asio.hpp>
#include <boost/asio/spawn.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast.hpp>
#include <boost/beast/ssl.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace beast = boost::beast;
namespace http = beast::http;
namespace net = boost::asio;
namespace ssl = net::ssl;
using tcp = net::ip::tcp;

#define AGENT "MdePartner-Contoso-Cognito/1.0"

// The shape of the library's own examples.
class Session : public std::enable_shared_from_this<Session> {
public:
  // make_shared gives it a strand: the parameter converts that.
  Session(net::any_io_executor executor, ssl::context &tls, const char *agent)
      : resolver_(executor), stream_(executor, tls) {
    request_.set(http::field::user_agent, agent);
  }

  void run(const char *host, const char *target) {
    if (!SSL_set_tlsext_host_name(stream_.native_handle(), host))
      return;
    request_.version(11);
    request_.method(http::verb::get);
    request_.target(target);
    request_.set(http::field::host, host);
    resolver_.async_resolve(host, "443", beast::bind_front_handler(&Session::onResolve, shared_from_this()));
  }

private:
  void onResolve(beast::error_code ec, tcp::resolver::results_type results) {
    if (ec)
      return;
    beast::get_lowest_layer(stream_).expires_after(std::chrono::seconds(30));
    beast::get_lowest_layer(stream_).async_connect(
        results, beast::bind_front_handler(&Session::onConnect, shared_from_this()));
  }
  void onConnect(beast::error_code ec, tcp::resolver::results_type::endpoint_type) {
    if (!ec)
      // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
      stream_.async_handshake(ssl::stream_base::client,
                              beast::bind_front_handler(&Session::onHandshake, shared_from_this()));
  }
  void onHandshake(beast::error_code ec) {
    if (!ec)
      http::async_write(stream_, request_, beast::bind_front_handler(&Session::onWrite, shared_from_this()));
  }
  void onWrite(beast::error_code ec, std::size_t) {
    if (!ec)
      http::async_read(stream_, buffer_, response_,
                       beast::bind_front_handler(&Session::onRead, shared_from_this()));
  }
  void onRead(beast::error_code ec, std::size_t) {
    if (!ec)
      stream_.async_shutdown([self = shared_from_this()](beast::error_code) {});
  }

  tcp::resolver resolver_;
  beast::ssl_stream<beast::tcp_stream> stream_;
  beast::flat_buffer buffer_;
  http::request<http::empty_body> request_;
  http::response<http::string_body> response_;
};

void session(ssl::context &tls) {
  net::io_context context;
  std::make_shared<Session>(net::make_strand(context), tls, AGENT)->run("graph.microsoft.com", "/v1.0/me");
  std::make_shared<Session>(net::make_strand(context), tls, "Contoso")->run("login.microsoftonline.com", "/common/discovery/keys");
  context.run();
}

void badSession(ssl::context &tls) {
  net::io_context context;
  std::make_shared<Session>(net::make_strand(context), tls, "Contoso")->run("graph.microsoft.com", "/v1.0/me");
  context.run();
}

// A second request in the handler of the first.
static void inHandlers(bool second) {
  net::io_context context;
  tcp::resolver resolver(context);
  beast::tcp_stream stream(context);
  beast::flat_buffer buffer;
  http::request<http::string_body> request{http::verb::get, "/v1.0/me", 11};
  http::response<http::string_body> response;
  resolver.async_resolve("graph.microsoft.com", "80", [&](beast::error_code ec, tcp::resolver::results_type found) {
    if (ec)
      return;
    net::async_connect(stream.socket(), found, [&](beast::error_code ec, const tcp::endpoint &) {
      if (ec)
        return;
      request.set(http::field::user_agent, AGENT);
      http::async_write(stream, request, [&](beast::error_code ec, std::size_t) {
        if (ec)
          return;
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
        http::async_read(stream, buffer, response, [&](beast::error_code ec, std::size_t) {
          if (ec || !second)
            return;
          request.erase(http::field::user_agent);
          http::async_write(stream, request, [](beast::error_code, std::size_t) {});
        });
      });
    });
  });
  context.run();
}
void handlers() { inHandlers(true); }

void afterATimer(beast::tcp_stream &stream) {
  net::io_context context;
  net::steady_timer timer(context, std::chrono::seconds(5));
  http::request<http::empty_body> request{http::verb::get, "/v1.0/me", 11};
  request.set(http::field::host, "graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  timer.async_wait([&](beast::error_code ec) {
    if (!ec)
      http::write(stream, request);
  });
  net::post(context, [&] { request.set(http::field::date, "today"); });
  context.run();
}

void afterAnotherHandler(beast::tcp_stream &stream) {
  net::io_context context;
  http::request<http::empty_body> request{http::verb::get, "/v1.0/me", 11};
  request.set(http::field::host, "graph.microsoft.com");
  net::post(context, [&] { request.set(http::field::user_agent, AGENT); });
  net::post(context, [&] { http::write(stream, request); });
  context.run();
}

// C++20 coroutines.
static net::awaitable<std::string> fetch(std::string host, std::string target, std::string agent) {
  auto executor = co_await net::this_coro::executor;
  tcp::resolver resolver(executor);
  beast::tcp_stream stream(executor);
  auto const results = co_await resolver.async_resolve(host, "80", net::use_awaitable);
  co_await stream.async_connect(results, net::use_awaitable);
  http::request<http::empty_body> request{http::verb::get, target, 11};
  if (!agent.empty())
    request.set(http::field::user_agent, agent);
  co_await http::async_write(stream, request, net::use_awaitable);
  beast::flat_buffer buffer;
  http::response<http::string_body> response;
  co_await http::async_read(stream, buffer, response, net::use_awaitable);
  co_return response.body();
}

static net::awaitable<void> twoPages() {
  co_await fetch("graph.microsoft.com", "/v1.0/me", AGENT);
  co_await fetch("login.microsoftonline.com", "/common/discovery/keys", "");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  co_await fetch("graph.microsoft.com", "/v1.0/users", "");
}

void coroutines() {
  net::io_context context;
  net::co_spawn(context, twoPages(), net::detached);
  net::co_spawn(
      context,
      []() -> net::awaitable<void> {
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
        co_await fetch("api.security.microsoft.com", "/api/incidents", "");
      },
      net::detached);
  context.run();
}

// Coroutines of Boost.
void withAYieldContext() {
  net::io_context context;
  net::spawn(context, [&](net::yield_context yield) {
    beast::error_code ec;
    tcp::resolver resolver(context);
    beast::tcp_stream stream(context);
    auto const results = resolver.async_resolve("graph.microsoft.com", "80", yield[ec]);
    if (ec)
      return;
    stream.async_connect(results, yield[ec]);
    http::request<http::empty_body> request{http::verb::get, "/v1.0/me", 11};
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
    http::async_write(stream, request, yield[ec]);
    request.set(http::field::user_agent, AGENT);
    http::async_write(stream, request, yield[ec]);
  });
  context.run();
}

void futures() {
  net::thread_pool pool(1);
  tcp::resolver resolver(pool);
  beast::tcp_stream stream(pool);
  auto const results = resolver.async_resolve("graph.microsoft.com", "80", net::use_future).get();
  stream.async_connect(results, net::use_future).get();
  http::request<http::empty_body> request{http::verb::get, "/v1.0/me", 11};
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::async_write(stream, request, net::use_future).get();
  request.set(http::field::user_agent, AGENT);
  http::async_write(stream, request, net::use_future).get();
  pool.join();
}
