// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Collects from several endpoints at once: a session per request, as in the library's
// asynchronous example; the answer of the first decides what is asked for next.
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <chrono>
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <truth/choice.h>
#include <utility>

namespace beast = boost::beast;
namespace http = beast::http;
namespace net = boost::asio;
namespace ssl = net::ssl;
using tcp = net::ip::tcp;

namespace {

using Request = http::request<http::string_body>;
using Done = std::function<void(const std::string &)>;

Request makeGet(beast::string_view host, beast::string_view target) {
  Request request{http::verb::get, target, 11};
  request.set(http::field::host, host);
  request.set(http::field::accept, "application/json");
  return request;
}

void identify(http::fields &fields, const char *agent) {
  fields.set(http::field::user_agent, agent);
}

class Session : public std::enable_shared_from_this<Session> {
public:
  Session(net::io_context &context, ssl::context &tls, Request request, Done done)
      : resolver_(context), stream_(context, tls), request_(std::move(request)), done_(std::move(done)) {}

  void start() {
    host_ = std::string(request_[http::field::host]);
    SSL_set_tlsext_host_name(stream_.native_handle(), host_.c_str());
    resolver_.async_resolve(host_, "443", beast::bind_front_handler(&Session::onResolve, shared_from_this()));
  }

private:
  void onResolve(beast::error_code error, tcp::resolver::results_type results) {
    if (error)
      return fail(error, "resolve");
    beast::get_lowest_layer(stream_).expires_after(std::chrono::seconds(20));
    beast::get_lowest_layer(stream_).async_connect(
        results, beast::bind_front_handler(&Session::onConnect, shared_from_this()));
  }

  void onConnect(beast::error_code error, tcp::resolver::results_type::endpoint_type) {
    if (error)
      return fail(error, "connect");
    stream_.async_handshake(ssl::stream_base::client, // label: bare, malformed, sometimes
                            beast::bind_front_handler(&Session::onHandshake, shared_from_this()));
  }

  void onHandshake(beast::error_code error) {
    if (error)
      return fail(error, "handshake");
    // label: users, bare, malformed, sometimes, followed
    http::async_write(stream_, request_, beast::bind_front_handler(&Session::onWrite, shared_from_this()));
  }

  void onWrite(beast::error_code error, std::size_t) {
    if (error)
      return fail(error, "write");
    http::async_read(stream_, buffer_, response_, beast::bind_front_handler(&Session::onRead, shared_from_this()));
  }

  void onRead(beast::error_code error, std::size_t) {
    if (error)
      return fail(error, "read");
    if (done_)
      done_(response_.body());
  }

  void fail(beast::error_code error, const char *what) { std::cerr << what << ": " << error.message() << '\n'; }

  tcp::resolver resolver_;
  beast::ssl_stream<beast::tcp_stream> stream_;
  beast::flat_buffer buffer_;
  Request request_;
  http::response<http::string_body> response_;
  std::string host_;
  Done done_;
};

void collect(net::io_context &context, ssl::context &tls, Request request, Done done = {}) {
  std::make_shared<Session>(context, tls, std::move(request), std::move(done))->start();
}

} // namespace

int main() {
  net::io_context context;
  ssl::context tls(ssl::context::tls_client);
  tls.set_default_verify_paths();
  tls.set_verify_mode(ssl::verify_peer);
  const char *agent = "MdePartner-Contoso-Collector/8.2";

  Request users = makeGet("graph.microsoft.com", "/v1.0/users/L_users");
  identify(users, agent);
  collect(context, tls, users, [&](const std::string &) { // label: users
    Request next = makeGet("graph.microsoft.com", "/v1.0/groups/L_followed");
    identify(next, agent);
    collect(context, tls, std::move(next)); // label: followed
  });
  context.run();
  context.restart();

  collect(context, tls, makeGet("login.microsoftonline.com", "/common/discovery/keys/L_keys")); // label: keys
  context.run();
  context.restart();

  collect(context, tls, makeGet("api.security.microsoft.com", "/api/machines/L_bare")); // label: bare
  context.run();
  context.restart();

  Request malformed = users;
  malformed.target("/v1.0/users/L_malformed");
  identify(malformed, "Contoso-Collector/8.2");
  collect(context, tls, malformed); // label: malformed
  context.run();
  context.restart();

  Request sometimes = makeGet("eu.api.security.microsoft.com", "/api/alerts/L_sometimes");
  if (truth_flag("identify"))
    identify(sometimes.base(), agent);
  net::steady_timer timer(context, std::chrono::milliseconds(1));
  timer.async_wait([&](beast::error_code error) { // label: sometimes
    if (!error)
      collect(context, tls, sometimes); // label: sometimes
  });
  context.run();
  return 0;
}
