// RUN: %check-doors %s --config="{CheckOptions: {mde-user-agent.VerifyAll: true}}" -- -std=c++20
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What libstdc++'s own tests know of std::string, and the checker did not.
#include <algorithm>
#include <curl/curl.h>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <string_view>

size_t somewhere();

static void send(const std::string &agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

void upToTheEnd() {
  std::string text = "MdePartner-Contoso-Cognito/1.0 (beta)";
  text.erase(text.begin() + 30, text.end());
  send(text);
  text.replace(text.begin(), text.end(), "all of it");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'all of it' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(text);
}

void partsOfTexts() {
  send(std::string("x MdePartner-Contoso-Cognito/1.0", 2, 30));
  std::string text("MdePartner-Contoso-");
  text.append("a Cognito/1.0", 2, 11);
  send(text);
  text = "MdePartner--Cognito/1.0";
  text.insert(11, "a Contoso b", 2, 7);
  send(text);
  text.replace(text.begin(), text.begin() + 10, 3, 'x');
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'xxx-Contoso-Cognito/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(text);
}

void outOfRange(const std::string &given) {
  std::string text = "MdePartner-Contoso-Cognito/1.0";
  try {
    text += given.substr(8);
    text = "MdePartner-Contoso-Cognito/2.0";
  } catch (const std::out_of_range &) {
    text = "out of range";
  }
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'out of range' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(text);
  try {
    text = text.substr(0, 3);
    text = "MdePartner-Contoso-Cognito/3.0";
  } catch (const std::exception &) {
    text = "never";
  }
  send(text);
}

void number(const std::string &given) {
  std::string text = "MdePartner-Contoso-Cognito/1.0";
  try {
    text += std::to_string(std::stoi(given));
  } catch (const std::out_of_range &) {
    text = "too large";
  } catch (const std::invalid_argument &) {
    text = "MdePartner-Contoso-Cognito/2.0";
  }
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'too large' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(text);
}

// Room for a C function is not empty.
void room() {
  std::string text(64, '\0');
  if (!text.empty())
    text.resize(std::snprintf(text.data(), text.size(), "MdePartner-%s/1.0", "Contoso-Cognito"));
  send(text);
  text.clear();
  text.resize(64);
  if (text.size() > 8)
    std::snprintf(&text[0], text.size(), "Cognito/%d", 2);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Cognito/2' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(text);
}

// A view goes on; what points to its characters does not.
void views() {
  std::string_view view = "MdePartner-Contoso-Cognito/1.0";
  const char *whole = view.data();
  view.remove_prefix(11);
  send(whole);
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'Contoso-Cognito/1.0' of the request to graph.microsoft.com is malformed: {{.+}} [mde-user-agent]
  send(std::string(view));
}

void emptyText() {
  std::string none;
  if (none[0] == '\0')
    none = "MdePartner-Contoso-Cognito/1.0";
  send(none);
}

void someCharacter() {
  std::string text = "MdePartner-Contoso-Cognito/1.0";
  text[somewhere()] = ' ';
  // CHECK: :[[@LINE+1]]:3: warning: cannot verify the User-Agent of the request to graph.microsoft.com: {{.+}} [mde-user-agent]
  send(text);
  const char *agents[] = {"MdePartner-Contoso-Cognito/1.0", "MdePartner-Contoso-Sensor/1.0"};
  agents[somewhere()] = "some of them";
  // CHECK: :[[@LINE+1]]:3: warning: {{.*}}graph.microsoft.com{{.*}} [mde-user-agent]
  send(agents[1]);
}

void without() {
  std::string text = "MdePartner-Contoso-Cognito/1.0";
  std::erase(text, '-');
  // CHECK: :[[@LINE+1]]:3: warning: cannot verify the User-Agent of the request to graph.microsoft.com: {{.+}} [mde-user-agent]
  send(text);
}

void movedFrom() {
  std::string a = "MdePartner-Contoso-Cognito/1.0", b;
  b.assign(std::move(a));
  send(b);
  // CHECK: :[[@LINE+1]]:3: warning: cannot verify the User-Agent of the request to graph.microsoft.com: {{.*}}a moved-from object [mde-user-agent]
  send(a);
}
