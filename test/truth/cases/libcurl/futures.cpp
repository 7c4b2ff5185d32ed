// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Requests in the background, with std::async and packaged tasks.
#include <curl/curl.h>
#include <future>
#include <iostream>
#include <string>
#include <thread>
#include <truth/choice.h>
#include <tuple>
#include <vector>

namespace {

using Answer = std::tuple<CURLcode, long, std::string>;

struct Identity {
  std::string company;
  std::string product;
  std::string version = "1.0";
};

size_t append(char *data, size_t size, size_t count, void *user) {
  static_cast<std::string *>(user)->append(data, size * count);
  return size * count;
}

std::string header(const Identity &identity) {
  std::string text = "MdePartner-";
  text += identity.company;
  text.push_back('-');
  text += identity.product;
  return text.append("/").append(identity.version);
}

Answer fetch(const std::string &url, const Identity *identity) {
  std::string body;
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  if (identity)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, header(*identity).c_str());
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, append);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
  const CURLcode code = curl_easy_perform(curl);
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_cleanup(curl);
  return {code, status, std::move(body)};
}

} // namespace

int main() {
  curl_global_init(CURL_GLOBAL_ALL);
  const Identity identity{"Contoso", "Futures"};
  const std::string api = "https://api.security.microsoft.com/api";

  auto alerts = std::async(std::launch::async, fetch, api + "/alerts/L_alerts", &identity);                // label: alerts
  auto incidents = std::async(std::launch::async, [&] { return fetch(api + "/incidents/L_incidents", nullptr); }); // label: incidents

  std::packaged_task<Answer()> task([&identity] {
    return fetch("https://graph.microsoft.com/v1.0/security/L_task", &identity); // label: task
  });
  auto scores = task.get_future();
  std::thread worker(std::move(task));
  worker.join();

  std::vector<std::thread> pings;
  for (const char *host : {"status.contoso.example", "telemetry.contoso.example"})
    pings.emplace_back([host] { fetch(std::string("https://") + host + "/L_ping", nullptr); }); // label: ping
  if (truth_flag("ping the API"))
    pings.emplace_back(fetch, api + "/L_thread", nullptr); // label: thread
  for (std::thread &ping : pings)
    ping.join();

  long worst = 0;
  for (auto *future : {&alerts, &incidents, &scores})
    worst = std::max(worst, std::get<1>(future->get()));
  std::cout << worst << '\n';
  curl_global_cleanup();
}
