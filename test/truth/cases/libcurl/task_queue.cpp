// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Requests are queued as std::function and run by a worker thread.
#include <atomic>
#include <condition_variable>
#include <curl/curl.h>
#include <deque>
#include <functional>
#include <iostream>
#include <mutex>
#include <string>
#include <thread>
#include <truth/choice.h>

namespace {

class Worker {
public:
  Worker() : thread_([this] { loop(); }) {}
  ~Worker() {
    {
      std::lock_guard<std::mutex> lock(mutex_);
      done_ = true;
    }
    changed_.notify_one();
    thread_.join();
  }

  void post(std::function<void()> task) {
    {
      std::lock_guard<std::mutex> lock(mutex_);
      tasks_.push_back(std::move(task));
    }
    changed_.notify_one();
  }

private:
  void loop() {
    for (;;) {
      std::function<void()> task;
      {
        std::unique_lock<std::mutex> lock(mutex_);
        changed_.wait(lock, [this] { return done_ || !tasks_.empty(); });
        if (tasks_.empty())
          return;
        task = std::move(tasks_.front());
        tasks_.pop_front();
      }
      task();
    }
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> tasks_;
  bool done_ = false;
  std::thread thread_;
};

std::atomic<int> failures{0};

size_t drop(char *, size_t size, size_t count, void *) { return size * count; }

void get(const std::string &url, const std::function<void(CURL *)> &customize = {}) {
  CURL *curl = curl_easy_init();
  if (!curl) {
    ++failures;
    return;
  }
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, drop);
  if (customize)
    customize(curl);
  if (curl_easy_perform(curl) != CURLE_OK)
    ++failures;
  curl_easy_cleanup(curl);
}

} // namespace

int main() {
  curl_global_init(CURL_GLOBAL_DEFAULT);
  const std::string agent = "MdePartner-Contoso-Queue/1.0";
  auto identify = [agent](CURL *curl) { curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str()); };
  {
    Worker worker;
    worker.post([&] { get("https://api.security.microsoft.com/api/alerts/L_alerts", identify); }); // label: alerts
    worker.post([] { get("https://api.security.microsoft.com/api/incidents/L_incidents"); });      // label: incidents
    worker.post([] { get("https://telemetry.contoso.example/L_telemetry"); });                     // label: telemetry
    if (truth_flag("hunting"))
      worker.post([identify] {
        get("https://api.security.microsoft.com/api/advancedhunting/L_hunting", [&](CURL *curl) { // label: hunting
          identify(curl);
          curl_easy_setopt(curl, CURLOPT_POSTFIELDS, "{\"Query\":\"DeviceInfo\"}");
        });
      });
  }
  std::cout << failures << " failures\n";
  curl_global_cleanup();
}
