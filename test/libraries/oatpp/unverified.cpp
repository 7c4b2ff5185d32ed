// RUN: %check-doors %s --config="{CheckOptions: {mde-user-agent.VerifyAll: true}}" -- -std=c++17 -isystem %S/include
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What nobody can know is said with VerifyAll only.
#include <oatpp/network/tcp/client/ConnectionProvider.hpp>
#include <oatpp/web/client/ApiClient.hpp>

using oatpp::web::client::HttpRequestExecutor;

#include OATPP_CODEGEN_BEGIN(ApiClient)
class Graph : public oatpp::web::client::ApiClient {
  API_CLIENT_INIT(Graph)
  API_CALL("GET", "v1.0/me", me)
};
#include OATPP_CODEGEN_END(ApiClient)

class Named : public HttpRequestExecutor {
public:
  using HttpRequestExecutor::HttpRequestExecutor;
  std::shared_ptr<Response> execute(const oatpp::String &method, const oatpp::String &path, const Headers &given,
                                    const std::shared_ptr<Body> &body, const std::shared_ptr<ConnectionHandle> &connection) override;
};

void ofTheProgram() {
  auto provider = oatpp::network::tcp::client::ConnectionProvider::createShared({"graph.microsoft.com", 443});
  Graph client(std::make_shared<Named>(provider), nullptr);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: {{.*}}what an executor of the program sets [mde-user-agent]
  client.me();
}

extern void fill(oatpp::web::protocol::http::Headers &);
void headers() {
  oatpp::web::protocol::http::Headers headers;
  fill(headers);
  HttpRequestExecutor executor(oatpp::network::tcp::client::ConnectionProvider::createShared({"graph.microsoft.com", 443}));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: cannot verify the User-Agent of the request to graph.microsoft.com: {{.+}} [mde-user-agent]
  executor.executeOnce("GET", "v1.0/me", headers, nullptr);
}
