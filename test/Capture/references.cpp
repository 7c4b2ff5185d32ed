// A local reference is another name for its place; a parameter holds one.
// RUN: %mde-ir capture %s -- -std=c++20 | FileCheck %s
#include <map>
#include <string>
#include <vector>

int by_reference(int &r, const int &c) {
  int &local = r;
  local = c;
  int &&moved = 3;
  return local + moved;
}
// CHECK-LABEL: function "by_reference(int &, const int &)"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = var "r"
// CHECK-NEXT:   %2 = load %1
// CHECK-NEXT:   alias "local", %2
// CHECK-NEXT:   %3 = var "c"
// CHECK-NEXT:   %4 = load %3
// CHECK-NEXT:   %5 = load %4
// CHECK-NEXT:   %6 = var "local"
// CHECK-NEXT:   store %6, %5
// CHECK-NEXT:   %7 = temp int
// CHECK-NEXT:   store %7, 3
// CHECK-NEXT:   alias "moved", %7
// CHECK-NEXT:   %8 = var "local"
// CHECK-NEXT:   %9 = load %8
// CHECK-NEXT:   %10 = var "moved"
// CHECK-NEXT:   %11 = load %10
// CHECK-NEXT:   %12 = binary "+" %9, %11
// CHECK-NEXT:   ret %12

struct Holder {
  int &r;
  int *p;
};
int members(int x) {
  Holder h{x, &x};
  return h.r + *h.p;
}
// CHECK-LABEL: function "members(int)"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   declare-var "h" record "Holder"
// CHECK-NEXT:   %1 = var "h"
// CHECK-NEXT:   %2 = field %1 "r"
// CHECK-NEXT:   %3 = var "x"
// CHECK-NEXT:   store %2, %3
// CHECK-NEXT:   %4 = field %1 "p"
// CHECK-NEXT:   %5 = var "x"
// CHECK-NEXT:   store %4, %5
// CHECK-NEXT:   %6 = var "h"
// CHECK-NEXT:   %7 = field %6 "r"
// CHECK-NEXT:   %8 = load %7
// CHECK-NEXT:   %9 = load %8
// CHECK-NEXT:   %10 = var "h"
// CHECK-NEXT:   %11 = field %10 "p"
// CHECK-NEXT:   %12 = load %11
// CHECK-NEXT:   %13 = load %12
// CHECK-NEXT:   %14 = binary "+" %9, %13
// CHECK-NEXT:   ret %14

int &choose(bool b, int &x, int &y) { return b ? x : y; }
// CHECK-LABEL: function "choose(bool, int &, int &)"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = var "b"
// CHECK-NEXT:   %2 = load %1
// CHECK-NEXT:   branch %2 block 1 else block 2
// CHECK-NEXT: block 1:
// CHECK-NEXT:   %3 = var "x"
// CHECK-NEXT:   %4 = load %3
// CHECK-NEXT:   declare-var "$cond1" ref int
// CHECK-NEXT:   %5 = var "$cond1"
// CHECK-NEXT:   store %5, %4
// CHECK-NEXT:   jump block 3
// CHECK-NEXT: block 2:
// CHECK-NEXT:   %6 = var "y"
// CHECK-NEXT:   %7 = load %6
// CHECK-NEXT:   declare-var "$cond1" ref int
// CHECK-NEXT:   %8 = var "$cond1"
// CHECK-NEXT:   store %8, %7
// CHECK-NEXT:   jump block 3
// CHECK-NEXT: block 3:
// CHECK-NEXT:   %9 = var "$cond1"
// CHECK-NEXT:   %10 = load %9
// CHECK-NEXT:   ret %10

int array() {
  int sum = 0;
  int values[] = {1, 2};
  for (int v : values)
    sum += v;
  return sum;
}
// CHECK-LABEL: function "array()"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   declare-var "sum" int
// CHECK-NEXT:   %1 = var "sum"
// CHECK-NEXT:   store %1, 0
// CHECK-NEXT:   declare-var "values" array 2 int
// CHECK-NEXT:   %2 = var "values"
// CHECK-NEXT:   %3 = element %2, 0
// CHECK-NEXT:   store %3, 1
// CHECK-NEXT:   %4 = element %2, 1
// CHECK-NEXT:   store %4, 2
// CHECK-NEXT:   %5 = var "values"
// CHECK-NEXT:   alias "__range1", %5
// CHECK-NEXT:   declare-var "__begin1" ptr int
// CHECK-NEXT:   %6 = var "__begin1"
// CHECK-NEXT:   %7 = var "__range1"
// CHECK-NEXT:   store %6, %7
// CHECK-NEXT:   declare-var "__end1" ptr int
// CHECK-NEXT:   %8 = var "__end1"
// CHECK-NEXT:   %9 = var "__range1"
// CHECK-NEXT:   %10 = element %9, 2
// CHECK-NEXT:   store %8, %10
// CHECK-NEXT:   jump block 1
// CHECK-NEXT: block 1:
// CHECK-NEXT:   %11 = var "__begin1"
// CHECK-NEXT:   %12 = load %11
// CHECK-NEXT:   %13 = var "__end1"
// CHECK-NEXT:   %14 = load %13
// CHECK-NEXT:   %15 = binary "!=" %12, %14
// CHECK-NEXT:   branch %15 block 2 else block 3
// CHECK-NEXT: block 2:
// CHECK-NEXT:   declare-var "v" int
// CHECK-NEXT:   %16 = var "v"
// CHECK-NEXT:   %17 = var "__begin1"
// CHECK-NEXT:   %18 = load %17
// CHECK-NEXT:   %19 = load %18
// CHECK-NEXT:   store %16, %19
// CHECK-NEXT:   %20 = var "v"
// CHECK-NEXT:   %21 = load %20
// CHECK-NEXT:   %22 = var "sum"
// CHECK-NEXT:   %23 = load %22
// CHECK-NEXT:   %24 = binary "+" %23, %21
// CHECK-NEXT:   store %22, %24
// CHECK-NEXT:   %25 = var "__begin1"
// CHECK-NEXT:   %26 = load %25
// CHECK-NEXT:   %27 = element %26, 1
// CHECK-NEXT:   store %25, %27
// CHECK-NEXT:   jump block 1
// CHECK-NEXT: block 3:
// CHECK-NEXT:   %28 = var "sum"
// CHECK-NEXT:   %29 = load %28
// CHECK-NEXT:   ret %29

unsigned range(const std::vector<std::string> &list) {
  unsigned n = 0;
  for (const auto &s : list)
    n += s.size();
  return n;
}
// CHECK-LABEL: function "range(const std::vector<std::basic_string<char>> &)"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   declare-var "n" int
// CHECK-NEXT:   %1 = var "n"
// CHECK-NEXT:   store %1, 0
// CHECK-NEXT:   %2 = var "list"
// CHECK-NEXT:   %3 = load %2
// CHECK-NEXT:   alias "__range1", %3
// CHECK-NEXT:   declare-var "__begin1" record "__gnu_cxx::__normal_iterator<const std::basic_string<char> *, std::vector<std::basic_string<char>>>"
// CHECK-NEXT:   %4 = var "__begin1"
// CHECK-NEXT:   %5 = var "__range1"
// CHECK-NEXT:   %6 = call "std::vector<std::basic_string<char>>::begin() const" (%5) into %4
// CHECK-NEXT:   declare-var "__end1" record "__gnu_cxx::__normal_iterator<const std::basic_string<char> *, std::vector<std::basic_string<char>>>"
// CHECK-NEXT:   %7 = var "__end1"
// CHECK-NEXT:   %8 = var "__range1"
// CHECK-NEXT:   %9 = call "std::vector<std::basic_string<char>>::end() const" (%8) into %7
// CHECK-NEXT:   jump block 1
// CHECK-NEXT: block 1:
// CHECK-NEXT:   %10 = var "__begin1"
// CHECK-NEXT:   %11 = var "__end1"
// CHECK-NEXT:   %12 = call "__gnu_cxx::operator==<const std::basic_string<char> *, std::vector<std::basic_string<char>>>(const __gnu_cxx::__normal_iterator<const std::basic_string<char> *, std::vector<std::basic_string<char>>> &, const __gnu_cxx::__normal_iterator<const std::basic_string<char> *, std::vector<std::basic_string<char>>> &)" (%10, %11)
// CHECK-NEXT:   branch %12 block 3 else block 2
// CHECK-NEXT: block 2:
// CHECK-NEXT:   %13 = var "__begin1"
// CHECK-NEXT:   %14 = call "__gnu_cxx::__normal_iterator<const std::basic_string<char> *, std::vector<std::basic_string<char>>>::operator*() const" (%13)
// CHECK-NEXT:   alias "s", %14
// CHECK-NEXT:   %15 = var "s"
// CHECK-NEXT:   %16 = call "std::basic_string<char>::size() const" (%15)
// CHECK-NEXT:   %17 = var "n"
// CHECK-NEXT:   %18 = load %17
// CHECK-NEXT:   %19 = binary "+" %18, %16
// CHECK-NEXT:   %20 = cast int %19
// CHECK-NEXT:   store %17, %20
// CHECK-NEXT:   %21 = var "__begin1"
// CHECK-NEXT:   %22 = call "__gnu_cxx::__normal_iterator<const std::basic_string<char> *, std::vector<std::basic_string<char>>>::operator++()" (%21)
// CHECK-NEXT:   jump block 1
// CHECK-NEXT: block 3:
// CHECK-NEXT:   %23 = var "n"
// CHECK-NEXT:   %24 = load %23
// CHECK-NEXT:   ret %24

unsigned bindings(std::map<std::string, int> &m) {
  struct { int a; int b[2]; } plain{1, {2, 3}};
  auto [a, b] = plain;
  auto &[first, second] = *m.begin();
  second = a + b[1];
  return first.size();
}
// CHECK-LABEL: function "bindings(std::map<std::basic_string<char>, int> &)"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   declare-var "plain" record "(unnamed struct at references.cpp:{{[0-9:]+}})"
// CHECK-NEXT:   %1 = var "plain"
// CHECK-NEXT:   %2 = field %1 "a"
// CHECK-NEXT:   store %2, 1
// CHECK-NEXT:   %3 = field %1 "b"
// CHECK-NEXT:   %4 = element %3, 0
// CHECK-NEXT:   store %4, 2
// CHECK-NEXT:   %5 = element %3, 1
// CHECK-NEXT:   store %5, 3
// CHECK-NEXT:   declare-var "$unnamed1" record "(unnamed struct at references.cpp:{{[0-9:]+}})"
// CHECK-NEXT:   %6 = var "$unnamed1"
// CHECK-NEXT:   %7 = var "plain"
// CHECK-NEXT:   copy %6, %7
// CHECK-NEXT:   %8 = var "m"
// CHECK-NEXT:   %9 = load %8
// CHECK-NEXT:   %10 = call "std::map<std::basic_string<char>, int>::begin()" (%9)
// CHECK-NEXT:   %11 = call "std::_Rb_tree_iterator<std::pair<const std::basic_string<char>, int>>::operator*() const" (%10)
// CHECK-NEXT:   alias "$unnamed2", %11
// CHECK-NEXT:   %12 = var "$unnamed2"
// CHECK-NEXT:   %13 = call "std::get<0, const std::basic_string<char>, int>(std::pair<const std::basic_string<char>, int> &)" (%12)
// CHECK-NEXT:   alias "first", %13
// CHECK-NEXT:   %14 = var "$unnamed2"
// CHECK-NEXT:   %15 = call "std::get<1, const std::basic_string<char>, int>(std::pair<const std::basic_string<char>, int> &)" (%14)
// CHECK-NEXT:   alias "second", %15
// CHECK-NEXT:   %16 = var "$unnamed1"
// CHECK-NEXT:   %17 = field %16 "a"
// CHECK-NEXT:   %18 = load %17
// CHECK-NEXT:   %19 = var "$unnamed1"
// CHECK-NEXT:   %20 = field %19 "b"
// CHECK-NEXT:   %21 = element %20, 1
// CHECK-NEXT:   %22 = load %21
// CHECK-NEXT:   %23 = binary "+" %18, %22
// CHECK-NEXT:   %24 = var "second"
// CHECK-NEXT:   store %24, %23
// CHECK-NEXT:   %25 = var "first"
// CHECK-NEXT:   %26 = call "std::basic_string<char>::size() const" (%25)
// CHECK-NEXT:   %27 = cast int %26
// CHECK-NEXT:   ret %27

std::vector<int> list() { return {1, 2}; }
// CHECK-LABEL: function "list()"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = return-place
// CHECK-NEXT:   %2 = list int (1, 2)
// CHECK-NEXT:   %3 = temp record "std::allocator<int>"
// CHECK-NEXT:   call "std::vector<int>::vector(std::initializer_list<int>, const std::allocator<int> &)" (%1, %2, %3)
// CHECK-NEXT:   ret
