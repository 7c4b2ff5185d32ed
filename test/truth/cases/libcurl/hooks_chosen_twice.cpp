// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Two hooks are chosen by conditions that hang together. From the random
// program 2-45.
#include <cstdio>
#include <curl/curl.h>
#include <functional>
#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <truth/choice.h>
#include <vector>

static size_t drop(char *, size_t size, size_t count, void *) { return size * count; }
static CURL *fresh() {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, drop);
  return curl;
}
static bool sendTo(CURL *curl, const std::string &url) {
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  return curl_easy_perform(curl) == CURLE_OK;
}
static std::string defender(const std::string &path) {
  return "http://api.securitycenter.microsoft.com/api" + path;
}
static std::string partner(const std::string &product, int version) {
  return "MdePartner-Contoso-" + product + "/" + std::to_string(version);
}
static std::string printed(const char *company, const char *product, const char *version) {
  char text[128];
  snprintf(text, sizeof text, "MdePartner-%s-%s/%s", company, product, version);
  return text;
}
class Hook {
public:
  virtual ~Hook() = default;
  bool run(CURL *curl, const std::string &url) {
    prepare(curl);
    return sendTo(curl, url);
  }
  virtual void prepare(CURL *curl) {
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Fabrikam-Watch-Dog/2");
  }

protected:
  std::string agent_ = partner("Probe", 3);
  bool strict_ = true;
};
class Hook2_ : public Hook {
public:
  void prepare(CURL *curl) override {
  }
};
class Hook3_ : public Hook {
public:
  void prepare(CURL *curl) override {
  curl_easy_setopt(curl, CURLOPT_USERAGENT, printed("Contoso", "", "1.8").c_str());
  }
};
int main() {
  bool f0 = truth_flag("f0") != 0;
  bool f2 = truth_flag("f2") != 0;
  CURL *h0 = fresh();
  CURL *h1 = fresh();
  std::unique_ptr<Hook> hook5_;
  if (!f2)
    hook5_ = std::make_unique<Hook2_>();
  else
    hook5_ = std::make_unique<Hook3_>();
  hook5_->run(h0, defender("/machines/L_n2")); // label: n2
  std::unique_ptr<Hook> hook6_;
  if ((f2 || !f0))
    hook6_ = std::make_unique<Hook>();
  else
    hook6_ = std::make_unique<Hook3_>();
  hook6_->run(h1, "http://api-eu.security.microsoft.com/api/L_n3"); // label: n3
  return 0;
}
