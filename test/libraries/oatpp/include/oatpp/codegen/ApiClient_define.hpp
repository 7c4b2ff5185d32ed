// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The macros of an API client, for calls with up to two parameters; see ApiClient.hpp.
#define API_CLIENT_INIT(NAME)                                                                                            \
public:                                                                                                                  \
  NAME(const std::shared_ptr<oatpp::web::client::RequestExecutor> &executor,                                             \
       const std::shared_ptr<oatpp::data::mapping::ObjectMapper> &mapper)                                                \
      : oatpp::web::client::ApiClient(executor, mapper) {}                                                               \
  static std::shared_ptr<NAME> createShared(const std::shared_ptr<oatpp::web::client::RequestExecutor> &executor,        \
                                            const std::shared_ptr<oatpp::data::mapping::ObjectMapper> &mapper) {         \
    return std::make_shared<NAME>(executor, mapper);                                                                     \
  }

#define HEADER(TYPE, NAME, KEY) (const TYPE &NAME, given.put_LockFree(KEY, NAME);)
#define PATH(TYPE, NAME) (const TYPE &NAME, inPath.insert({#NAME, NAME});)
#define QUERY(TYPE, NAME) (const TYPE &NAME, inQuery.insert({#NAME, NAME});)
#define BODY_STRING(TYPE, NAME)                                                                                          \
  (const TYPE &NAME, content = oatpp::web::protocol::http::outgoing::BufferBody::createShared(NAME);)

#define MDE_DECLARED(PARAMETER, ...) PARAMETER
#define MDE_DONE(PARAMETER, ...) __VA_ARGS__
#define MDE_CALL(RESULT, RUN, METHOD, PATH, NAME, PARAMETERS, STEPS)                                                     \
  const oatpp::data::share::StringTemplate Z_PATH_TEMPLATE_##NAME = parsePathTemplate(#NAME, PATH);                      \
  static void Z_ADD_HEADERS_##NAME(oatpp::web::client::ApiClient::Headers &headers, ...) { (void)headers; }              \
  RESULT NAME PARAMETERS {                                                                                               \
    oatpp::web::client::ApiClient::Headers given;                                                                        \
    Z_ADD_HEADERS_##NAME(given, 1);                                                                                      \
    std::unordered_map<oatpp::String, oatpp::String> inPath, inQuery;                                                    \
    std::shared_ptr<oatpp::web::protocol::http::outgoing::Body> content;                                                 \
    STEPS return RUN(METHOD, Z_PATH_TEMPLATE_##NAME, given, inPath, inQuery, content, connection);                       \
  }
#define MDE_LAST const std::shared_ptr<oatpp::web::client::RequestExecutor::ConnectionHandle> &connection = nullptr
#define MDE_SYNC std::shared_ptr<oatpp::web::protocol::http::incoming::Response>, executeRequest
#define MDE_ASYNC                                                                                                        \
  oatpp::async::CoroutineStarterForResult<const std::shared_ptr<oatpp::web::protocol::http::incoming::Response> &>,      \
      executeRequestAsync
#define MDE_EXPANDED(...) MDE_CALL(__VA_ARGS__)
#define MDE_CALL_0(HOW, METHOD, PATH, NAME) MDE_EXPANDED(HOW, METHOD, PATH, NAME, (MDE_LAST), )
#define MDE_CALL_1(HOW, METHOD, PATH, NAME, A) MDE_EXPANDED(HOW, METHOD, PATH, NAME, (MDE_DECLARED A, MDE_LAST), MDE_DONE A)
#define MDE_CALL_2(HOW, METHOD, PATH, NAME, A, B)                                                                        \
  MDE_EXPANDED(HOW, METHOD, PATH, NAME, (MDE_DECLARED A, MDE_DECLARED B, MDE_LAST), MDE_DONE A MDE_DONE B)
#define MDE_CHOSEN(METHOD, PATH, NAME, A, B, CHOSEN, ...) CHOSEN
#define API_CALL(...) MDE_CHOSEN(__VA_ARGS__, MDE_CALL_2, MDE_CALL_1, MDE_CALL_0, )(MDE_SYNC, __VA_ARGS__)
#define API_CALL_ASYNC(...) MDE_CHOSEN(__VA_ARGS__, MDE_CALL_2, MDE_CALL_1, MDE_CALL_0, )(MDE_ASYNC, __VA_ARGS__)
#define API_CALL_HEADERS(NAME)                                                                                           \
  static void Z_ADD_HEADERS_##NAME(oatpp::web::client::ApiClient::Headers &headers, int) {                               \
    Z_ADD_HEADERS_##NAME(headers);                                                                                       \
    Z_ADD_DEFAULT_HEADERS_##NAME(headers);                                                                               \
  }                                                                                                                      \
  static void Z_ADD_DEFAULT_HEADERS_##NAME(oatpp::web::client::ApiClient::Headers &headers)
