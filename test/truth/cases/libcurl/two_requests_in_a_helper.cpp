// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A helper sends two requests that only its caller could identify. From the random
// program 2-34.
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
static void helper1_(CURL *curl, bool flag) {
  sendTo(curl, graph("/security/L_n1")); // label: n1
  sendTo(curl, graph("/security/L_n2")); // label: n2
}
int main() {
  CURL *h0 = fresh();
  std::string s0;
  helper1_(h0, s0.empty());
  return 0;
}
