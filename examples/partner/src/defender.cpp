// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "defender.h"
#include <chrono>
#include <thread>
#include <utility>

namespace contoso {

namespace {

/// The service was busy: the same request once more, on a fresh connection with
/// a longer time limit.
Response retry(const std::string &url, const std::string &token, const std::string &json) {
  std::this_thread::sleep_for(std::chrono::seconds(5));
  Response response;
  const Handle curl(curl_easy_init(), &curl_easy_cleanup);
  if (!curl)
    return response;
  const List headers(curl_slist_append(nullptr, "Content-Type: application/json"), &curl_slist_free_all);
  curl_slist_append(headers.get(), ("Authorization: Bearer " + token).c_str());
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, json.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, 120L);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, appendTo);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &response.body);
  response.code = curl_easy_perform(curl.get());
  if (response.code == CURLE_OK)
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &response.status);
  return response;
}

bool busy(const Response &response) { return response.status == 429 || response.status == 503; }

} // namespace

std::string Indicator::json() const {
  return R"({"indicatorValue":")" + value + R"(","indicatorType":")" + type + R"(","action":")" + action +
         R"(","title":"Contoso Cognito"})";
}

Defender::Defender(const Settings &settings, std::string token) : http_(settings), token_(std::move(token)) {
  http_.bearer(token_);
}

std::vector<std::string> Defender::machines() {
  std::vector<std::string> pages;
  std::string url = std::string(kDefender) + "/api/machines?$top=100";
  while (!url.empty()) {
    const Response response = http_.get(url);
    if (!response.ok())
      break;
    pages.push_back(response.body);
    url = member(response.body, "@odata.nextLink");
  }
  return pages;
}

Response Defender::alertsSince(const std::string &time) {
  return http_.get(std::string(kDefender) + "/api/alerts?$filter=alertCreationTime+ge+" + time);
}

Response Defender::submit(const Indicator &indicator) {
  const std::string url = std::string(kDefender) + "/api/indicators";
  const std::string json = indicator.json();
  const Response response = http_.post(url, json);
  return busy(response) ? retry(url, token_, json) : response;
}

bool Defender::import(const std::vector<Indicator> &indicators) {
  const Handle curl(curl_easy_init(), &curl_easy_cleanup);
  const std::string authorization = "Authorization: Bearer " + token_;
  std::string body;
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, appendTo);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &body);

  // What is there already? The headers name the client.
  const List identity(curl_slist_append(nullptr, (std::string("User-Agent: ") + kUserAgent).c_str()),
                      &curl_slist_free_all);
  curl_slist_append(identity.get(), authorization.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, identity.get());
  curl_easy_setopt(curl.get(), CURLOPT_URL,
                   (std::string(kDefender) + "/api/indicators?$select=indicatorValue").c_str());
  if (curl_easy_perform(curl.get()) != CURLE_OK)
    return false;

  std::string json;
  for (const Indicator &indicator : indicators)
    if (body.find(indicator.value) == std::string::npos)
      json += (json.empty() ? "" : ",") + indicator.json();
  if (json.empty())
    return true;

  // And now the new ones, in one request.
  json = R"({"Indicators":[)" + json + "]}";
  const List content(curl_slist_append(nullptr, "Content-Type: application/json"), &curl_slist_free_all);
  curl_slist_append(content.get(), authorization.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, content.get());
  curl_easy_setopt(curl.get(), CURLOPT_URL, (std::string(kDefender) + "/api/indicators/import").c_str());
  curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, json.c_str());
  return curl_easy_perform(curl.get()) == CURLE_OK;
}

} // namespace contoso
