// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A chain of middleware decorates a request before the transport sends it.
#include <curl/curl.h>
#include <iostream>
#include <memory>
#include <string>
#include <truth/choice.h>
#include <utility>
#include <vector>

namespace pipeline {

struct Request {
  std::string method = "GET";
  std::string url;
  std::vector<std::pair<std::string, std::string>> headers;
};

class Middleware {
public:
  virtual ~Middleware() = default;
  virtual void handle(Request &request) const = 0;
};

class Authorize : public Middleware {
public:
  void handle(Request &request) const override {
    request.headers.emplace_back("Authorization", std::string("Bearer ") + truth_text("token", "abc"));
  }
};

class Identify : public Middleware {
public:
  explicit Identify(std::string value) : value_(std::move(value)) {}
  void handle(Request &request) const override {
    for (const auto &header : request.headers)
      if (header.first == "User-Agent")
        return;
    request.headers.emplace_back("User-Agent", value_);
  }

private:
  std::string value_;
};

class Redirect : public Middleware {
public:
  void handle(Request &request) const override {
    const std::string from = "https://api.security.microsoft.com";
    if (request.url.compare(0, from.size(), from) == 0)
      request.url = "https://mirror.contoso.example" + request.url.substr(from.size());
  }
};

class Pipeline {
public:
  template <typename Step, typename... Arguments> Pipeline &use(Arguments &&...arguments) {
    steps_.push_back(std::make_unique<Step>(std::forward<Arguments>(arguments)...));
    return *this;
  }

  CURLcode send(Request request) const {
    for (const auto &step : steps_)
      step->handle(request);
    return transfer(request);
  }

private:
  static CURLcode transfer(const Request &request) {
    CURL *curl = curl_easy_init();
    curl_slist *list = nullptr;
    for (const auto &[name, value] : request.headers)
      list = curl_slist_append(list, (name + ": " + value).c_str());
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request.method.c_str());
    curl_easy_setopt(curl, CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &Pipeline::drop);
    const CURLcode code = curl_easy_perform(curl);
    curl_slist_free_all(list);
    curl_easy_cleanup(curl);
    return code;
  }
  static size_t drop(char *, size_t size, size_t count, void *) { return size * count; }

  std::vector<std::unique_ptr<Middleware>> steps_;
};

} // namespace pipeline

int main() {
  using namespace pipeline;
  const std::string api = "https://api.security.microsoft.com";

  Pipeline full;
  full.use<Authorize>().use<Identify>("MdePartner-Contoso-Pipeline/1.2");
  int failures = full.send({"GET", api + "/api/incidents/L_full", {}}) != CURLE_OK; // label: full

  // The request brings its own, which Identify respects.
  failures += full.send({"GET", api + "/api/incidents/L_own", {{"User-Agent", "Contoso"}}}) != CURLE_OK; // label: own

  Pipeline partial;
  partial.use<Authorize>();
  failures += partial.send({"DELETE", api + "/api/indicators/L_partial", {}}) != CURLE_OK; // label: partial

  Pipeline local;
  local.use<Authorize>().use<Redirect>();
  failures += local.send({"GET", api + "/api/incidents/L_local", {}}) != CURLE_OK; // label: local

  Pipeline optional;
  optional.use<Authorize>();
  if (truth_flag("identify"))
    optional.use<Identify>("MdePartner-Contoso-Pipeline/1.2");
  failures += optional.send({"GET", api + "/api/alerts/L_optional", {}}) != CURLE_OK; // label: optional
  return failures;
}
