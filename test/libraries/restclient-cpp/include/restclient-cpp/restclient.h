// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the tests need of restclient-cpp 0.5.3, written from its README and public interface.
#ifndef MDE_TEST_RESTCLIENT_H
#define MDE_TEST_RESTCLIENT_H
#include <map>
#include <string>

namespace RestClient {
typedef std::map<std::string, std::string> HeaderFields;
typedef struct {
  int code;
  std::string body;
  HeaderFields headers;
} Response;
int init();
void disable();
Response get(const std::string &url);
Response post(const std::string &url, const std::string &contentType, const std::string &data);
Response put(const std::string &url, const std::string &contentType, const std::string &data);
Response patch(const std::string &url, const std::string &contentType, const std::string &data);
Response del(const std::string &url);
Response head(const std::string &url);
Response options(const std::string &url);
} // namespace RestClient
#endif
