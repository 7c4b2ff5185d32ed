// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Static polymorphism, tag dispatch and a recorded request that is replayed.
#include <curl/curl.h>
#include <iostream>
#include <memory>
#include <queue>
#include <string>
#include <truth/choice.h>
#include <type_traits>

namespace transport {

struct Record {
  std::string url;
  std::string agent;
};

template <typename Derived> class Transport {
public:
  bool get(const std::string &url) { return self().deliver(Record{url, self().agent()}); }

protected:
  Derived &self() { return static_cast<Derived &>(*this); }
};

inline size_t drop(char *, size_t size, size_t count, void *) { return size * count; }

class Live : public Transport<Live> {
public:
  static constexpr bool partner = true;
  std::string agent() const { return "MdePartner-Contoso-Replay/1.0"; }
  bool deliver(const Record &record) {
    std::unique_ptr<CURL, void (*)(CURL *)> curl(curl_easy_init(), curl_easy_cleanup);
    curl_easy_setopt(curl.get(), CURLOPT_URL, record.url.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, drop);
    if (!record.agent.empty())
      curl_easy_setopt(curl.get(), CURLOPT_USERAGENT, record.agent.c_str());
    return curl_easy_perform(curl.get()) == CURLE_OK;
  }
};

class Recording : public Transport<Recording> {
public:
  static constexpr bool partner = false;
  std::string agent() const { return ""; }
  bool deliver(const Record &record) {
    records_.push(record);
    return true;
  }
  bool replay(Live &live) {
    bool ok = true;
    for (; !records_.empty(); records_.pop())
      ok &= live.deliver(records_.front()); // label: replayed, second
    return ok;
  }

private:
  std::queue<Record> records_;
};

template <typename T> bool ping(Transport<T> &transport) {
  if constexpr (T::partner)
    return transport.get("https://api.security.microsoft.com/api/ping/L_ping"); // label: ping
  else
    return transport.get("https://api.security.microsoft.com/api/ping/L_recorded"); // label: recorded
}

} // namespace transport

int main() {
  transport::Live live;
  bool ok = transport::ping(live);
  ok &= live.get("https://api.security.microsoft.com/api/alerts/L_live"); // label: live

  transport::Recording dry;
  ok &= transport::ping(dry); // Recorded and never replayed.

  transport::Recording recording;
  ok &= recording.get("https://api.security.microsoft.com/api/alerts/L_replayed"); // label: replayed
  if (truth_flag("second"))
    ok &= recording.get("https://mirror.contoso.example/api/alerts/L_second"); // label: second
  ok &= recording.replay(live);
  return ok ? 0 : 1;
}
