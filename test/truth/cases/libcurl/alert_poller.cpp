// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// TRUTH: outcomes transfer
// Polls alerts with a session object. When the transfer fails, the retry is made
// with a fresh handle, and whoever wrote that forgot to identify it.
#include <curl/curl.h>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>
#include <truth/choice.h>

namespace {

constexpr const char *kAgent = "MdePartner-Contoso-AlertPoller/3.2";
const std::string kApi = "https://api.securitycenter.microsoft.com/api";

size_t collect(char *data, size_t size, size_t count, void *user) {
  static_cast<std::string *>(user)->append(data, size * count);
  return size * count;
}

struct HandleDeleter {
  void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
};
using Handle = std::unique_ptr<CURL, HandleDeleter>;

Handle makeHandle() {
  Handle handle(curl_easy_init());
  if (!handle)
    throw std::runtime_error("libcurl cannot be initialised");
  curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle.get(), CURLOPT_TIMEOUT, 10L);
  return handle;
}

class Session {
public:
  Session() : handle_(makeHandle()) {
    curl_easy_setopt(handle_.get(), CURLOPT_USERAGENT, kAgent);
  }

  bool fetch(const std::string &path, std::string &body) {
    const std::string url = kApi + path;
    curl_easy_setopt(handle_.get(), CURLOPT_URL, url.c_str());
    curl_easy_setopt(handle_.get(), CURLOPT_WRITEFUNCTION, collect);
    curl_easy_setopt(handle_.get(), CURLOPT_WRITEDATA, &body);
    return curl_easy_perform(handle_.get()) == CURLE_OK;
  }

private:
  Handle handle_;
};

std::string fetchOnce(const std::string &url) {
  std::string body;
  Handle handle = makeHandle();
  curl_easy_setopt(handle.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, collect);
  curl_easy_setopt(handle.get(), CURLOPT_WRITEDATA, &body);
  if (curl_easy_perform(handle.get()) != CURLE_OK)
    throw std::runtime_error("no answer from " + url);
  return body;
}

std::string alerts(Session &session) {
  std::string body;
  if (session.fetch("/alerts/L_alerts", body)) // label: alerts
    return body;
  std::fprintf(stderr, "retrying\n");
  return fetchOnce(kApi + "/alerts/L_retry"); // label: retry
}

} // namespace

int main() {
  curl_global_init(CURL_GLOBAL_DEFAULT);
  int status = 0;
  try {
    Session session;
    std::printf("%zu bytes of alerts\n", alerts(session).size());
    std::string machines;
    if (session.fetch("/machines/L_machines?$top=50", machines)) // label: machines
      std::printf("%zu bytes of machines\n", machines.size());
    fetchOnce("https://status.contoso.example/heartbeat/L_heartbeat"); // label: heartbeat
  } catch (const std::exception &error) {
    std::fprintf(stderr, "%s\n", error.what());
    status = 1;
  }
  curl_global_cleanup();
  return status;
}
