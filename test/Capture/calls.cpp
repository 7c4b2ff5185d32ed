// RUN: %mde-ir capture %s -- -std=c++20 | FileCheck %s
#include <string>
#include <vector>

namespace contoso {
struct Base {
  virtual int hook() = 0;
  virtual int other();
  static int count();
  int operator()(int) const;
  operator bool() const;
  int member;
};
struct Final final : Base {
  int hook() override;
  int other() override { return Base::other(); }
};
}
using namespace contoso;
// A qualified call, or one on a final class, is not dispatched.
// CHECK-LABEL: function "contoso::Final::other()"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = this
// CHECK-NEXT:   %2 = call "contoso::Base::other()" (%1)
// CHECK-NEXT:   ret %2

int dispatch(Base &b, Base *p, Final &f) {
  return b.hook() + p->other() + f.hook() + p->Base::other() + b.count();
}
// CHECK-LABEL: function "dispatch(contoso::Base &, contoso::Base *, contoso::Final &)"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = var "b"
// CHECK-NEXT:   %2 = load %1
// CHECK-NEXT:   %3 = call "contoso::Base::hook()" (%2) virtual
// CHECK-NEXT:   %4 = var "p"
// CHECK-NEXT:   %5 = load %4
// CHECK-NEXT:   %6 = call "contoso::Base::other()" (%5) virtual
// CHECK-NEXT:   %7 = binary "+" %3, %6
// CHECK-NEXT:   %8 = var "f"
// CHECK-NEXT:   %9 = load %8
// CHECK-NEXT:   %10 = call "contoso::Final::hook()" (%9)
// CHECK-NEXT:   %11 = binary "+" %7, %10
// CHECK-NEXT:   %12 = var "p"
// CHECK-NEXT:   %13 = load %12
// CHECK-NEXT:   %14 = call "contoso::Base::other()" (%13)
// CHECK-NEXT:   %15 = binary "+" %11, %14
// CHECK-NEXT:   %16 = var "b"
// CHECK-NEXT:   %17 = load %16
// CHECK-NEXT:   %18 = call "contoso::Base::count()" ()
// CHECK-NEXT:   %19 = binary "+" %15, %18
// CHECK-NEXT:   ret %19

bool operators(Base &b, std::string s) {
  s += "x";
  return b && b(1) && s == "y" && "a" + s < s;
}
// CHECK-LABEL: function "operators(contoso::Base &, std::basic_string<char>)"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = var "s"
// CHECK-NEXT:   %2 = call "std::basic_string<char>::operator+=(const char *)" (%1, "x" @ {{[0-9:]+}})
// CHECK-NEXT:   %3 = temp record "std::strong_ordering"
// CHECK-NEXT:   %4 = temp record "std::basic_string<char>"
// CHECK-NEXT:   %5 = temp record "std::__cmp_cat::__unspec"
// CHECK-NEXT:   declare-var "$cond1" bool
// CHECK-NEXT:   %6 = var "b"
// CHECK-NEXT:   %7 = load %6
// CHECK-NEXT:   %8 = call "contoso::Base::operator bool() const" (%7)
// CHECK-NEXT:   branch %8 block 1 else block 5
// CHECK-NEXT: block 1:
// CHECK-NEXT:   %9 = var "b"
// CHECK-NEXT:   %10 = load %9
// CHECK-NEXT:   %11 = call "contoso::Base::operator()(int) const" (%10, 1)
// CHECK-NEXT:   branch %11 block 2 else block 5
// CHECK-NEXT: block 2:
// CHECK-NEXT:   %12 = var "s"
// CHECK-NEXT:   %13 = call "std::operator==<char, std::char_traits<char>, std::allocator<char>>(const std::basic_string<char> &, const char *)" (%12, "y" @ {{[0-9:]+}})
// CHECK-NEXT:   branch %13 block 3 else block 5
// CHECK-NEXT: block 3:
// CHECK-NEXT:   %14 = var "s"
// CHECK-NEXT:   %15 = call "std::operator+<char, std::char_traits<char>, std::allocator<char>>(const char *, const std::basic_string<char> &)" ("a" @ {{[0-9:]+}}, %14) into %4
// CHECK-NEXT:   %16 = var "s"
// CHECK-NEXT:   %17 = call "std::operator<=><char, std::char_traits<char>, std::allocator<char>>(const std::basic_string<char> &, const std::basic_string<char> &)" (%4, %16) into %3
// CHECK-NEXT:   %18 = call "std::operator<(std::strong_ordering, std::__cmp_cat::__unspec)" (%3, %5)
// CHECK-NEXT:   branch %18 block 4 else block 5
// CHECK-NEXT: block 4:
// CHECK-NEXT:   %19 = var "$cond1"
// CHECK-NEXT:   store %19, 1
// CHECK-NEXT:   jump block 6
// CHECK-NEXT: block 5:
// CHECK-NEXT:   %20 = var "$cond1"
// CHECK-NEXT:   store %20, 0
// CHECK-NEXT:   jump block 6
// CHECK-NEXT: block 6:
// CHECK-NEXT:   %21 = var "$cond1"
// CHECK-NEXT:   %22 = load %21
// CHECK-NEXT:   call "std::basic_string<char>::~basic_string()" (%4)
// CHECK-NEXT:   ret %22

int defaults(const std::string &s, int n = 3);
int arguments() { return defaults("text") + defaults({}, 4); }
// CHECK-LABEL: function "arguments()"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = temp record "std::basic_string<char>"
// CHECK-NEXT:   %2 = temp record "std::allocator<char>"
// CHECK-NEXT:   call "std::basic_string<char>::basic_string<std::allocator<char>>(const char *, const std::allocator<char> &)" (%1, "text" @ {{[0-9:]+}}, %2)
// CHECK-NEXT:   %3 = call "defaults(const std::basic_string<char> &, int)" (%1, 3)
// CHECK-NEXT:   %4 = temp record "std::basic_string<char>"
// CHECK-NEXT:   call "std::basic_string<char>::basic_string()" (%4)
// CHECK-NEXT:   %5 = call "defaults(const std::basic_string<char> &, int)" (%4, 4)
// CHECK-NEXT:   %6 = binary "+" %3, %5
// CHECK-NEXT:   call "std::basic_string<char>::~basic_string()" (%4)
// CHECK-NEXT:   call "std::basic_string<char>::~basic_string()" (%1)
// CHECK-NEXT:   ret %6

int pointers(Base &b) {
  int (Base::*method)() = &Base::hook;
  int Base::*field = &Base::member;
  int (*plain)() = Base::count;
  return (b.*method)() + b.*field + plain();
}
// CHECK-LABEL: function "pointers(contoso::Base &)"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   declare-var "method" function
// CHECK-NEXT:   %1 = var "method"
// CHECK-NEXT:   store %1, function "contoso::Base::hook()"
// CHECK-NEXT:   declare-var "field" ptr int
// CHECK-NEXT:   %2 = var "field"
// CHECK-NEXT:   store %2, member "member"
// CHECK-NEXT:   declare-var "plain" ptr function
// CHECK-NEXT:   %3 = var "plain"
// CHECK-NEXT:   store %3, function "contoso::Base::count()"
// CHECK-NEXT:   %4 = var "method"
// CHECK-NEXT:   %5 = load %4
// CHECK-NEXT:   %6 = var "b"
// CHECK-NEXT:   %7 = load %6
// CHECK-NEXT:   %8 = call-indirect %5 (%7)
// CHECK-NEXT:   %9 = var "b"
// CHECK-NEXT:   %10 = load %9
// CHECK-NEXT:   %11 = var "field"
// CHECK-NEXT:   %12 = load %11
// CHECK-NEXT:   %13 = element %10, %12
// CHECK-NEXT:   %14 = load %13
// CHECK-NEXT:   %15 = binary "+" %8, %14
// CHECK-NEXT:   %16 = var "plain"
// CHECK-NEXT:   %17 = load %16
// CHECK-NEXT:   %18 = call-indirect %17 ()
// CHECK-NEXT:   %19 = binary "+" %15, %18
// CHECK-NEXT:   ret %19

template <class... Args> int sum(Args... args) { return (0 + ... + args); }
template <class T, int N> struct Box {
  T get() { return value; }
  T value{N};
};
int templates() { return sum(1, 'c') + Box<int, 3>().get(); }
// CHECK-LABEL: function "sum<int, char>(int, char)"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = var "args"
// CHECK-NEXT:   %2 = load %1
// CHECK-NEXT:   %3 = binary "+" 0, %2
// CHECK-NEXT:   %4 = var "args #2"
// CHECK-NEXT:   %5 = load %4
// CHECK-NEXT:   %6 = binary "+" %3, %5
// CHECK-NEXT:   ret %6
// CHECK-LABEL: function "Box<int, 3>::get()"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = this
// CHECK-NEXT:   %2 = field %1 "value"
// CHECK-NEXT:   %3 = load %2
// CHECK-NEXT:   ret %3
// CHECK-LABEL: function "templates()"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = call "sum<int, char>(int, char)" (1, 99)
// CHECK-NEXT:   %2 = temp record "Box<int, 3>"
// CHECK-NEXT:   %3 = field %2 "value"
// CHECK-NEXT:   store %3, 0
// CHECK-NEXT:   call "Box<int, 3>::Box()" (%2)
// CHECK-NEXT:   %4 = call "Box<int, 3>::get()" (%2)
// CHECK-NEXT:   %5 = binary "+" %1, %4
// CHECK-NEXT:   ret %5

std::string operator""_s(const char *, unsigned long);
std::string literal() { return "text"_s; }
// CHECK-LABEL: function "literal()"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = return-place
// CHECK-NEXT:   %2 = call "operator\"\"_s(const char *, unsigned long)" ("text" @ {{[0-9:]+}}, 4) into %1
// CHECK-NEXT:   ret

// What only names a value is no call.
std::string moves(std::string &&s) { return std::move(s); }
// CHECK-LABEL: function "moves(std::basic_string<char> &&)"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = return-place
// CHECK-NEXT:   %2 = var "s"
// CHECK-NEXT:   %3 = load %2
// CHECK-NEXT:   call "std::basic_string<char>::basic_string(std::basic_string<char> &&)" (%1, %3)
// CHECK-NEXT:   ret

template <class T> constexpr const char *name() {
  if constexpr (sizeof(T) == 1)
    return "byte";
  else
    return "other";
}
const char *constant() { return name<char>(); }
// CHECK-LABEL: function "name<char>()"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   ret "byte" @ {{[0-9:]+}}
// CHECK-LABEL: function "constant()"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = call "name<char>()" ()
// CHECK-NEXT:   ret %1

void *casts(Base *b) {
  if (auto *f = dynamic_cast<Final *>(b))
    return static_cast<Base *>(f);
  return dynamic_cast<void *>(b);
}
// CHECK-LABEL: function "casts(contoso::Base *)"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   declare-var "f" ptr record "contoso::Final"
// CHECK-NEXT:   %1 = var "f"
// CHECK-NEXT:   %2 = var "b"
// CHECK-NEXT:   %3 = load %2
// CHECK-NEXT:   %4 = dynamic-cast ptr record "contoso::Final" %3
// CHECK-NEXT:   store %1, %4
// CHECK-NEXT:   %5 = var "f"
// CHECK-NEXT:   %6 = load %5
// CHECK-NEXT:   branch %6 block 1 else block 2
// CHECK-NEXT: block 1:
// CHECK-NEXT:   %7 = var "f"
// CHECK-NEXT:   %8 = load %7
// CHECK-NEXT:   ret %8
// CHECK-NEXT: block 2:
// CHECK-NEXT:   %9 = var "b"
// CHECK-NEXT:   %10 = load %9
// CHECK-NEXT:   ret %10
