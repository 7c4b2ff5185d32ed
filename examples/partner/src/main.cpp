// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// contoso-cognito: reads machines and alerts, submits indicators, exports.
#include "config.h"
#include "defender.h"
#include "graph.h"
#include "http.h"
#include <iostream>

using namespace contoso;

/// Is the host there at all? Asked before anything else, without a token.
static bool reachable(const std::string &url) {
  const Handle curl(curl_easy_init(), &curl_easy_cleanup);
  if (!curl)
    return false;
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_NOBODY, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, 5L);
  return curl_easy_perform(curl.get()) == CURLE_OK;
}

static int health() {
  int failures = 0;
  const auto report = [&failures](const char *what, bool up) {
    std::cout << what << (up ? ": up\n" : ": DOWN\n");
    failures += up ? 0 : 1;
  };
  report("Contoso", reachable(kStatus));
  report("login", reachable(std::string(kLogin) + "/common/discovery/keys"));
  report("Defender", reachable(std::string(kDefender) + "/api/machines"));
  return failures;
}

static int sync(const Settings &settings) {
  Http http(settings);
  const std::string token = acquireToken(http, settings, kDefender);
  if (token.empty()) {
    std::cerr << "no token for " << kDefender << '\n';
    return 1;
  }
  Defender defender(settings, token);
  std::cout << defender.machines().size() << " pages of machines\n";
  std::cout << defender.alertsSince("2024-01-01T00:00:00Z").body << '\n';
  const Indicator one{"contoso.example", "DomainName"};
  const bool submitted = defender.submit(one).ok();
  return submitted && defender.import({one, {"fabrikam.example", "DomainName"}}) ? 0 : 1;
}

static int exportAll(const Settings &settings) {
  Http http(settings);
  const std::string token = acquireToken(http, settings, kGraph);
  http.bearer(token);
  std::cout << secureScore(http).body << '\n' << hunt(http, "DeviceInfo | count").body << '\n';
  const int pages = exportAlerts(settings, token);
  std::cout << pages << " pages\n";
  return pages < 0 ? 1 : 0;
}

int main(int argc, char **argv) {
  curl_global_init(CURL_GLOBAL_DEFAULT);
  const Settings settings = Settings::fromEnvironment();
  const std::string command = argc > 1 ? argv[1] : "";
  int status = 2;
  if (command == "health")
    status = health();
  else if (command == "sync")
    status = sync(settings);
  else if (command == "export")
    status = exportAll(settings);
  else
    std::cerr << "usage: contoso-cognito health | sync | export\n";
  curl_global_cleanup();
  return status;
}
