// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A client with a hidden implementation; copies share it.
#include <curl/curl.h>
#include <iostream>
#include <memory>
#include <mutex>
#include <string>
#include <truth/choice.h>

namespace contoso {

class Client {
public:
  Client();
  void setUserAgent(std::string value);
  void setBase(std::string value);
  bool get(const std::string &path);
  Client fork() const;

private:
  struct Impl;
  explicit Client(std::shared_ptr<Impl> impl) : impl_(std::move(impl)) {}
  std::shared_ptr<Impl> impl_;
};

struct Client::Impl {
  std::mutex mutex;
  std::string base = "https://api.securitycenter.microsoft.com";
  std::string agent;
  CURL *curl = curl_easy_init();

  Impl() = default;
  Impl(const Impl &other) : base(other.base), agent(other.agent) {}
  ~Impl() { curl_easy_cleanup(curl); }

  static size_t drop(char *, size_t size, size_t count, void *) { return size * count; }

  bool perform(const std::string &path) {
    const std::lock_guard<std::mutex> lock(mutex);
    const std::string url = base + path;
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.empty() ? nullptr : agent.c_str());
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &Impl::drop);
    return curl_easy_perform(curl) == CURLE_OK;
  }
};

Client::Client() : impl_(std::make_shared<Impl>()) {}
void Client::setUserAgent(std::string value) { impl_->agent = std::move(value); }
void Client::setBase(std::string value) { impl_->base = std::move(value); }
bool Client::get(const std::string &path) { return impl_->perform(path); }
Client Client::fork() const { return Client(std::make_shared<Impl>(*impl_)); }

} // namespace contoso

int main() {
  contoso::Client first;
  contoso::Client alias = first;
  contoso::Client early = first.fork();
  bool ok = first.get("/api/machines/L_unset"); // label: unset

  alias.setUserAgent("MdePartner-Contoso-Pimpl/1.0");
  ok &= first.get("/api/machines/L_shared"); // label: shared
  ok &= early.get("/api/alerts/L_early");    // label: early

  contoso::Client late = first.fork();
  if (truth_flag("rename"))
    first.setUserAgent("Contoso-Pimpl/1.0");
  ok &= late.get("/api/alerts/L_late");     // label: late
  ok &= alias.get("/api/alerts/L_renamed"); // label: renamed

  early.setBase("https://mirror.contoso.example");
  ok &= early.get("/api/alerts/L_mirror"); // label: mirror
  return ok ? 0 : 1;
}
