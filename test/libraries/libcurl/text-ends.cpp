// RUN: %check-doors %s -- -std=c++20
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Parts of texts that are counted from the end, of texts that are known (each line holds
// as it does when it is run, -DRUN) and of texts of which a part in the middle is not.
#include "../Inputs/holds.h"
#include <iterator>
#include <string>
#include <string_view>

#define is(text, expected) holds((text) == std::string_view(expected))

void known() {
  std::string text = "<abc>";
  is(std::string(text.begin() + 1, text.end() - 1), "abc");
  is(std::string(std::next(text.begin()), std::prev(text.end(), 2)), "ab");
  is(text.substr(1, text.size() - 2), "abc");
  is(text.substr(1, text.size()), "abc>");
  auto last = text.end();
  last -= 2;
  holds(*last == 'c');
  holds(*(text.end() - 1) == '>');
  holds(text.end() - text.begin() == 5);
  text.pop_back();
  is(text, "<abc");
  text.erase(text.size() - 1);
  is(text, "<ab");
  text.erase(text.end() - 1);
  is(text, "<a");
  text.replace(text.size() - 1, 1, "bc");
  is(text, "<bc");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com
  missing();
}

#ifndef RUN
extern std::string version();

void partlyKnown() {
  const std::string quoted = "<MdePartner-Contoso-Cognito/" + version() + ">;";
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent '<MdePartner-Contoso-Cognito/{{.*}}' of the request to graph.microsoft.com is malformed
  go(quoted.c_str());
  go(quoted.substr(1, quoted.size() - 3).c_str());
  go(std::string(quoted.begin() + 1, quoted.end() - 2).c_str());
  std::string edited = quoted.substr(1);
  edited.pop_back();
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/{{.*}}>' of the request to graph.microsoft.com is malformed
  go(edited.c_str());
  edited.erase(edited.size() - 1);
  go(edited.c_str());
  edited.replace(edited.size() - 1, 1, ">");
  // CHECK: :[[@LINE+1]]:3: warning: User-Agent 'MdePartner-Contoso-Cognito/{{.*}}>' of the request to graph.microsoft.com is malformed
  go(edited.c_str());
}
#else
int main() { known(); }
#endif
