// Bodies in foreign headers are left alone, unless a request call can be reached
// from them: then the class and what it calls in its library are lowered.
// RUN: %mde-ir capture %s -- -std=c++20 -I%S | FileCheck %s --check-prefixes=BOTH,ALONE
// RUN: %mde-ir capture %s --request-call=curl_easy_perform -- -std=c++20 -I%S | FileCheck %s --check-prefixes=BOTH,LOWERED
#include "Inputs/own.h"
#include "Inputs/third_party/sdk.h"

int main() {
  sdk::Client client("https://api.security.microsoft.com");
  return client.get("/api") + sdk::unrelated(1) + own(2);
}
// ALONE: record "sdk::Client" at
// LOWERED: record "sdk::Client" fields ("base" record "std::basic_string<char>") at
// BOTH: function "own(int)" {{.*}} user
// BOTH: function "main"
// LOWERED: function "sdk::Client::Client(const char *)" {{.*}} inline constructor at
// ALONE: declare "sdk::Client::Client(const char *)"
// LOWERED: function "sdk::Client::get(const std::basic_string<char> &)" {{.*}} inline at
// ALONE: declare "sdk::Client::get(const std::basic_string<char> &)"
// BOTH: declare "sdk::unrelated(int)"
// LOWERED: function "sdk::join(const std::basic_string<char> &, const std::basic_string<char> &)"
