// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Oat++'s API clients; see Types.hpp. The calls that a program declares are functions in
// its own class: the macros make them, each with its headers, and call executeRequest.
#ifndef MDE_TEST_OATPP_API_CLIENT_HPP
#define MDE_TEST_OATPP_API_CLIENT_HPP
#include "HttpRequestExecutor.hpp"

namespace oatpp {
namespace web {
namespace client {
class ApiClient {
public:
  using String = oatpp::String;
  using Headers = protocol::http::Headers;
  using Response = protocol::http::incoming::Response;
  using StringTemplate = data::share::StringTemplate;
  using Parameters = std::unordered_map<oatpp::String, oatpp::String>;
  ApiClient(const std::shared_ptr<RequestExecutor> &, const std::shared_ptr<data::mapping::ObjectMapper> &);
  virtual ~ApiClient();
  virtual std::shared_ptr<RequestExecutor::ConnectionHandle> getConnection();
  virtual std::shared_ptr<Response> executeRequest(const oatpp::String &method, const StringTemplate &path, const Headers &,
                                                   const Parameters &path_, const Parameters &query,
                                                   const std::shared_ptr<RequestExecutor::Body> &,
                                                   const std::shared_ptr<RequestExecutor::ConnectionHandle> & = nullptr);
  virtual async::CoroutineStarterForResult<const std::shared_ptr<Response> &>
  executeRequestAsync(const oatpp::String &method, const StringTemplate &path, const Headers &, const Parameters &path_,
                      const Parameters &query, const std::shared_ptr<RequestExecutor::Body> &,
                      const std::shared_ptr<RequestExecutor::ConnectionHandle> & = nullptr);

protected:
  StringTemplate parsePathTemplate(const oatpp::String &name, const oatpp::String &text);
};
} // namespace client
} // namespace web
} // namespace oatpp

// The macros, for up to two parameters of a call.
#define OATPP_CODEGEN_BEGIN(NAME) <oatpp/codegen/ApiClient_define.hpp>
#define OATPP_CODEGEN_END(NAME) <oatpp/codegen/ApiClient_undef.hpp>
#endif
