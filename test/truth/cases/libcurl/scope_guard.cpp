// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A handle is lent out with temporary options; a guard puts the old ones back.
#include <curl/curl.h>
#include <iostream>
#include <stdexcept>
#include <string>
#include <truth/choice.h>
#include <utility>

namespace {

template <typename Function> class Guard {
public:
  explicit Guard(Function function) : function_(std::move(function)) {}
  ~Guard() {
    if (armed_)
      function_();
  }
  void dismiss() { armed_ = false; }
  Guard(const Guard &) = delete;

private:
  Function function_;
  bool armed_ = true;
};

constexpr const char *kAgent = "MdePartner-Contoso-Guard/1.3";

size_t drop(char *, size_t size, size_t count, void *) { return size * count; }

void perform(CURL *curl, const std::string &url) {
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  if (curl_easy_perform(curl) != CURLE_OK)
    throw std::runtime_error("cannot reach " + url);
}

void virusTotal(CURL *curl) {
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "Mozilla/5.0");
  Guard restore([curl] { curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent); });
  perform(curl, "https://api.virustotal.example/v3/files/L_virustotal"); // label: virustotal
  if (truth_flag("keep"))
    restore.dismiss();
}

void upload(CURL *curl) {
  curl_slist *headers = curl_slist_append(nullptr, "User-Agent: Uploader/1.0");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  Guard restore([&] {
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, nullptr);
    curl_slist_free_all(headers);
  });
  perform(curl, "https://mirror.contoso.example/upload/L_upload"); // label: upload
  if (truth_flag("again"))
    perform(curl, "https://api.security.microsoft.com/api/files/L_again"); // label: again
}

} // namespace

int main() {
  CURL *curl = curl_easy_init();
  Guard cleanup([curl] { curl_easy_cleanup(curl); });
  try {
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, drop);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
    perform(curl, "https://api.security.microsoft.com/api/files/L_before"); // label: before
    upload(curl);
    perform(curl, "https://api.security.microsoft.com/api/files/L_between"); // label: between
    virusTotal(curl);
    perform(curl, "https://api.security.microsoft.com/api/files/L_after"); // label: after
  } catch (const std::exception &error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
