// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where the agent comes from: environment, command line, default. Whatever is
// not of the form is replaced, except by one caller.
#include <cctype>
#include <cstdlib>
#include <curl/curl.h>
#include <iostream>
#include <optional>
#include <string>
#include <truth/choice.h>

namespace {

constexpr const char *kDefault = "MdePartner-Contoso-Chooser/1.0";

bool startsWith(const std::string &text, const std::string &prefix) {
  return text.size() >= prefix.size() && text.compare(0, prefix.size(), prefix) == 0;
}

std::optional<std::string> fromEnvironment() {
  if (const char *text = std::getenv("CONTOSO_USER_AGENT"))
    return std::string(text);
  return std::nullopt;
}

std::string fromCommandLine() {
  switch (truth_choice("agent", 3)) {
  case 0:
    return "";
  case 1:
    return "MdePartner-Contoso-Command/4.0";
  default:
    return "curl/8.0";
  }
}

std::string checked(const std::string &text) { return startsWith(text, "MdePartner-") ? text : kDefault; }

size_t drop(char *, size_t size, size_t count, void *) { return size * count; }

bool get(const std::string &url, const std::string &agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  if (!agent.empty())
    curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, drop);
  const bool ok = curl_easy_perform(curl) == CURLE_OK;
  curl_easy_cleanup(curl);
  return ok;
}

} // namespace

int main() {
  const std::string given = fromCommandLine();
  bool ok = get("https://api.securitycenter.microsoft.com/api/machines/L_checked", checked(given)); // label: checked
  ok &= get("https://api.securitycenter.microsoft.com/api/machines/L_unchecked", given);            // label: unchecked
  if (startsWith(given, "MdePartner-"))
    ok &= get("https://api.securitycenter.microsoft.com/api/machines/L_guarded", given); // label: guarded
  const std::string other = given.empty() ? std::string(kDefault) : given + " (Contoso)";
  ok &= get("https://graph.microsoft.com/v1.0/L_suffixed", other); // label: suffixed
  if (fromEnvironment() && fromEnvironment()->empty())
    std::cerr << "CONTOSO_USER_AGENT is empty\n";
  return ok ? 0 : 1;
}
