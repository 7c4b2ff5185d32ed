// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A connector that copies incidents from Defender into a ticket system and writes
// comments back. The poller has the agent as a default header, the writer builds
// its headers for each request, and the health check was forgotten.
#include <cstdio>
#include <httplib.h>
#include <memory>
#include <string>
#include <truth/choice.h>
#include <vector>

namespace contoso {

constexpr const char *kAgent = "MdePartner-Contoso-TicketBridge/3.2";

struct Config {
  std::string token = truth_text("token", "secret");
  std::string tickets = "https://siem.contoso.example";
};

class DefenderApi {
public:
  explicit DefenderApi(const Config &config) : client_("https://api.security.microsoft.com"), token_(config.token) {
    client_.set_connection_timeout(5);
    client_.set_follow_location(true);
    client_.set_default_headers({{"User-Agent", kAgent}, {"Accept", "application/json"}});
    client_.set_bearer_token_auth(token_);
  }

  std::string incidents(int top) {
    const std::string path = "/api/incidents/L_poll?$top=" + std::to_string(top);
    auto result = client_.Get(path); // label: poll
    if (!result || result->status != 200)
      return {};
    return result->body;
  }

  bool comment(const std::string &id, const std::string &text) {
    httplib::Headers headers = {{"Accept", "application/json"}};
    if (truth_flag("trace"))
      headers.emplace("User-Agent", "ticketbridge-trace/1");
    auto result = client_.Patch("/api/incidents/L_comment/" + id, headers, text, "application/json"); // label: comment
    return result && result->status / 100 == 2;
  }

private:
  httplib::Client client_;
  std::string token_;
};

static bool healthy() {
  httplib::Client probe("https://api.security.microsoft.com");
  probe.set_read_timeout(2);
  return static_cast<bool>(probe.Head("/api/L_health")); // label: health
}

static void store(const Config &config, const std::string &incidents) {
  httplib::Client tickets(config.tickets);
  tickets.Post("/import/L_store", incidents, "application/json"); // label: store
}

} // namespace contoso

int main() {
  contoso::Config config;
  if (!contoso::healthy())
    return 1;
  auto api = std::make_unique<contoso::DefenderApi>(config);
  const std::string incidents = api->incidents(50);
  if (incidents.empty())
    return 1;
  contoso::store(config, incidents);
  for (const char *id : {"17", "18"})
    if (!api->comment(id, "{\"comment\":\"seen\"}"))
      std::fprintf(stderr, "incident %s was not commented\n", id);
  return 0;
}
