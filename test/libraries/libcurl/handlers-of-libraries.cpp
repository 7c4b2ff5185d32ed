// RUN: %check-doors %s -- -std=c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A request that leaves from a handler of what a library throws was not seen: libraries
// without a model were taken never to throw.
#include <curl/curl.h>
#include <boost/property_tree/json_parser.hpp>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

static void report(const char *url, const char *agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, url);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

#define AGENT "MdePartner-Contoso-Cognito/1.0"
#define ME "https://graph.microsoft.com/v1.0/me"

struct Refused : std::runtime_error {
  Refused() : std::runtime_error("refused") {}
};

static boost::property_tree::ptree parse(const std::string &text) {
  std::istringstream in(text);
  boost::property_tree::ptree tree;
  boost::property_tree::read_json(in, tree);
  return tree;
}

// What a function below does not handle, its caller does.
void notJson(const std::string &text) {
  try {
    parse(text);
  } catch (const Refused &) {
    report(ME, nullptr); // no library throws a class of the program
  } catch (const boost::property_tree::json_parser_error &) {
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    report(ME, nullptr);
  } catch (...) {
    report(ME, AGENT);
  }
}

void notARegularExpression(const std::string &text) {
  try {
    std::regex expression(text);
  } catch (const std::regex_error &) {
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    report(ME, nullptr);
  }
}

// The agent is set behind what throws.
void skipped(const std::string &text) {
  const char *agent = nullptr;
  try {
    parse(text);
    agent = AGENT;
  } catch (const std::exception &) {
  }
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
  report(ME, agent);
}

void notSkipped(const std::string &text) {
  const char *agent = nullptr;
  try {
    agent = AGENT;
    parse(text);
  } catch (const std::exception &) {
  }
  report(ME, agent);
}

// Nothing but texts and collections: where memory is used up, the handler runs.
void memory(unsigned length) {
  try {
    std::string text(length, 'x');
    std::vector<char> copy(length);
    copy.push_back(text[0]);
  } catch (const std::bad_alloc &) {
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.com is sent without a User-Agent header on this path; libcurl sends none [mde-user-agent]
    report(ME, nullptr);
  }
}

// It is no reason to take a text for unset that is set.
void memoryElsewhere(unsigned length) {
  std::string agent;
  try {
    agent = "MdePartner-Contoso-Cognito";
    agent += "/1.0";
  } catch (const std::exception &) {
  }
  report(ME, agent.c_str());
}
