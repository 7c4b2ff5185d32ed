// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A pool keeps handles and resets them before they are used again; the agent
// that was set when a handle was made is gone then.
#include <curl/curl.h>
#include <iostream>
#include <memory>
#include <string>
#include <truth/choice.h>
#include <vector>

namespace net {

static const char *const kAgent = "MdePartner-Contoso-Inventory/5.1";

static size_t sink(char *, size_t size, size_t count, void *) { return size * count; }

class Pool {
public:
  ~Pool() {
    for (CURL *handle : idle_)
      curl_easy_cleanup(handle);
  }

  CURL *acquire() {
    if (idle_.empty()) {
      CURL *fresh = curl_easy_init();
      curl_easy_setopt(fresh, CURLOPT_USERAGENT, kAgent);
      return fresh;
    }
    CURL *handle = idle_.back();
    idle_.pop_back();
    curl_easy_reset(handle);
    return handle;
  }

  void release(CURL *handle) { idle_.push_back(handle); }

private:
  std::vector<CURL *> idle_;
};

class Lease {
public:
  explicit Lease(Pool &pool) : pool_(pool), handle_(pool.acquire()) {}
  ~Lease() { pool_.release(handle_); }
  Lease(const Lease &) = delete;
  CURL *get() const { return handle_; }

private:
  Pool &pool_;
  CURL *handle_;
};

static bool send(CURL *handle, const char *url) {
  curl_easy_setopt(handle, CURLOPT_URL, url);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, sink);
  return curl_easy_perform(handle) == CURLE_OK;
}

static bool machines(Pool &pool) {
  Lease lease(pool);
  return send(lease.get(), "https://api.securitycenter.microsoft.com/api/machines/L_machines"); // label: machines
}

static bool software(Pool &pool) {
  Lease lease(pool);
  return send(lease.get(), "https://api.securitycenter.microsoft.com/api/Software/L_software"); // label: software
}

static bool vulnerabilities(Pool &pool) {
  Lease lease(pool);
  curl_easy_setopt(lease.get(), CURLOPT_USERAGENT, kAgent);
  return send(lease.get(), "https://api.securitycenter.microsoft.com/api/Vulnerabilities/L_vulns"); // label: vulns
}

} // namespace net

int main() {
  curl_global_init(CURL_GLOBAL_DEFAULT);
  {
    net::Pool pool;
    std::cout << "machines: " << net::machines(pool) << '\n';
    std::cout << "software: " << net::software(pool) << '\n';
    if (truth_flag("vulnerabilities"))
      std::cout << "vulnerabilities: " << net::vulnerabilities(pool) << '\n';
  }
  curl_global_cleanup();
}
