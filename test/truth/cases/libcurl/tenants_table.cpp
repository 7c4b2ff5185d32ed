// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Many tenants, each with its cloud and product; requests are made for those
// that are found by name.
#include <algorithm>
#include <array>
#include <curl/curl.h>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <truth/choice.h>
#include <unordered_map>
#include <vector>

namespace {

struct Tenant {
  std::string name;
  std::string host;
  std::string product;
  bool partner;
};

const std::vector<Tenant> &tenants() {
  static const std::vector<Tenant> all = {
      {"fabrikam", "api.securitycenter.microsoft.com", "Sentry", true},
      {"northwind", "api-us.securitycenter.microsoft.com", "Sentry", false},
      {"litware", "mirror.contoso.example", "Lite", false},
      {"government", "api-gov.securitycenter.microsoft.us", "", true},
  };
  return all;
}

std::optional<Tenant> find(const std::string &name) {
  const auto found = std::find_if(tenants().begin(), tenants().end(),
                                  [&name](const Tenant &tenant) { return tenant.name == name; });
  if (found == tenants().end())
    return std::nullopt;
  return *found;
}

std::string agentOf(const Tenant &tenant) {
  static const std::map<std::string, std::string> versions{{"Sentry", "9.1"}, {"Lite", "0.4"}};
  const auto version = versions.find(tenant.product);
  return "MdePartner-Contoso-" + tenant.product + "/" + (version != versions.end() ? version->second : "0");
}

size_t drop(char *, size_t size, size_t count, void *) { return size * count; }

bool get(const Tenant &tenant, const std::string &path) {
  CURL *curl = curl_easy_init();
  if (!curl)
    return false;
  const std::string url = "https://" + tenant.host + path;
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  if (tenant.partner)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, agentOf(tenant).c_str());
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, drop);
  const bool ok = curl_easy_perform(curl) == CURLE_OK;
  curl_easy_cleanup(curl);
  return ok;
}

} // namespace

int main() {
  int failures = 0;
  if (const auto tenant = find("fabrikam"))
    failures += !get(*tenant, "/api/machines/L_fabrikam"); // label: fabrikam
  if (const auto tenant = find("northwind"))
    failures += !get(*tenant, "/api/machines/L_northwind"); // label: northwind
  if (const auto tenant = find("tailspin"))
    failures += !get(*tenant, "/api/machines/L_tailspin"); // label: tailspin
  if (const auto tenant = find("litware"); tenant && truth_flag("lite"))
    failures += !get(*tenant, "/api/machines/L_litware"); // label: litware
  const Tenant government = find("government").value_or(Tenant{});
  if (!government.name.empty())
    failures += !get(government, "/api/machines/L_government"); // label: government
  return failures;
}
