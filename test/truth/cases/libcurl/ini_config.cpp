// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Settings from a text of key=value lines, with defaults and overrides.
#include <curl/curl.h>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <truth/choice.h>

namespace {

class Ini {
public:
  static Ini parse(const std::string &text) {
    Ini ini;
    std::istringstream in(text);
    std::string line;
    while (std::getline(in, line)) {
      const auto equals = line.find('=');
      if (line.empty() || line[0] == '#' || equals == std::string::npos)
        continue;
      ini.values_[trim(line.substr(0, equals))] = trim(line.substr(equals + 1));
    }
    return ini;
  }

  std::string get(const std::string &key, const std::string &fallback) const {
    const auto found = values_.find(key);
    return found == values_.end() ? fallback : found->second;
  }

  void set(const std::string &key, std::string value) { values_[key] = std::move(value); }

private:
  static std::string trim(const std::string &text) {
    const auto begin = text.find_first_not_of(" \t");
    if (begin == std::string::npos)
      return "";
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
  }

  std::map<std::string, std::string> values_;
};

constexpr char kDefaults[] = "# shipped settings\n"
                             "base = https://api.securitycenter.microsoft.com\n"
                             "agent = MdePartner-Contoso-Ini/1.0\n"
                             "\n"
                             "timeout = 20\n";

size_t drop(char *, size_t size, size_t count, void *) { return size * count; }

int call(const Ini &ini, const std::string &path) {
  CURL *curl = curl_easy_init();
  const std::string url = ini.get("base", "https://mirror.contoso.example") + path;
  const std::string agent = ini.get("agent", "");
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, std::stol(ini.get("timeout", "60")));
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, drop);
  if (!agent.empty())
    curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  const CURLcode code = curl_easy_perform(curl);
  curl_easy_cleanup(curl);
  return code == CURLE_OK ? 0 : 1;
}

} // namespace

int main() {
  Ini shipped = Ini::parse(kDefaults);
  int errors = call(shipped, "/api/machines/L_shipped"); // label: shipped

  Ini overridden = shipped;
  overridden.set("agent", truth_flag("quiet") ? "" : "contoso-ini");
  errors += call(overridden, "/api/alerts/L_overridden"); // label: overridden

  const Ini empty;
  errors += call(empty, "/api/machines/L_empty"); // label: empty

  Ini explicitly;
  explicitly.set("base", "https://api-au.securitycenter.microsoft.com");
  explicitly.set("agent", "MdePartner-Contoso-Ini/2.0");
  errors += call(explicitly, "/api/machines/L_explicit"); // label: explicit
  return errors;
}
