// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Constructs of C++23; see cpp.cpp.
#include <curl/curl.h>
#include <string>

#define GOOD "MdePartner-Contoso-Cognito/1.0"
extern int choice();
static void go(const std::string &agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// construct: explicit object parameters
struct Client {
  std::string agent;
  void run(this const Client &self) { go(self.agent); }
};
void f() {
  Client{GOOD}.run();
  Client{""}.run(); // missing
}
// construct: if consteval
constexpr const char *agent() { if consteval { return ""; } else { return GOOD; } }
void f() {
  go(agent());
  constexpr const char *none = agent();
  go(none); // missing
}
// construct: subscripts with several indices
struct Table { std::string a[2]; const std::string &operator[](int i, int k) const { return a[i + k]; } };
void f() {
  const Table table{{GOOD, ""}};
  go(table[0, 0]);
  go(table[0, 1]); // missing
}
// construct: static operators
struct Make { static std::string operator()(bool named) { return named ? GOOD : ""; } };
void f() {
  go(Make()(true));
  go(Make()(false)); // missing
}
// construct: assumptions
void f() {
  const int n = choice();
  [[assume(n == 1)]];
  go(GOOD);
  if (n != 1)
    go(""); // never
}
