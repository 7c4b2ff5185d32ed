// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// HTTP as the client uses it: a connection that names the client in every
// request, and the few helpers that build their own handle need too.
#ifndef CONTOSO_HTTP_H
#define CONTOSO_HTTP_H

#include "config.h"
#include <curl/curl.h>
#include <map>
#include <memory>
#include <string>

namespace contoso {

struct Response {
  CURLcode code = CURLE_FAILED_INIT;
  long status = 0;
  std::string body;

  bool ok() const { return code == CURLE_OK && status >= 200 && status < 300; }
};

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

/// Appends what a transfer receives to a std::string.
size_t appendTo(char *data, size_t size, size_t count, void *text);

/// One connection. Options that were set stay from request to request.
class Http {
public:
  explicit Http(const Settings &settings);

  void bearer(const std::string &token) { token_ = token; }

  Response get(const std::string &url) { return send("GET", url, nullptr); }
  Response post(const std::string &url, const std::string &json) { return send("POST", url, &json); }
  Response form(const std::string &url, const std::map<std::string, std::string> &fields);

private:
  Response send(const char *method, const std::string &url, const std::string *json);
  Response perform();

  Handle curl_;
  std::string token_;
};

/// The value of a string member of a JSON text, or "". Good enough for what the
/// APIs send here; a real client has a JSON parser.
std::string member(const std::string &json, const std::string &name);

/// A token for one of Microsoft's APIs. The scope names the API, but the
/// request goes to the login host.
std::string acquireToken(Http &http, const Settings &settings, const std::string &resource);

} // namespace contoso

#endif
