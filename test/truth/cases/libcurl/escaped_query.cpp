// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// OData queries, scopes, redirects and proxies: all name hosts, few are asked.
#include <curl/curl.h>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <truth/choice.h>

namespace {

constexpr std::string_view kScope = "https://graph.microsoft.com/.default";
constexpr std::string_view kResource = "https://api.securitycenter.microsoft.com";

std::string percent(std::string_view text) {
  static const char digits[] = "0123456789ABCDEF";
  std::string out;
  for (unsigned char c : text) {
    if (std::isalnum(c) || c == '.' || c == '-') {
      out += static_cast<char>(c);
    } else {
      out += '%';
      out += digits[c >> 4];
      out += digits[c & 15];
    }
  }
  return out;
}

size_t drop(char *, size_t size, size_t count, void *) { return size * count; }

class Http {
public:
  Http() : curl_(curl_easy_init()) {}
  ~Http() { curl_easy_cleanup(curl_); }
  Http(const Http &) = delete;

  Http &agent(std::string_view text) {
    const std::string copy(text);
    curl_easy_setopt(curl_, CURLOPT_USERAGENT, copy.c_str());
    return *this;
  }
  Http &referer(const char *url) {
    curl_easy_setopt(curl_, CURLOPT_REFERER, url);
    return *this;
  }
  bool post(const std::string &url, const std::string &body) {
    curl_easy_setopt(curl_, CURLOPT_COPYPOSTFIELDS, body.c_str());
    return go(url);
  }
  bool get(const std::string &url) {
    curl_easy_setopt(curl_, CURLOPT_HTTPGET, 1L);
    return go(url);
  }

private:
  bool go(const std::string &url) {
    curl_easy_setopt(curl_, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl_, CURLOPT_WRITEFUNCTION, drop);
    return curl_easy_perform(curl_) == CURLE_OK;
  }
  CURL *curl_;
};

std::string alertsQuery(int days, std::string_view severity) {
  std::ostringstream out;
  out << "https://graph.microsoft.com/v1.0/security/alerts_v2/L_query?$filter=severity%20eq%20'" << severity
      << "'&$top=" << days * 10;
  return out.str();
}

} // namespace

int main() {
  Http http;
  bool ok = http.post("https://login.microsoftonline.com/contoso/oauth2/v2.0/token?L_scope", // label: scope
                      "grant_type=client_credentials&scope=" + percent(kScope));
  ok &= http.post("https://login.windows.net/contoso/oauth2/token?L_resource", // label: resource
                  "resource=" + std::string(kResource));
  ok &= http.referer("https://api.security.microsoft.com/api/alerts")
            .get("https://learn.microsoft.com/defender-endpoint/L_docs"); // label: docs
  ok &= http.get("https://proxy.contoso.example/L_proxy?url=" + percent(kResource)); // label: proxy
  ok &= http.get(alertsQuery(7, truth_text("severity", "high")));                    // label: query
  http.agent("MdePartner-Contoso-Queries/2.0");
  ok &= http.get("https://graph.microsoft.com/v1.0/security/alerts_v2/L_identified"); // label: identified
  if (truth_flag("anonymous"))
    ok &= http.agent("").get("https://graph.microsoft.com/v1.0/security/alerts_v2/L_blank"); // label: blank
  return ok ? 0 : 1;
}
