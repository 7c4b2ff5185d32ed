// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A std::function that is never called sends nothing. From the random
// program 2-12.
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
static curl_slist *linesOf(const std::vector<std::string> &lines) {
  curl_slist *list = nullptr;
  for (const std::string &line : lines)
    list = curl_slist_append(list, line.c_str());
  return list;
}
struct Options {
  std::string agent;
  bool named = true;
  std::vector<std::string> headers;
};
static bool fetch(const std::string &url, const Options &options) {
  CURL *curl = fresh();
  curl_slist *list = linesOf(options.headers);
  if (options.named && !options.agent.empty())
    curl_easy_setopt(curl, CURLOPT_USERAGENT, options.agent.c_str());
  if (list)
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
  const bool ok = sendTo(curl, url);
  curl_slist_free_all(list);
  curl_easy_cleanup(curl);
  return ok;
}
int main() {
  Options o1;
  const std::function<void(CURL *)> with10_ = [&](CURL *curl) {
    fetch(graph("/security/L_n6"), o1); // label: n6
  };
  return 0;
}
