// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A flag that a loop computes decides which hook runs. From the random
// program 1-13.
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
static std::string partner(const std::string &product, int version) {
  return "MdePartner-Contoso-" + product + "/" + std::to_string(version);
}
class Hook {
public:
  virtual ~Hook() = default;
  bool run(CURL *curl, const std::string &url) {
    prepare(curl);
    return sendTo(curl, url);
  }
  virtual void prepare(CURL *curl) {
  }

protected:
  std::string agent_ = std::string("MdePartner-Contoso-") + truth_text("product", "Probe") + "/1.0";
  bool strict_ = true;
};
class Hook5_ : public Hook {
public:
  void prepare(CURL *curl) override {
  curl_easy_setopt(curl, CURLOPT_USERAGENT, partner("Probe", 7).c_str());
  }
};
int main() {
  bool f0 = truth_flag("f0") != 0;
  CURL *h1 = fresh();
  for (int i7_ = 0; i7_ < 2; ++i7_) {
    f0 = i7_ == 1;
  }
  std::unique_ptr<Hook> hook8_;
  if (f0)
    hook8_ = std::make_unique<Hook5_>();
  else
    hook8_ = std::make_unique<Hook>();
  hook8_->run(h1, std::string("http://") + "api-eu.security.microsoft.com" + "/L_" + "n8"); // label: n8
  return 0;
}
