// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Header lines are computed with algorithms from a table of small structs.
#include <algorithm>
#include <array>
#include <curl/curl.h>
#include <iostream>
#include <iterator>
#include <numeric>
#include <string>
#include <string_view>
#include <truth/choice.h>
#include <vector>

namespace {

struct Field {
  std::string_view name;
  std::string_view value;
  bool internal;
};

constexpr std::array<Field, 4> kFields{{
    {"Accept", "application/json", false},
    {"User-Agent", "MdePartner-Contoso-Fields/1.0", false},
    {"X-Trace", "on", true},
    {"Prefer", "odata.maxpagesize=50", false},
}};

std::string line(const Field &field) {
  std::string out{field.name};
  out += ": ";
  out += field.value;
  return out;
}

std::vector<std::string> lines(bool withInternal) {
  std::vector<Field> kept;
  std::copy_if(kFields.begin(), kFields.end(), std::back_inserter(kept),
               [=](const Field &field) { return withInternal || !field.internal; });
  std::vector<std::string> out;
  std::transform(kept.begin(), kept.end(), std::back_inserter(out), line);
  return out;
}

class List {
public:
  explicit List(const std::vector<std::string> &lines)
      : list_(std::accumulate(lines.begin(), lines.end(), static_cast<curl_slist *>(nullptr),
                              [](curl_slist *list, const std::string &next) {
                                return curl_slist_append(list, next.c_str());
                              })) {}
  ~List() { curl_slist_free_all(list_); }
  List(const List &) = delete;
  curl_slist *get() const { return list_; }

private:
  curl_slist *list_;
};

size_t drop(char *, size_t size, size_t count, void *) { return size * count; }

bool get(const std::string &url, const std::vector<std::string> &headers) {
  const List list(headers);
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.data());
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list.get());
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, drop);
  const bool ok = curl_easy_perform(curl) == CURLE_OK;
  curl_easy_cleanup(curl);
  return ok;
}

std::string join(const std::vector<std::string> &parts, char separator) {
  std::string out;
  for (const std::string &part : parts) {
    if (!out.empty())
      out += separator;
    out += part;
  }
  return out;
}

} // namespace

int main() {
  const std::string graph = "https://graph.microsoft.com";
  bool ok = get(graph + "/v1.0/security/L_table", lines(false)); // label: table

  auto traced = lines(true);
  traced.erase(std::remove_if(traced.begin(), traced.end(),
                              [](const std::string &text) { return text.rfind("User-Agent", 0) == 0; }),
               traced.end());
  ok &= get(graph + "/v1.0/security/L_removed", traced); // label: removed

  auto replaced = traced;
  replaced.push_back("User-Agent: " + join({"MdePartner", "Contoso", "Fields"}, '-'));
  if (truth_flag("versioned"))
    replaced.back() += "/2.0";
  ok &= get(graph + "/beta/security/L_replaced", replaced); // label: replaced

  ok &= get("https://" + join({"telemetry", "contoso", "example"}, '.') + "/L_telemetry", traced); // label: telemetry

  const std::string joined = join({"https://api", "securitycenter", "microsoft", "com/api/L_joined"}, '.');
  ok &= get(joined, traced); // label: joined
  return ok ? 0 : 1;
}
