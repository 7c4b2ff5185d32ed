// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A client with its policies as template parameters.
#include <curl/curl.h>
#include <cstring>
#include <iostream>
#include <sstream>
#include <string>
#include <truth/choice.h>
#include <utility>

namespace contoso {

struct NoIdentity {
  static void apply(CURL *) {}
};

struct PartnerIdentity {
  static void apply(CURL *curl) {
    std::ostringstream agent;
    agent << "MdePartner" << '-' << "Contoso" << '-' << "Policies" << '/' << 2 << '.' << 1;
    curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.str().c_str());
  }
};

struct BrowserIdentity {
  static void apply(CURL *curl) {
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/115.0");
  }
};

struct Commercial {
  static constexpr const char *host = "api.securitycenter.microsoft.com";
};
struct Government {
  static constexpr const char *host = "api-gov.securitycenter.microsoft.us";
};
struct Mirror {
  static constexpr const char *host = "mirror.contoso.example";
};

template <typename Cloud, typename Identity> class Client {
public:
  Client() : curl_(curl_easy_init()) { Identity::apply(curl_); }
  ~Client() { curl_easy_cleanup(curl_); }
  Client(const Client &) = delete;

  template <typename... Parts> bool get(Parts &&...parts) {
    std::ostringstream url;
    url << "https://" << Cloud::host;
    ((url << '/' << std::forward<Parts>(parts)), ...);
    set(CURLOPT_URL, url.str().c_str());
    set(CURLOPT_WRITEFUNCTION, &Client::discard);
    return curl_easy_perform(curl_) == CURLE_OK;
  }

private:
  template <typename Value> void set(CURLoption option, Value value) {
    if (curl_easy_setopt(curl_, option, value) != CURLE_OK)
      std::cerr << "option " << option << " is not supported\n";
  }
  static size_t discard(char *, size_t size, size_t count, void *) { return size * count; }

  CURL *curl_;
};

} // namespace contoso

int main() {
  using namespace contoso;
  bool ok = true;

  Client<Commercial, PartnerIdentity> commercial;
  ok &= commercial.get("api", "machines", "L_machines"); // label: machines
  ok &= commercial.get("api", "machines", 42, "L_machine"); // label: machine

  Client<Government, NoIdentity> government;
  ok &= government.get("api", "alerts", "L_government"); // label: government

  Client<Mirror, NoIdentity> mirror;
  ok &= mirror.get("api", "alerts", "L_mirror"); // label: mirror

  if (truth_flag("disguise")) {
    Client<Commercial, BrowserIdentity> disguised;
    ok &= disguised.get("api", "alerts", "L_disguised"); // label: disguised
  }
  return ok ? 0 : 1;
}
