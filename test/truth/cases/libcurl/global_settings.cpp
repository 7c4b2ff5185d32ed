// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Settings are global and filled while options are read; requests before that
// find them empty.
#include <curl/curl.h>
#include <iostream>
#include <string>
#include <truth/choice.h>

namespace {

struct Settings {
  std::string company;
  std::string product;
  std::string version;
  std::string base = "https://api.security.microsoft.com";
  bool sendDiagnostics = false;

  std::string userAgent() const {
    if (company.empty() || product.empty())
      return {};
    return "MdePartner-" + company + "-" + product + "/" + version;
  }
};

Settings settings;
int errors;

size_t drop(char *, size_t size, size_t count, void *) { return size * count; }

void loadSettings() {
  settings.company = "AdventureWorks";
  settings.product = "Console";
  settings.version = truth_text("version", "6.0.1");
  settings.sendDiagnostics = truth_flag("diagnostics") != 0;
}

CURL *newHandle() {
  CURL *curl = curl_easy_init();
  const std::string agent = settings.userAgent();
  if (!agent.empty())
    curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, drop);
  return curl;
}

void call(const std::string &path) {
  CURL *curl = newHandle();
  const std::string url = settings.base + path;
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  if (CURLcode code = curl_easy_perform(curl); code != CURLE_OK) {
    std::cerr << url << ": " << curl_easy_strerror(code) << '\n';
    ++errors;
  }
  curl_easy_cleanup(curl);
}

void useMirror() { settings.base = "https://mirror.contoso.example"; }

} // namespace

int main() {
  curl_global_init(CURL_GLOBAL_DEFAULT);
  call("/api/ping/L_before"); // label: before
  loadSettings();
  call("/api/machines/L_after"); // label: after
  if (settings.sendDiagnostics) {
    useMirror();
    settings.company.clear();
    call("/diagnostics/L_mirror"); // label: mirror
  }
  call("/api/alerts/L_last"); // label: last
  curl_global_cleanup();
  return errors;
}
