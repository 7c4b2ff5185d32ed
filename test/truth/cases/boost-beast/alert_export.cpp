// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Exports alerts and users. One connection class serves all hosts; which fields a
// request has is decided in several places, as it grew.
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <boost/beast/version.hpp>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <truth/choice.h>
#include <utility>

namespace beast = boost::beast;
namespace http = beast::http;
namespace net = boost::asio;
namespace ssl = net::ssl;
using tcp = net::ip::tcp;

namespace {

using Fields = std::map<std::string, std::string>;

struct Product {
  std::string company = "Contoso", name = "AlertExport", version = "3.1.0";
  std::string agent() const { return "MdePartner-" + company + "-" + name + "/" + version; }
};

class Connection {
public:
  Connection(net::io_context &context, ssl::context &tls, std::string host)
      : resolver_(context), stream_(context, tls), host_(std::move(host)) {}

  void open() {
    if (!SSL_set_tlsext_host_name(stream_.native_handle(), host_.c_str()))
      throw std::runtime_error("no SNI for " + host_);
    beast::get_lowest_layer(stream_).connect(resolver_.resolve(host_, "443"));
    stream_.handshake(ssl::stream_base::client);
  }

  void common(Fields fields) { common_ = std::move(fields); }

  std::optional<std::string> get(const std::string &target) {
    http::request<http::empty_body> request{http::verb::get, target, 11};
    return exchange(request);
  }

  std::optional<std::string> post(const std::string &target, std::string body) {
    http::request<http::string_body> request{http::verb::post, target, 11};
    request.set(http::field::content_type, "application/json");
    request.body() = std::move(body);
    request.prepare_payload();
    return exchange(request);
  }

  template <class Body> std::optional<std::string> exchange(http::request<Body> &request) {
    request.set(http::field::host, host_);
    for (const auto &[name, value] : common_)
      if (request.find(name) == request.end())
        request.insert(name, value);
    http::write(stream_, request);
    http::response<http::string_body> response;
    http::read(stream_, buffer_, response);
    if (response.result() != http::status::ok)
      return std::nullopt;
    return response.body();
  }

private:
  tcp::resolver resolver_;
  beast::ssl_stream<beast::tcp_stream> stream_;
  beast::flat_buffer buffer_;
  std::string host_;
  Fields common_;
};

std::string pathOfNextLink(const std::string &page) {
  const std::string key = "\"@odata.nextLink\": \"https://graph.microsoft.com";
  const std::size_t begin = page.find(key);
  if (begin == std::string::npos)
    return {};
  const std::size_t first = begin + key.size();
  return page.substr(first, page.find('"', first) - first);
}

void exportUsers(Connection &graph) {
  std::string target = "/v1.0/users/L_users?next=L_page";
  while (!target.empty()) {
    const auto page = graph.get(target); // label: users, page
    if (!page)
      return;
    target = pathOfNextLink(*page);
  }
}

int run(net::io_context &context, ssl::context &tls) {
  const Product product;

  Connection login(context, tls, "login.microsoftonline.com");
  login.open();
  const auto token = login.post("/contoso/oauth2/v2.0/token/L_token", "grant_type=client_credentials"); // label: token
  if (!token)
    return 1;

  Connection graph(context, tls, "graph.microsoft.com");
  graph.open();
  graph.get("/v1.0/security/alerts_v2/L_early"); // label: early
  graph.common({{"Accept", "application/json"}, {"User-Agent", product.agent()}});
  exportUsers(graph);

  // The library's example, pasted.
  http::request<http::empty_body> pasted{http::verb::get, "/v1.0/organization/L_pasted", 11};
  pasted.set(http::field::user_agent, BOOST_BEAST_VERSION_STRING);
  graph.exchange(pasted); // label: pasted

  // An override that is only there in one build.
  http::request<http::empty_body> overridden{http::verb::get, "/v1.0/groups/L_overridden", 11};
  if (truth_flag("beta"))
    overridden.set("user-agent", "MdePartner-Contoso-AlertExport-Beta/4");
  graph.exchange(overridden); // label: overridden

  // What the wrapper adds is added beside what the first exchange left.
  http::request<http::empty_body> kept{http::verb::get, "/v1.0/devices/L_kept", 11};
  graph.exchange(kept); // label: kept
  kept.erase(http::field::user_agent);
  kept.target("/v1.0/devices/L_again");
  graph.exchange(kept); // label: again
  kept.insert(http::field::user_agent, product.agent());
  kept.target("/v1.0/devices/L_twice");
  graph.exchange(kept); // label: twice

  Connection defender(context, tls, "api.security.microsoft.com");
  defender.open();
  Fields fields = {{"Accept", "application/json"}};
  if (truth_flag("identify"))
    fields.emplace("User-Agent", product.company + "/" + product.version);
  defender.common(fields);
  defender.post("/api/advancedhunting/run/L_hunt", "{\"Query\": \"DeviceInfo\"}"); // label: hunt

  Connection lookalike(context, tls, "graph.microsoft.com.contoso.example");
  lookalike.open();
  lookalike.get("/v1.0/me/L_lookalike?host=graph.microsoft.com"); // label: lookalike
  return 0;
}

} // namespace

int main() {
  net::io_context context;
  ssl::context tls(ssl::context::tls_client);
  tls.set_default_verify_paths();
  tls.set_verify_mode(ssl::verify_peer);
  try {
    return run(context, tls);
  } catch (const std::exception &error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
