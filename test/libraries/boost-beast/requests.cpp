// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Requests, their fields, and what a stream says of the host.
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <boost/beast/version.hpp>
#include <map>
#include <sstream>
#include <string>
#include <utility>

namespace beast = boost::beast;
namespace http = beast::http;
namespace net = boost::asio;
namespace ssl = net::ssl;
using tcp = net::ip::tcp;
using Request = http::request<http::string_body>;

#define AGENT "MdePartner-Contoso-Cognito/1.0"
extern beast::tcp_stream &stream;
extern bool flag();

static Request toGraph() {
  Request request{http::verb::get, "/v1.0/me", 11};
  request.set(http::field::host, "graph.microsoft.com");
  return request;
}

// Ways to name the User-Agent.
void missing() {
  Request request = toGraph();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::write(stream, request);
}

void present() {
  Request byField = toGraph(), byName = toGraph(), otherCase = toGraph(), inserted = toGraph(), named = toGraph();
  byField.set(http::field::user_agent, AGENT);
  http::write(stream, byField);
  byName.set("User-Agent", AGENT);
  http::write(stream, byName);
  otherCase.set("user-agent", std::string(AGENT));
  http::write(stream, otherCase);
  inserted.insert(http::field::user_agent, AGENT);
  http::write(stream, inserted);
  named.insert(http::field::unknown, "USER-AGENT", AGENT);
  http::write(stream, named);
}

void malformed() {
  Request request = toGraph();
  request.set(http::field::user_agent, BOOST_BEAST_VERSION_STRING);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Boost.Beast/300' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  http::write(stream, request);
  request.set("user-agent", AGENT);
  http::write(stream, request);
  request.set("User-Agent", "Contoso/1.0");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  http::write(stream, request);
}

void otherField() {
  Request request = toGraph();
  request.set(http::field::server, AGENT);
  request.set("User_Agent", AGENT);
  request.set("user_agent", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::write(stream, request);
}

void sentTwice() {
  Request request = toGraph();
  request.set(http::field::user_agent, "Contoso/1.0");
  request.insert("user-agent", AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'Contoso/1.0', 'MdePartner-Contoso-Cognito/1.0' of the request to graph.microsoft.com is malformed: 2 User-Agent headers are sent, one is allowed [mde-user-agent]
  http::write(stream, request);
  request.set(http::field::user_agent, AGENT);
  http::write(stream, request);
}

void sentEmpty() {
  Request request = toGraph();
  request.set(http::field::user_agent, "");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent with an empty User-Agent header on this path [mde-user-agent]
  http::write(stream, request);
}

void erased() {
  Request request = toGraph();
  request.set(http::field::user_agent, AGENT);
  request.erase(http::field::accept);
  request.erase("Accept");
  http::write(stream, request);
  request.erase("user-agent");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::write(stream, request);
  request.insert("user-agent", AGENT);
  request.erase(http::field::user_agent);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::write(stream, request);
  request.set("user-agent", AGENT);
  request.erase(request.find(http::field::user_agent));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::write(stream, request);
}

void cleared() {
  Request request = toGraph();
  request.set(http::field::user_agent, AGENT);
  request.clear();
  request.set(http::field::host, "graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::write(stream, request);
}

void afterTheSend() {
  Request request = toGraph();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::write(stream, request);
  request.set(http::field::user_agent, AGENT);
  http::write(stream, request);
}

void onAnother() {
  Request token = toGraph(), request = toGraph();
  token.set(http::field::host, "login.microsoftonline.com");
  token.set(http::field::user_agent, AGENT);
  http::write(stream, token);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::write(stream, request);
}

void onOneBranch() {
  Request request = toGraph();
  if (flag())
    request.set(http::field::user_agent, AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::write(stream, request);
}

void onBothBranches() {
  Request request = toGraph();
  if (flag())
    request.set(http::field::user_agent, AGENT);
  else
    request.set("User-Agent", "MdePartner-Contoso-Beta/2.0");
  http::write(stream, request);
}

void onlyIfAbsent() {
  Request request = toGraph();
  if (request.count(http::field::user_agent) == 0)
    request.set(http::field::user_agent, AGENT);
  http::write(stream, request);
  Request other = toGraph();
  if (other.find("user-agent") != other.end())
    other.set(http::field::user_agent, AGENT);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::write(stream, other);
  if (other[http::field::user_agent].empty())
    other.insert(http::field::user_agent, AGENT);
  http::write(stream, other);
}

// What the model does not tell apart may be there or not.
void dependsOnAnotherField() {
  Request request = toGraph();
  request.set("Authorization", "Bearer token");
  if (request.find("authorization") == request.end()) {
    http::write(stream, request);
    return;
  }
  if (request.find(http::field::authorization) == request.end())
    return;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::write(stream, request);
}

void copiedAndMoved() {
  Request request = toGraph();
  Request without = request;
  request.set(http::field::user_agent, AGENT);
  Request with = request;
  http::write(stream, with);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::write(stream, without);
  Request moved = std::move(request);
  http::write(stream, moved);
  without = with;
  http::write(stream, without);
  Request assigned;
  assigned = toGraph();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::write(stream, assigned);
  http::request<http::empty_body> ofHeader(with.base());
  http::write(stream, ofHeader);
}

void fieldsOfAnother() {
  Request from = toGraph(), to{http::verb::get, "/v1.0/me", 11};
  from.set(http::field::user_agent, AGENT);
  for (auto const &field : from)
    to.insert(field.name(), field.name_string(), field.value());
  to.set(http::field::host, "graph.microsoft.com");
  http::write(stream, to);
  to.set(http::field::user_agent, from[http::field::user_agent]);
  http::write(stream, to);
  to.set("User-Agent", std::string(from["user-agent"]) + " extra");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: User-Agent 'MdePartner-Contoso-Cognito/1.0 extra' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  http::write(stream, to);
}

void fromATable() {
  const std::map<std::string, std::string> good = {{"Accept", "text/plain"}, {"User-Agent", AGENT}};
  const std::map<std::string, std::string> bad = {{"Accept", "text/plain"}};
  Request request = toGraph();
  for (const auto &[name, value] : good)
    request.set(name, value);
  http::write(stream, request);
  Request other = toGraph();
  for (const auto &[name, value] : bad)
    other.set(name, value);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::write(stream, other);
}

void partByPart() {
  http::request<http::string_body> request;
  request.method(http::verb::post);
  request.target("/v1.0/$batch");
  request.version(11);
  request.keep_alive(true);
  request.set("Host", "graph.microsoft.com");
  request.set(http::field::content_type, "application/json");
  request.body() = "{}";
  request.prepare_payload();
  beast::error_code ec;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::write(stream, request, ec);
  if (ec)
    return;
  request.set(http::field::user_agent, AGENT);
  http::write(stream, request, ec);
}

// Where it goes.
void otherHosts() {
  Request request{http::verb::get, "/?host=graph.microsoft.com&next=https://graph.microsoft.com/v1.0/me", 11};
  request.set(http::field::host, "siem.contoso.example");
  http::write(stream, request);
  request.set("host", "graph.microsoft.com.contoso.example");
  http::write(stream, request);
  request.set("HOST", "api.security.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::write(stream, request);
}

void hostAndPort() {
  Request request{http::verb::get, "/v1.0/me", 11};
  request.set(http::field::host, std::string("graph.microsoft.com") + ':' + "443");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::write(stream, request);
}

// A proxy is asked with a whole URL; the CONNECT itself is for the proxy alone.
void throughAProxy() {
  Request request{http::verb::get, "http://graph.microsoft.com/v1.0/me", 11};
  request.set(http::field::host, "proxy.contoso.example");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::write(stream, request);
  request.target("/status?of=http://graph.microsoft.com");
  http::write(stream, request);
  Request tunnel{http::verb::connect, "graph.microsoft.com:443", 11};
  tunnel.set(http::field::host, "graph.microsoft.com:443");
  http::write(stream, tunnel);
}

void hostOfTheStream(net::io_context &context, ssl::context &tls) {
  tcp::resolver resolver(context);
  Request request{http::verb::get, "/v1.0/me", 11};
  beast::tcp_stream plain(context);
  auto const results = resolver.resolve("graph.microsoft.com", "80");
  plain.connect(results);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::write(plain, request);

  beast::ssl_stream<beast::tcp_stream> secure(context, tls);
  beast::get_lowest_layer(secure).connect(resolver.resolve("graph.microsoft.com", "https"));
  secure.handshake(ssl::stream_base::client);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::write(secure, request);

  ssl::stream<tcp::socket> byIterators(context, tls);
  tcp::resolver::query query("graph.microsoft.com", "443");
  auto const found = resolver.resolve(query);
  net::connect(byIterators.next_layer(), found.begin(), found.end());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::write(byIterators, request);

  tcp::socket socket(context);
  socket.connect(resolver.resolve("graph.microsoft.com", "80").begin()->endpoint());
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::write(socket, request);

  ssl::stream<tcp::socket> bySni(context, tls);
  SSL_set_tlsext_host_name(bySni.native_handle(), "graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::write(bySni, request);

  beast::tcp_stream other(context);
  other.connect(resolver.resolve("siem.contoso.example", "80"));
  http::write(other, request);
  request.set(http::field::host, "graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::write(other, request);
}

// Ways to send.
void serializers() {
  Request request = toGraph();
  http::request_serializer<http::string_body> first{request};
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::write(stream, first);
  http::serializer<true, http::string_body> second{request};
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::write_header(stream, second);
  http::write(stream, second);
  http::request_serializer<http::string_body> third{request};
  beast::error_code ec;
  do {
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
    http::write_some(stream, third, ec);
  } while (!ec && !third.is_done());
  request.set(http::field::user_agent, AGENT);
  http::request_serializer<http::string_body> fourth{request};
  http::write_header(stream, fourth, ec);
  http::write(stream, fourth, ec);
}

void answers() {
  http::response<http::string_body> response{http::status::ok, 11};
  response.set(http::field::host, "graph.microsoft.com");
  http::write(stream, response);
}

static void identify(http::fields &fields) { fields.set(http::field::user_agent, AGENT); }
template <class Body> static void identifyAny(http::request<Body> &request) { identify(request); }

void helperSets() {
  Request good = toGraph(), bad = toGraph();
  identify(good);
  http::write(stream, good);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  http::write(stream, bad);
  identifyAny(bad);
  http::write(stream, bad);
}

template <class Stream> static std::string send(Stream &to, Request const &request) {
  http::write(to, request);
  beast::flat_buffer buffer;
  http::response<http::dynamic_body> response;
  http::read(to, buffer, response);
  return beast::buffers_to_string(response.body().data());
}

void helperSends() {
  Request good = toGraph(), bad = toGraph();
  good.set(http::field::user_agent, AGENT);
  send(stream, good);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  send(stream, bad);
}

namespace {

class Client {
public:
  Client(net::io_context &context, ssl::context &tls, std::string host, std::string agent)
      : resolver_(context), stream_(context, tls), host_(std::move(host)), agent_(std::move(agent)) {}

  void connect() {
    beast::get_lowest_layer(stream_).connect(resolver_.resolve(host_, "443"));
    stream_.handshake(ssl::stream_base::client);
  }

  std::string get(beast::string_view target) {
    for (int attempt = 0; attempt < 3; ++attempt) {
      http::request<http::empty_body> request(http::verb::get, target, 11);
      request.set(http::field::host, host_);
      if (!agent_.empty())
        request.set(http::field::user_agent, agent_);
      beast::error_code ec;
      http::write(stream_, request, ec);
      if (ec)
        continue;
      http::response_parser<http::string_body> parser;
      http::read(stream_, buffer_, parser, ec);
      if (!ec && parser.get().result() == http::status::ok)
        return parser.release().body();
    }
    return {};
  }

private:
  tcp::resolver resolver_;
  beast::ssl_stream<beast::tcp_stream> stream_;
  beast::flat_buffer buffer_;
  std::string host_, agent_;
};

} // namespace

void asMember(net::io_context &context, ssl::context &tls) {
  Client good(context, tls, "graph.microsoft.com", AGENT), login(context, tls, "login.microsoftonline.com", "");
  good.connect();
  good.get("/v1.0/me");
  login.get("/common/discovery/keys");
  Client bad(context, tls, "graph.microsoft.com", "");
  bad.connect();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  bad.get("/v1.0/me");
}

// The next page is at the host that sent this one.
void nextPage() {
  Request request = toGraph();
  request.set(http::field::user_agent, AGENT);
  const std::string page = send(stream, request);
  const std::string key = "\"@odata.nextLink\":\"";
  const std::size_t begin = page.find(key);
  if (begin == std::string::npos)
    return;
  Request next{http::verb::get, page.substr(begin + key.size(), page.find('"', begin + key.size())), 11};
  next.set(http::field::host, "graph.microsoft.com");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; Boost.Beast sends none [mde-user-agent]
  send(stream, next);
}

void printed() {
  Request request = toGraph();
  std::ostringstream agent;
  agent << beast::string_view("MdePartner-Contoso-Cognito/") << 2;
  request.set(http::field::user_agent, agent.str());
  http::write(stream, request);
}

extern void transmit(Request &request);
extern std::string configuredAgent();
void unseen() {
  Request request = toGraph();
  transmit(request);
  Request other = toGraph();
  other.set(http::field::user_agent, configuredAgent());
  http::write(stream, other);
}
