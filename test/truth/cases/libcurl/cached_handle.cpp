// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One handle for the whole program in a static local, one per host in a map.
#include <curl/curl.h>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <truth/choice.h>

namespace {

struct Cleanup {
  void operator()(CURL *curl) const noexcept { curl_easy_cleanup(curl); }
};
using Handle = std::unique_ptr<CURL, Cleanup>;

size_t drop(char *, size_t size, size_t count, void *) { return size * count; }

CURL *shared() {
  static Handle handle = [] {
    Handle fresh(curl_easy_init());
    curl_easy_setopt(fresh.get(), CURLOPT_USERAGENT, "MdePartner-Contoso-Cache/1.7");
    curl_easy_setopt(fresh.get(), CURLOPT_WRITEFUNCTION, drop);
    return fresh;
  }();
  return handle.get();
}

CURL *forHost(const std::string &host) {
  static std::map<std::string, Handle> handles;
  auto found = handles.find(host);
  if (found != handles.end())
    return found->second.get();
  Handle fresh(curl_easy_init());
  curl_easy_setopt(fresh.get(), CURLOPT_WRITEFUNCTION, drop);
  return handles.emplace(host, std::move(fresh)).first->second.get();
}

bool get(CURL *curl, const std::string &url) {
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  return curl_easy_perform(curl) == CURLE_OK;
}

} // namespace

int main() {
  bool ok = get(shared(), "https://graph.microsoft.com/v1.0/security/alerts_v2/L_shared"); // label: shared
  ok &= get(forHost("hooks"), "https://hooks.contoso.example/L_hook");                     // label: hook
  ok &= get(forHost("graph"), "https://graph.microsoft.com/v1.0/L_unnamed");               // label: unnamed

  curl_easy_setopt(forHost("graph"), CURLOPT_USERAGENT, "MdePartner-Contoso-Cache/1.7");
  ok &= get(forHost("graph"), "https://graph.microsoft.com/v1.0/L_named"); // label: named

  if (truth_flag("anonymous mode")) {
    curl_easy_setopt(shared(), CURLOPT_USERAGENT, nullptr);
    ok &= get(shared(), "https://telemetry.contoso.example/L_telemetry"); // label: telemetry
  }
  ok &= get(shared(), "https://graph.microsoft.com/v1.0/users/L_users"); // label: users
  return ok ? 0 : 1;
}
