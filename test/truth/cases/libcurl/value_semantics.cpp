// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Settings are values: some functions change a copy, some the original.
#include <curl/curl.h>
#include <iostream>
#include <string>
#include <truth/choice.h>
#include <tuple>
#include <utility>
#include <vector>

namespace {

class Settings {
public:
  Settings &withAgent(std::string agent) & {
    agent_ = std::move(agent);
    return *this;
  }
  Settings withAgent(std::string agent) && {
    agent_ = std::move(agent);
    return std::move(*this);
  }
  Settings with(std::string name, std::string value) const {
    Settings copy = *this;
    copy.headers_.emplace_back(std::move(name), std::move(value));
    return copy;
  }
  const std::string &agent() const { return agent_; }
  const std::vector<std::pair<std::string, std::string>> &headers() const { return headers_; }

private:
  std::string agent_;
  std::vector<std::pair<std::string, std::string>> headers_;
};

// Looks as if it identified the settings; it identifies a copy.
void identify(Settings settings) { settings.withAgent("MdePartner-Contoso-Values/1.0"); }

void identifyReally(Settings &settings) { settings.withAgent("MdePartner-Contoso-Values/1.0"); }

size_t drop(char *, size_t size, size_t count, void *) { return size * count; }

bool get(const std::string &url, const Settings &settings) {
  CURL *curl = curl_easy_init();
  curl_slist *list = nullptr;
  for (const auto &[name, value] : settings.headers()) {
    std::string line = name;
    line += ": ";
    line += value;
    list = curl_slist_append(list, line.c_str());
  }
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, drop);
  if (!settings.agent().empty())
    curl_easy_setopt(curl, CURLOPT_USERAGENT, settings.agent().c_str());
  const bool ok = curl_easy_perform(curl) == CURLE_OK;
  curl_slist_free_all(list);
  curl_easy_cleanup(curl);
  return ok;
}

std::pair<Settings, Settings> both() {
  Settings first = Settings().withAgent("MdePartner-Contoso-Values/1.0");
  Settings second;
  return {first, second};
}

} // namespace

int main() {
  const std::string base = "https://graph.microsoft.com/v1.0/security/";
  Settings settings;
  identify(settings);
  bool ok = get(base + "L_copied", settings); // label: copied

  identifyReally(settings);
  ok &= get(base + "L_changed", settings); // label: changed

  const Settings traced = settings.with("X-Trace", "1");
  ok &= get(base + "L_traced", traced); // label: traced

  Settings moved = std::move(settings);
  ok &= get(base + "L_moved", moved); // label: moved

  auto [named, unnamed] = both();
  if (truth_flag("swap"))
    std::swap(named, unnamed);
  ok &= get(base + "L_named", named); // label: named

  std::string agent;
  std::tie(agent, std::ignore) = std::make_tuple(std::string("contoso values"), 1);
  ok &= get(base + "L_tied", Settings().withAgent(agent)); // label: tied
  ok &= get("https://telemetry.contoso.example/L_telemetry", Settings()); // label: telemetry
  return ok ? 0 : 1;
}
