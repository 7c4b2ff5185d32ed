// A lambda is a record with its captures as fields, and a function.
// RUN: %mde-ir capture %s -- -std=c++20 | FileCheck %s
#include <string>

void run(void (*)(int));
struct S {
  int n;
  int method();
  int copied();
};

int captures(int a, std::string &text) {
  auto l = [&a, text, c = a + 1]() mutable { return a + c++ + (int)text.size(); };
  return l();
}
// CHECK: record "(lambda at lambdas.cpp:13:12)" fields ("a" ref int, "text" record "std::basic_string<char>", "c" int) calls ("(lambda at lambdas.cpp:13:12)::operator()()") lambda user
// CHECK-LABEL: function "captures(int, std::basic_string<char> &)"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   declare-var "l" record "(lambda at lambdas.cpp:{{[0-9:]+}})"
// CHECK-NEXT:   %1 = var "l"
// CHECK-NEXT:   %2 = field %1 "a"
// CHECK-NEXT:   %3 = var "a"
// CHECK-NEXT:   store %2, %3
// CHECK-NEXT:   %4 = field %1 "text"
// CHECK-NEXT:   %5 = var "text"
// CHECK-NEXT:   %6 = load %5
// CHECK-NEXT:   call "std::basic_string<char>::basic_string(const std::basic_string<char> &)" (%4, %6)
// CHECK-NEXT:   %7 = field %1 "c"
// CHECK-NEXT:   %8 = var "a"
// CHECK-NEXT:   %9 = load %8
// CHECK-NEXT:   %10 = binary "+" %9, 1
// CHECK-NEXT:   store %7, %10
// CHECK-NEXT:   %11 = var "l"
// CHECK-NEXT:   %12 = call "(lambda at lambdas.cpp:{{[0-9:]+}})::operator()()" (%11)
// CHECK-NEXT:   %13 = var "l"
// CHECK-NEXT:   call "(lambda at lambdas.cpp:{{[0-9:]+}})::~()" (%13)
// CHECK-NEXT:   ret %12

int S::method() {
  return [this] { return n; }();
}
// CHECK-LABEL: function "S::method()"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = temp record "(lambda at lambdas.cpp:{{[0-9:]+}})"
// CHECK-NEXT:   %2 = field %1 "this"
// CHECK-NEXT:   %3 = this
// CHECK-NEXT:   store %2, %3
// CHECK-NEXT:   %4 = call "(lambda at lambdas.cpp:{{[0-9:]+}})::operator()() const" (%1)
// CHECK-NEXT:   ret %4

int S::copied() {
  return [*this] { return n; }();
}
// CHECK-LABEL: function "S::copied()"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = temp record "(lambda at lambdas.cpp:{{[0-9:]+}})"
// CHECK-NEXT:   %2 = field %1 "this"
// CHECK-NEXT:   %3 = this
// CHECK-NEXT:   copy %2, %3
// CHECK-NEXT:   %4 = call "(lambda at lambdas.cpp:{{[0-9:]+}})::operator()() const" (%1)
// CHECK-NEXT:   ret %4

int generic() {
  auto l = [](auto x) -> int { return x; };
  return l(1) + l('c');
}
// CHECK-LABEL: function "generic()"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   declare-var "l" record "(lambda at lambdas.cpp:{{[0-9:]+}})"
// CHECK-NEXT:   %1 = var "l"
// CHECK-NEXT:   %2 = var "l"
// CHECK-NEXT:   %3 = call "(lambda at lambdas.cpp:{{[0-9:]+}})::operator()<int>(int) const" (%2, 1)
// CHECK-NEXT:   %4 = var "l"
// CHECK-NEXT:   %5 = call "(lambda at lambdas.cpp:{{[0-9:]+}})::operator()<char>(char) const" (%4, 99)
// CHECK-NEXT:   %6 = binary "+" %3, %5
// CHECK-NEXT:   ret %6

void pointer() {
  run([](int) {});
}
// CHECK-LABEL: function "pointer()"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = temp record "(lambda at lambdas.cpp:{{[0-9:]+}})"
// CHECK-NEXT:   call "run(void (*)(int))" (function "(lambda at lambdas.cpp:{{[0-9:]+}})::operator()(int) const")
// CHECK-NEXT:   ret

int nested(int a) {
  return [&] { return [&] { return a; }(); }();
}
// CHECK-LABEL: function "nested(int)"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = temp record "(lambda at lambdas.cpp:{{[0-9:]+}})"
// CHECK-NEXT:   %2 = field %1 "a"
// CHECK-NEXT:   %3 = var "a"
// CHECK-NEXT:   store %2, %3
// CHECK-NEXT:   %4 = call "(lambda at lambdas.cpp:{{[0-9:]+}})::operator()() const" (%1)
// CHECK-NEXT:   ret %4
