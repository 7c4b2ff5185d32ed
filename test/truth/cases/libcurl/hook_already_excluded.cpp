// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One of two hooks is excluded by an earlier return. From the random
// program 2-40.
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
static std::string graph(const char *path) {
  std::ostringstream out;
  out << "http://graph.microsoft.com/" << "v1.0" << path;
  return out.str();
}
class Hook {
public:
  virtual ~Hook() = default;
  bool run(CURL *curl, const std::string &url) {
    prepare(curl);
    return sendTo(curl, url);
  }
  virtual void prepare(CURL *curl) {
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "Contoso/1.0");
  }

protected:
  std::string agent_ = "MdePartner-Contoso-Probe/1.0";
  bool strict_ = true;
};
class Hook13_ : public Hook {
public:
  void prepare(CURL *curl) override {
  }
};
int main() {
  bool f2 = truth_flag("f2") != 0;
  CURL *h1 = fresh();
  if (!f2)
    return 1;
  std::unique_ptr<Hook> hook18_;
  if (!f2)
    hook18_ = std::make_unique<Hook13_>();
  else
    hook18_ = std::make_unique<Hook>();
  hook18_->run(h1, graph("/security/L_n15")); // label: n15
  return 0;
}
