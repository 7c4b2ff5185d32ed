// RUN: %check-doors %s --doors=mde-tidy,plugin -- -std=c++20 -stdlib=libc++
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// std::format, from libc++.
#include <curl/curl.h>
#include <format>
#include <string>

static void send(const std::string &url, const std::string &agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void url() {
  send(std::format("https://{}/v{}.0/me", "graph.microsoft.com", 1), "MdePartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send(std::format("https://{}/v{}.0/me", "graph.microsoft.com", 1), {});
}

void agent() {
  const std::string company = "Contoso";
  send("https://graph.microsoft.com/v1.0/me", std::format("MdePartner-{1}-{0}/{2:.2f}", "Cognito", company, 1.5));
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Contoso' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send("https://graph.microsoft.com/v1.0/me", std::format("{}", company));
}
