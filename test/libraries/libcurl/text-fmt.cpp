// RUN: %check-doors %s -- -std=c++17 -DFMT_HEADER_ONLY
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// fmt::format and its relatives.
#include <curl/curl.h>
#include <fmt/compile.h>
#include <fmt/format.h>
#include <string>

static void send(const std::string &url, const std::string &agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

static const std::string kUrl = "https://api.security.microsoft.com/api/incidents";

void url() {
  send(fmt::format("https://{}/api/{}?$top={}", "api.security.microsoft.com", "incidents", 50),
       "MdePartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: request to api.security.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send(fmt::format("https://{}/api/{}?$top={}", "api.security.microsoft.com", "incidents", 50), "");
}

void automatic() {
  send(kUrl, fmt::format("MdePartner-{}-{}/{}.{}", "Contoso", std::string("Cognito"), 1, 2));
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso/1.2' of the request to api.security.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(kUrl, fmt::format("MdePartner-{}/{}.{}", "Contoso", 1, 2));
}

void positional() {
  send(kUrl, fmt::format("MdePartner-{1}-{0}/{2}", "Cognito", "Contoso", "1.0"));
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Cognito-Contoso/1.0' of the request to api.security.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(kUrl, fmt::format("{0}-{1}/{2}", "Cognito", "Contoso", "1.0"));
}

void named() {
  send(kUrl, fmt::format("MdePartner-{company}-{product}/{version}", fmt::arg("company", "Contoso"),
                         fmt::arg("product", "Cognito"), fmt::arg("version", "1.0")));
}

void compiled() {
  send(kUrl, fmt::format(FMT_COMPILE("MdePartner-Contoso-{}/{}"), "Cognito", 3));
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Cognito/3' of the request to api.security.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(kUrl, fmt::format(FMT_COMPILE("{}/{}"), "Cognito", 3));
  std::string agent;
  fmt::format_to(std::back_inserter(agent), FMT_COMPILE("MdePartner-Contoso-{}/{}"), "Cognito", 3);
  send(kUrl, agent);
  agent.clear();
  fmt::format_to(std::back_inserter(agent), FMT_COMPILE("{}/2"), "Cognito");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Cognito/2' of the request to api.security.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(kUrl, agent);
}

void checkedWhenCompiled() {
  send(kUrl, fmt::format(FMT_STRING("MdePartner-Contoso-{}/{}"), "Cognito", 3));
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Cognito/4' of the request to api.security.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send(kUrl, fmt::format(FMT_STRING("{}/{}"), "Cognito", 4));
}

void escapedBraces() {
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-{Company}-Cognito/1' of the request to api.security.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(kUrl, fmt::format("MdePartner-{{Company}}-{}/{}", "Cognito", 1));
}

void formatTo() {
  std::string agent;
  fmt::format_to(std::back_inserter(agent), "MdePartner-Contoso-{}/{}", "Cognito", "1.0");
  send(kUrl, agent);
}

// Written out, not formatted: the braces go out as they are.
void forgotToFormat() {
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/{}' of the request to api.security.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(kUrl, "MdePartner-Contoso-Cognito/{}");
}
