// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// boost::format.
#include <boost/format.hpp>
#include <curl/curl.h>
#include <string>

static void send(const std::string &url, const std::string &agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void url() {
  const std::string url = (boost::format("https://%1%/v%2%.0/me") % "graph.microsoft.com" % 1).str();
  send(url, "MdePartner-Contoso-Cognito/1.0");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  send(url, "");
}

void agent() {
  send("https://graph.microsoft.com/v1.0/me", boost::str(boost::format("MdePartner-%s-%s/%d") % "Contoso" % "Cognito" % 7));
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Cognito/7' of the request to graph.microsoft.com is malformed: does not begin with 'MdePartner-' [mde-user-agent]
  send("https://graph.microsoft.com/v1.0/me", boost::str(boost::format("%2%/%1%") % 7 % "Cognito"));
}
