// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Hosts that only look like targets, targets named in queries and bodies, and
// one real request among them.
#include <curl/curl.h>
#include <cstdio>
#include <sstream>
#include <string>
#include <truth/choice.h>
#include <vector>

namespace {

struct Job {
  std::string name;
  std::string url;
  std::string body;
};

size_t ignore(char *, size_t size, size_t count, void *) { return size * count; }

bool isDefenderHost(const std::string &host) {
  return host == "api.securitycenter.microsoft.com" || host == "api.security.microsoft.com" ||
         host == "graph.microsoft.com";
}

std::string escaped(CURL *curl, const std::string &text) {
  char *raw = curl_easy_escape(curl, text.c_str(), static_cast<int>(text.size()));
  std::string out = raw ? raw : "";
  curl_free(raw);
  return out;
}

CURLcode run(const Job &job) {
  CURL *curl = curl_easy_init();
  if (!curl)
    return CURLE_FAILED_INIT;
  curl_easy_setopt(curl, CURLOPT_URL, job.url.c_str());
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, ignore);
  if (!job.body.empty()) {
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(job.body.size()));
    curl_easy_setopt(curl, CURLOPT_COPYPOSTFIELDS, job.body.c_str());
  }
  CURLcode code = curl_easy_perform(curl);
  std::printf("%s: %s\n", job.name.c_str(), curl_easy_strerror(code));
  curl_easy_cleanup(curl);
  return code;
}

} // namespace

int main() {
  CURL *tool = curl_easy_init();
  std::ostringstream relay;
  relay << "https://proxy.contoso.example/fetch/L_relay?target="
        << escaped(tool, "https://graph.microsoft.com/v1.0/security/alerts_v2");
  curl_easy_cleanup(tool);

  std::vector<Job> jobs;
  jobs.push_back({"relay", relay.str(), ""});                                               // label: relay
  jobs.push_back({"suffix", "https://graph.microsoft.com.contoso.example/L_suffix", ""});   // label: suffix
  jobs.push_back({"prefix", "https://notgraph.microsoft.com/L_prefix", ""});                // label: prefix
  jobs.push_back({"portal", "https://security.microsoft.com/incidents/L_portal", ""});      // label: portal
  jobs.push_back({"user", "https://api.security.microsoft.com@hooks.contoso.example/L_user", ""}); // label: user
  jobs.push_back({"ticket", "https://tickets.contoso.example/new/L_ticket",                 // label: ticket
                  R"({"link": "https://api.securitycenter.microsoft.com/api/alerts/1"})"});
  for (const Job &job : jobs)
    if (run(job) != CURLE_OK)
      return 1;

  const std::string host = truth_text("host", "api.security.microsoft.com");
  if (isDefenderHost(host) && truth_flag("ping"))
    return run({"real", "https://api.security.microsoft.com/api/incidents/L_real", ""}) != CURLE_OK; // label: real
  return 0;
}
