// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Agent and URLs are templates whose placeholders are replaced; one is forgotten.
#include <algorithm>
#include <cctype>
#include <curl/curl.h>
#include <initializer_list>
#include <iostream>
#include <string>
#include <truth/choice.h>
#include <utility>

namespace text {

static std::string replaceAll(std::string text, const std::string &what, const std::string &with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

static std::string expand(std::string text, std::initializer_list<std::pair<const char *, std::string>> values) {
  for (const auto &[name, value] : values)
    text = replaceAll(text, std::string("{") + name + "}", value);
  return text;
}

static std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

} // namespace text

static const std::string kAgent = "MdePartner-{company}-{product}/{version}";
static const std::string kUrl = "https://{host}/api/{resource}";

static size_t drop(char *, size_t size, size_t count, void *) { return size * count; }

static bool get(const std::string &url, const std::string &agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, drop);
  const bool ok = curl_easy_perform(curl) == CURLE_OK;
  curl_easy_cleanup(curl);
  return ok;
}

int main() {
  const std::string host = "api.securitycenter.microsoft.com";
  const std::string full = text::expand(kAgent, {{"company", "Contoso"}, {"product", "Templates"}, {"version", "3.0"}});
  const std::string partial = text::expand(kAgent, {{"company", "Contoso"}, {"product", "Templates"}});

  bool ok = get(text::expand(kUrl, {{"host", host}, {"resource", "machines/L_full"}}), full); // label: full
  ok &= get(text::expand(kUrl, {{"host", host}, {"resource", "machines/L_partial"}}), partial); // label: partial
  ok &= get("https://" + host + "/api/L_lower", text::lower(full)); // label: lower
  ok &= get(text::expand(kUrl, {{"host", "mirror.contoso.example"}, {"resource", "L_mirror"}}), partial); // label: mirror

  std::string shouting = host;
  std::transform(shouting.begin(), shouting.end(), shouting.begin(), [](unsigned char c) { return std::toupper(c); });
  if (truth_flag("shout"))
    ok &= get("https://" + shouting + "/api/L_shout", ""); // label: shout
  return ok ? 0 : 1;
}
