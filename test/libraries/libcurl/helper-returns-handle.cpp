// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Functions that hand out a configured handle: as a pointer, in a class, in a
// unique_ptr with a deleter, in a shared_ptr, in an optional, in a struct.
#include <curl/curl.h>
#include <memory>
#include <optional>
#include <string>
#include <utility>

static const char kUrl[] = "https://api.securitycenter.microsoft.com/api/machines";
static const char kAgent[] = "MdePartner-Contoso-Cognito/1.0";

static CURL *open(const char *url, const char *agent = nullptr) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  if (agent)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  return curl;
}

void pointer() {
  CURL *good = open(kUrl, kAgent), *bad = open(kUrl);
  curl_easy_perform(good);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(bad);
  curl_easy_cleanup(good);
  curl_easy_cleanup(bad);
}

struct CurlDeleter {
  void operator()(CURL *curl) const { curl_easy_cleanup(curl); }
};
using Handle = std::unique_ptr<CURL, CurlDeleter>;
using HandleF = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;

static Handle openUnique(bool identify) {
  Handle curl(curl_easy_init());
  curl_easy_setopt(curl.get(), CURLOPT_URL, kUrl);
  if (identify)
    curl_easy_setopt(curl.get(), CURLOPT_USERAGENT, kAgent);
  return curl;
}

void uniquePointer() {
  Handle good = openUnique(true);
  curl_easy_perform(good.get());
  auto bad = openUnique(false);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(bad.get());
  Handle moved = std::move(good);
  curl_easy_perform(moved.get());
  moved.reset(curl_easy_init());
  curl_easy_setopt(moved.get(), CURLOPT_URL, kUrl);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(moved.get());
}

void functionDeleter() {
  HandleF curl(curl_easy_init(), &curl_easy_cleanup);
  curl_easy_setopt(curl.get(), CURLOPT_URL, kUrl);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl.get());
  curl_easy_setopt(curl.get(), CURLOPT_USERAGENT, kAgent);
  curl_easy_perform(curl.get());
}

void sharedPointer() {
  std::shared_ptr<CURL> curl(open(kUrl), curl_easy_cleanup);
  const std::shared_ptr<CURL> same = curl;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(same.get());
  curl_easy_setopt(curl.get(), CURLOPT_USERAGENT, kAgent);
  curl_easy_perform(same.get());
}

static std::optional<Handle> openOptional(bool online) {
  if (!online)
    return std::nullopt;
  return openUnique(true);
}

extern bool online();
void optionalHandle() {
  if (auto curl = openOptional(online()))
    curl_easy_perform(curl->get());
}

// By value in a struct, with a flag beside it.
struct Opened {
  CURL *curl = nullptr;
  bool identified = false;
};
static Opened openStruct(bool identify) {
  Opened opened;
  opened.curl = open(kUrl, identify ? kAgent : nullptr);
  opened.identified = identify;
  return opened;
}
void structByValue() {
  const Opened opened = openStruct(online());
  if (opened.identified)
    curl_easy_perform(opened.curl);
  else
    // CHECK: :[[@LINE+1]]:5: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    curl_easy_perform(opened.curl);
  const auto [curl, identified] = openStruct(true);
  curl_easy_perform(curl);
  (void)identified;
}

// A class with move semantics.
class Request {
public:
  explicit Request(const char *url) : curl_(open(url)) {}
  Request(Request &&other) noexcept : curl_(std::exchange(other.curl_, nullptr)) {}
  Request &operator=(Request &&) = delete;
  ~Request() {
    if (curl_)
      curl_easy_cleanup(curl_);
  }
  Request &agent(const std::string &text) {
    curl_easy_setopt(curl_, CURLOPT_USERAGENT, text.c_str());
    return *this;
  }
  CURLcode send() { return curl_easy_perform(curl_); }

private:
  CURL *curl_;
};
static Request make(const char *url, bool identify) {
  Request request(url);
  if (identify)
    request.agent(kAgent);
  return request;
}
void classByValue() {
  Request good = make(kUrl, true), bad = make(kUrl, false);
  Request moved(std::move(good));
  moved.send();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  bad.send();
  Request(kUrl).agent(kAgent).send();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  Request(kUrl).send();
}
