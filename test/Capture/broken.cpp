// A source that does not compile gives what can be told, and says so.
// RUN: not %mde-ir capture %s -- -std=c++20 -ferror-limit=0 > %t.ir
// RUN: FileCheck %s < %t.ir
// RUN: %mde-ir print %t.ir | diff %t.ir -
#include <string>

struct S {
  Undefined u;
  std::string s;
  int f() { return missing(1, s); }
};
int g(S &x) {
  auto y = nope;
  x.zzz = 3;
  for (auto q : undefined_range)
    q.f();
  return x.f() + y;
}
template <class T> T h(T t) { return t.nothing(); }
int k() { return h(3); }
class C : public Missing {
  C() : Missing(1), a(2) {}
  int a;
  virtual void v();
};
void n() {
  std::string s = "https://x.y.example";
  C c;
  c.v();
  try {
    throw Nope();
  } catch (Nope &e) {
  }
  switch (s) {
  case 1:
    break;
  }
}
int arr[] = {1, zzz};
auto bad = [x]() { return x; };
constexpr int q = foo();
void o() {
  goto nowhere;
  return 1;
}
void good(void (*f)(const char *)) { f("still seen.example"); }
int unfinished( { return
// CHECK: errors
// CHECK: function "good(void (*)(const char *))"
// CHECK: call-indirect %{{[0-9]+}} ("still seen.example"
