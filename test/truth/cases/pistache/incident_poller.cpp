// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Polls incidents with Pistache's client, behind a proxy of the house that adds TLS. The
// client names itself, whatever header the program gives.
#include <chrono>
#include <iostream>
#include <pistache/client.h>
#include <pistache/http.h>
#include <string>
#include <truth/choice.h>

using namespace Pistache;

namespace {

class Poller {
public:
  explicit Poller(std::string agent) : agent_(std::move(agent)) {
    client_.init(Http::Experimental::Client::options().threads(1).maxConnectionsPerHost(2));
  }
  ~Poller() { client_.shutdown(); }

  bool get(const std::string &host, const std::string &path) {
    auto request = client_.get("http://" + host + path);
    if (!agent_.empty())
      request.header<Http::Header::UserAgent>(agent_);
    request.header<Http::Header::Authorization>("Bearer " + std::string(truth_text("token", "t0")));
    return wait(request.send());
  }

  bool post(const std::string &url, const std::string &body) {
    return wait(client_.post(url).header<Http::Header::UserAgent>(agent_).body(body).send());
  }

private:
  static bool wait(Async::Promise<Http::Response> answer) {
    bool ok = false;
    answer.then([&](Http::Response response) { ok = response.code() == Http::Code::Ok; },
                [](std::exception_ptr) { std::cerr << "no answer\n"; });
    Async::Barrier<Http::Response> barrier(answer);
    barrier.wait_for(std::chrono::seconds(10));
    return ok;
  }

  Http::Experimental::Client client_;
  std::string agent_;
};

} // namespace

int main() {
  Poller named("MdePartner-Contoso-Poller/1.4");
  named.get("api.security.microsoft.com", "/api/incidents/L_named"); // label: named
  if (truth_flag("hunt"))
    named.post("http://api.security.microsoft.com/api/advancedhunting/run/L_hunt", "{}"); // label: hunt
  named.post("http://siem.contoso.example/ingest/L_own", "{}"); // label: own

  Poller bare("");
  bare.get("api.security.microsoft.com", "/api/incidents/L_bare"); // label: bare
  bare.get("siem.contoso.example", "/ingest/L_other");             // label: other
  return 0;
}
