// RUN: %check-doors %s -- -std=c++20
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the members of std::string yield, one by one: `is` sends a good User-Agent where
// the text is the expected one and none otherwise, so each line holds as it does when it
// is run (-DRUN), and nothing is said of it. At the end of each function one that is not
// good shows that the end is reached.
#include "../Inputs/holds.h"
#include <charconv>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

#define is(text, expected) holds((text) == std::string_view(expected))

void made() {
  const std::string whole = "MdePartner-Contoso";
  const char *const pointer = whole.c_str();
  is(std::string(whole, 3), "Partner-Contoso");
  is(std::string(whole, 3, 7), "Partner");
  is(std::string(pointer, 3), "Mde");
  is(std::string(whole.begin() + 11, whole.end()), "Contoso");
  is(std::string(3, 'x'), "xxx");
  is(std::string(std::string_view(whole)), "MdePartner-Contoso");
  is(std::string_view(pointer, 3), "Mde");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com
  missing();
}

void assigned() {
  std::string text = "a", other = "MdePartner";
  is(text.assign(other, 3, 4), "Part");
  is(text.assign(other, 3), "Partner");
  is(text.assign(2, '-'), "--");
  is(text.assign("Contoso", 3), "Con");
  is(text.assign(other.begin(), other.begin() + 3), "Mde");
  is(text.assign(std::string_view("view")), "view");
  text = 'c';
  is(text, "c");
  text = std::string_view("view");
  is(text, "view");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com
  missing();
}

void appended() {
  std::string text = "Mde", other = "-Contoso-Partner";
  is(text.append(other, 8, 3), "Mde-Pa");
  is(text.append("rtnership", 4), "Mde-Partne");
  is(text.append(2, 'x'), "Mde-Partnexx");
  is(text.append(other.begin(), other.begin() + 2), "Mde-Partnexx-C");
  text += 'e';
  text += std::string_view("f");
  text.push_back('g');
  is(text, "Mde-Partnexx-Cefg");
  is(std::string("a") + 'b', "ab");
  is('a' + std::string("b"), "ab");
  is("a" + std::string("b"), "ab");
  is(std::string("a") + std::string("b"), "ab");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com
  missing();
}

void changed() {
  std::string text = "Mde-Contoso";
  is(text.insert(3, "Partner"), "MdePartner-Contoso");
  is(text.insert(10, "xyz", 1), "MdePartnerx-Contoso");
  is(text.insert(0, 2, '-'), "--MdePartnerx-Contoso");
  is(text.insert(0, std::string("abc"), 1, 1), "b--MdePartnerx-Contoso");
  is(text.insert(0, std::string("abcd"), 2), "cdb--MdePartnerx-Contoso");
  is(text.erase(0, 5), "MdePartnerx-Contoso");
  is(text.replace(10, 1, ""), "MdePartner-Contoso");
  is(text.replace(11, 7, "Fabrikam"), "MdePartner-Fabrikam");
  is(text.replace(11, 8, "Contoso Ltd", 7), "MdePartner-Contoso");
  is(text.replace(0, 3, 2, 'y'), "yyPartner-Contoso");
  is(text.replace(0, 2, std::string("xMde"), 1), "MdePartner-Contoso");
  is(text.replace(0, 3, std::string("xMdex"), 1, 3), "MdePartner-Contoso");
  is(text.replace(text.begin(), text.begin() + 3, "Abc"), "AbcPartner-Contoso");
  is(text.erase(10), "AbcPartner");
  text.erase(text.begin());
  is(text, "bcPartner");
  text.erase(text.begin(), text.begin() + 2);
  is(text, "Partner");
  text.pop_back();
  is(text, "Partne");
  text.resize(4);
  is(text, "Part");
  text.reserve(100);
  text.shrink_to_fit();
  is(text, "Part");
  std::string other = "other";
  text.swap(other);
  is(text, "other");
  is(other, "Part");
  text.clear();
  is(text, "");
  text.insert(text.begin(), 'q');
  is(text, "q");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com
  missing();
}

void read() {
  const std::string text = "MdePartner-Contoso/1.0";
  const std::string_view view = text;
  is(text.substr(11), "Contoso/1.0");
  is(text.substr(11, 7), "Contoso");
  is(view.substr(0, 3), "Mde");
  holds(text.at(3) == 'P' && text[4] == 'a' && view.at(0) == 'M');
  holds(text.front() == 'M' && text.back() == '0' && view.front() == 'M' && view.back() == '0');
  holds(text.size() == 22 && view.length() == 22 && !text.empty());
  holds(std::string(view.data(), view.size()) == text);
  char buffer[8] = {};
  text.copy(buffer, 7, 11);
  is(buffer, "Contoso");
  std::string_view rest = view;
  rest.remove_prefix(11);
  rest.remove_suffix(4);
  is(rest, "Contoso");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com
  missing();
}

void found() {
  const std::string text = "MdePartner-Contoso-Cognito/1.0";
  const std::string_view view = text;
  holds(text.find('-') == 10 && text.find("Con") == 11 && text.find("-", 11) == 18 && view.find('-', 11) == 18);
  holds(text.find("none") == std::string::npos);
  holds(text.rfind("Mde", 0) == 0);
  holds(text.starts_with("MdePartner-") && text.starts_with('M') && view.starts_with("Mde"));
  holds(!text.starts_with("mde") && !text.starts_with('m'));
  holds(text.ends_with("/1.0") && text.ends_with('0') && !view.ends_with("/2.0"));
  holds(text.compare("MdePartner-Contoso-Cognito/1.0") == 0 && text.compare(0, 3, "Mde") == 0);
  holds(text.compare("x") != 0 && text.compare(11, 7, std::string("Contoso")) == 0);
  holds(text == view && text != "x" && "x" != text);
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com
  missing();
}

void numbers() {
  is(std::to_string(17), "17");
  is(std::to_string(-3L), "-3");
  char digits[16] = {};
  const auto end = std::to_chars(digits, digits + sizeof digits, 2026);
  is(std::string(digits, end.ptr), "2026");
  // CHECK: :[[@LINE+1]]:3: warning: request to graph.microsoft.com
  missing();
}

void outOfRange() {
  const std::string text = "abc";
  try {
    is(text.substr(4), "");
    missing();
  } catch (const std::out_of_range &) {
    is(text, "abc");
  }
  try {
    holds(text.at(3) == 'x');
    missing();
  } catch (const std::out_of_range &) {
    is(text, "abc");
  }
  try {
    std::string other = "x";
    other.append(text, 4, 1);
    missing();
  } catch (const std::out_of_range &) {
    // CHECK: :[[@LINE+1]]:5: warning: request to graph.microsoft.com
    missing();
  }
}

#ifdef RUN
int main() {
  made();
  assigned();
  appended();
  changed();
  read();
  found();
  numbers();
  outOfRange();
}
#endif
