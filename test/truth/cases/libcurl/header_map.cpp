// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Headers are kept in a map and turned into a list when a request is sent.
#include <curl/curl.h>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <truth/choice.h>

using Headers = std::map<std::string, std::string>;

namespace {

struct Response {
  CURLcode code = CURLE_OK;
  long status = 0;
  std::string body;
};

size_t append(char *data, size_t size, size_t count, void *user) {
  auto *body = static_cast<std::string *>(user);
  body->append(data, size * count);
  return size * count;
}

Headers defaults() {
  return {{"Accept", "application/json"},
          {"User-Agent", "MdePartner-Fabrikam-Bridge/0.9"},
          {"X-Correlation-Id", truth_text("correlation", "4711")}};
}

curl_slist *toList(const Headers &headers) {
  curl_slist *list = nullptr;
  for (const auto &[name, value] : headers) {
    const std::string line = name + ": " + value;
    list = curl_slist_append(list, line.c_str());
  }
  return list;
}

Response request(const std::string &url, const Headers &headers, const std::optional<std::string> &body = {}) {
  Response response;
  CURL *curl = curl_easy_init();
  curl_slist *list = toList(headers);
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
  if (body) {
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(body->size()));
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body->c_str());
  }
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, append);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &response.body);
  response.code = curl_easy_perform(curl);
  if (response.code == CURLE_OK)
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &response.status);
  curl_slist_free_all(list);
  curl_easy_cleanup(curl);
  return response;
}

} // namespace

int main() {
  const std::string graph = "https://graph.microsoft.com/v1.0";

  Response alerts = request(graph + "/security/alerts_v2/L_alerts", defaults()); // label: alerts

  Headers advanced = defaults();
  advanced["ConsistencyLevel"] = "eventual";
  Response users = request(graph + "/users/L_users?$count=true", advanced); // label: users

  Headers hunting = defaults();
  hunting["User-Agent"] = "Fabrikam-Hunting";
  Response rows = request(graph + "/security/runHuntingQuery/L_hunting", hunting, // label: hunting
                          R"({"Query": "DeviceInfo | take 1"})");

  Headers bare = defaults();
  if (truth_flag("strip headers"))
    bare.erase("User-Agent");
  Response secure = request(graph + "/security/secureScores/L_scores", bare); // label: scores

  Headers plain;
  plain.emplace("Accept", "text/plain");
  Response status = request("https://status.contoso.example/L_status", plain); // label: status

  for (const Response *response : {&alerts, &users, &rows, &secure, &status})
    std::cout << response->status << ' ' << response->body.size() << '\n';
}
