// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The hook's agent is initialised by its base class. From the random
// program 2-36.
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
  }

protected:
  std::string agent_ = printed("Contoso", "Probe", "1.5");
  bool strict_ = true;
};
class Hook3_ : public Hook {
public:
  void prepare(CURL *curl) override {
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent_.c_str());
  }
};
int main() {
  bool f0 = truth_flag("f0") != 0;
  CURL *h1 = fresh();
  std::unique_ptr<Hook> hook6_;
  if (f0)
    hook6_ = std::make_unique<Hook3_>();
  else
    hook6_ = std::make_unique<Hook3_>();
  hook6_->run(h1, std::string("http://") + "api.securitycenter.microsoft.com" + "/L_" + "n5"); // label: n5
  return 0;
}
