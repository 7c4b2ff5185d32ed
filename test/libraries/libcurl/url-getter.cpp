// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// URL and User-Agent from getters: free functions, members, static constants,
// defaults of a struct, conversions.
#include <curl/curl.h>
#include <string>

namespace {

std::string defenderUrl() { return "https://api.securitycenter.microsoft.com/api/machines"; }
const std::string &agent() {
  static const std::string text = "MdePartner-Contoso-Cognito/1.0";
  return text;
}

class Config {
public:
  const std::string &url() const { return url_; }
  std::string agent() const { return "MdePartner-" + company_ + "-" + product_ + "/" + version_; }
  void setProduct(std::string product) { product_ = std::move(product); }
  static const char *fallback() { return "https://api.security.microsoft.com/api/incidents"; }

  static const std::string kIncidents;
  static constexpr const char *kAlerts = "https://graph.microsoft.com/v1.0/security/alerts_v2";

private:
  std::string url_ = defenderUrl();
  std::string company_ = "Contoso", product_ = "Cognito", version_{"1.0"};
};

const std::string Config::kIncidents = "https://graph.microsoft.com/v1.0/security/incidents";

class Url {
public:
  explicit Url(const char *host) : text_("https://") { text_ += host; }
  Url &operator/=(const char *segment) { return text_ += "/", text_ += segment, *this; }
  operator const char *() const { return text_.c_str(); }

private:
  std::string text_;
};

Url operator/(Url url, const char *segment) { return url /= segment; }

} // namespace

void freeFunctions() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, defenderUrl().c_str());
  // CHECK: :[[@LINE+1]]:3: warning: request to api.securitycenter.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent().c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void members() {
  Config config;
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, config.url().c_str());
  curl_easy_setopt(curl, CURLOPT_USERAGENT, config.agent().c_str());
  curl_easy_perform(curl);
  config.setProduct("");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, config.agent().c_str());
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-/1.0' of the request to api.securitycenter.microsoft.com is malformed: {{.+}} [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void staticMembers() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, Config::kIncidents.c_str());
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_URL, Config::fallback());
  // CHECK: :[[@LINE+1]]:3: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_URL, Config::kAlerts);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent().data());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void conversionOperator() {
  const Url url = Url("api.security.microsoft.com") / "api" / "incidents";
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, static_cast<const char *>(url));
  // CHECK: :[[@LINE+1]]:3: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent().data());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
