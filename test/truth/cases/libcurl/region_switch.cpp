// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The region decides the host, the license the agent. Government clouds got
// their own agent, which lacks the product.
#include <curl/curl.h>
#include <iostream>
#include <stdexcept>
#include <string>
#include <truth/choice.h>

namespace contoso {

enum class Region { Us, Eu, Uk, Gcc, OnPremises };

static std::string hostOf(Region region) {
  switch (region) {
  case Region::Us:
    return "api-us.securitycenter.microsoft.com";
  case Region::Eu:
    return "api-eu.securitycenter.microsoft.com";
  case Region::Uk:
    return "api-uk.securitycenter.microsoft.com";
  case Region::Gcc:
    return "api-gcc.securitycenter.microsoft.us";
  case Region::OnPremises:
    return "mirror.contoso.example";
  }
  throw std::logic_error("a region without a host");
}

static std::string agentOf(Region region) {
  if (region == Region::Gcc)
    return "MdePartner-Contoso/2.0";
  return "MdePartner-Contoso-Orchestrator/2.0";
}

static Region configuredRegion() {
  switch (truth_choice("region", 5)) {
  case 0:
    return Region::Us;
  case 1:
    return Region::Eu;
  case 2:
    return Region::Uk;
  case 3:
    return Region::Gcc;
  default:
    return Region::OnPremises;
  }
}

class Client {
public:
  explicit Client(Region region) : region_(region), curl_(curl_easy_init()) {
    if (!curl_)
      throw std::runtime_error("out of handles");
    curl_easy_setopt(curl_, CURLOPT_USERAGENT, agentOf(region).c_str());
  }
  ~Client() { curl_easy_cleanup(curl_); }
  Client(const Client &) = delete;
  Client &operator=(const Client &) = delete;

  long get(const std::string &path) {
    const std::string url = "https://" + hostOf(region_) + path;
    curl_easy_setopt(curl_, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl_, CURLOPT_WRITEFUNCTION, &Client::drop);
    CURLcode code = curl_easy_perform(curl_);
    if (code != CURLE_OK)
      throw std::runtime_error(curl_easy_strerror(code));
    long status = 0;
    curl_easy_getinfo(curl_, CURLINFO_RESPONSE_CODE, &status);
    return status;
  }

private:
  static size_t drop(char *, size_t size, size_t count, void *) { return size * count; }

  Region region_;
  CURL *curl_;
};

} // namespace contoso

int main() {
  curl_global_init(CURL_GLOBAL_DEFAULT);
  try {
    contoso::Client configured(contoso::configuredRegion());
    std::cout << configured.get("/api/machines/L_configured") << '\n'; // label: configured

    contoso::Client europe(contoso::Region::Eu);
    std::cout << europe.get("/api/alerts/L_europe") << '\n'; // label: europe

    contoso::Client local(contoso::Region::OnPremises);
    std::cout << local.get("/api/alerts/L_local") << '\n'; // label: local
  } catch (const std::exception &error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
  curl_global_cleanup();
}
