// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Several transfers at once through the multi interface.
#include <curl/curl.h>
#include <iostream>
#include <stdexcept>
#include <string>
#include <truth/choice.h>
#include <vector>

namespace {

struct Transfer {
  std::string url;
  std::string agent;
  std::string body;
  CURL *easy = nullptr;
};

size_t append(char *data, size_t size, size_t count, void *user) {
  static_cast<Transfer *>(user)->body.append(data, size * count);
  return size * count;
}

class Batch {
public:
  Batch() : multi_(curl_multi_init()) {
    if (!multi_)
      throw std::bad_alloc();
  }
  ~Batch() {
    for (Transfer &transfer : transfers_) {
      curl_multi_remove_handle(multi_, transfer.easy);
      curl_easy_cleanup(transfer.easy);
    }
    curl_multi_cleanup(multi_);
  }
  Batch(const Batch &) = delete;
  Batch &operator=(const Batch &) = delete;

  void add(std::string url, std::string agent) { transfers_.push_back({std::move(url), std::move(agent), {}, nullptr}); }

  void run() {
    for (Transfer &transfer : transfers_)
      start(transfer);
    int running = 0;
    do {
      if (curl_multi_perform(multi_, &running) != CURLM_OK)
        throw std::runtime_error("the transfers cannot be driven");
      if (running)
        curl_multi_poll(multi_, nullptr, 0, 200, nullptr);
    } while (running);
  }

  size_t bytes() const {
    size_t sum = 0;
    for (const Transfer &transfer : transfers_)
      sum += transfer.body.size();
    return sum;
  }

private:
  void start(Transfer &transfer) {
    transfer.easy = curl_easy_init();
    curl_easy_setopt(transfer.easy, CURLOPT_URL, transfer.url.c_str());
    if (!transfer.agent.empty())
      curl_easy_setopt(transfer.easy, CURLOPT_USERAGENT, transfer.agent.c_str());
    curl_easy_setopt(transfer.easy, CURLOPT_WRITEFUNCTION, append);
    curl_easy_setopt(transfer.easy, CURLOPT_WRITEDATA, &transfer);
    curl_multi_add_handle(multi_, transfer.easy);
  }

  CURLM *multi_;
  std::vector<Transfer> transfers_;
};

} // namespace

int main() {
  curl_global_init(CURL_GLOBAL_DEFAULT);
  const std::string agent = "MdePartner-Northwind-Collector/" + std::string(truth_text("version", "2.4"));
  try {
    Batch batch;
    batch.add("https://api.securitycenter.microsoft.com/api/machines/L_machines", agent); // label: machines
    batch.add("https://api-eu.securitycenter.microsoft.com/api/alerts/L_alerts", "");      // label: alerts
    batch.add("https://status.contoso.example/L_status", "");                              // label: status
    if (truth_flag("graph"))
      batch.add("https://graph.microsoft.com/beta/security/incidents/L_incidents", "northwind/2.4"); // label: incidents
    batch.run();
    std::cout << batch.bytes() << " bytes\n";
  } catch (const std::exception &error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
  curl_global_cleanup();
}
