// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// See restclient.h.
#ifndef MDE_TEST_RESTCLIENT_CONNECTION_H
#define MDE_TEST_RESTCLIENT_CONNECTION_H
#include "restclient-cpp/restclient.h"
#include <cstddef>

namespace RestClient {
typedef std::size_t (*WriteCallback)(void *data, std::size_t size, std::size_t count, void *user);
class Connection {
public:
  struct Info {
    std::string baseUrl;
    HeaderFields headers;
    int timeout;
    std::string customUserAgent;
  };
  explicit Connection(const std::string &baseUrl);
  ~Connection();
  void SetBasicAuth(const std::string &user, const std::string &password);
  void SetTimeout(int seconds);
  void SetNoSignal(bool);
  void FollowRedirects(bool, int maxRedirects = -1);
  void SetUserAgent(const std::string &);
  void SetCAInfoFilePath(const std::string &);
  void SetProxy(const std::string &);
  void SetUnixSocketPath(const std::string &);
  void SetVerifyPeer(bool);
  void SetWriteFunction(WriteCallback);
  std::string GetUserAgent();
  Info GetInfo();
  void SetHeaders(HeaderFields);
  HeaderFields GetHeaders();
  void AppendHeader(const std::string &key, const std::string &value);
  Response get(const std::string &uri);
  Response post(const std::string &uri, const std::string &data);
  Response put(const std::string &uri, const std::string &data);
  Response patch(const std::string &uri, const std::string &data);
  Response del(const std::string &uri);
  Response head(const std::string &uri);
  Response options(const std::string &uri);
  Response *get(const std::string &uri, Response *); // of its later source

private:
  std::string baseUrl_;
};
} // namespace RestClient
#endif
