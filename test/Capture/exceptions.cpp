// An exception goes through the destructors that matter to the handlers, which
// are tried in order. A call that cannot throw has no such edge.
// RUN: %mde-ir capture %s -- -std=c++20 -fcxx-exceptions | FileCheck %s
#include <stdexcept>
#include <string>

struct Guard {
  Guard();
  ~Guard();
};
void may();
void cannot() noexcept;

void unwinds() {
  Guard a;
  may();
  cannot();
  Guard b;
  may();
}
// CHECK-LABEL: function "unwinds()"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   declare-var "a" record "Guard"
// CHECK-NEXT:   %1 = var "a"
// CHECK-NEXT:   call "Guard::Guard()" (%1)
// CHECK-NEXT:   call "may()" () unwind block 1
// CHECK-NEXT:   call "cannot()" ()
// CHECK-NEXT:   declare-var "b" record "Guard"
// CHECK-NEXT:   %2 = var "b"
// CHECK-NEXT:   call "Guard::Guard()" (%2) unwind block 1
// CHECK-NEXT:   call "may()" () unwind block 2
// CHECK-NEXT:   %3 = var "b"
// CHECK-NEXT:   call "Guard::~Guard()" (%3)
// CHECK-NEXT:   %4 = var "a"
// CHECK-NEXT:   call "Guard::~Guard()" (%4)
// CHECK-NEXT:   ret
// CHECK-NEXT: block 1:
// CHECK-NEXT:   %5 = var "a"
// CHECK-NEXT:   call "Guard::~Guard()" (%5)
// CHECK-NEXT:   resume
// CHECK-NEXT: block 2:
// CHECK-NEXT:   %6 = var "b"
// CHECK-NEXT:   call "Guard::~Guard()" (%6)
// CHECK-NEXT:   jump block 1

// Nobody can tell whether a string was destroyed on the way out.
void boring(const std::string &s) {
  std::string copy = s;
  may();
}
// CHECK-LABEL: function "boring(const std::basic_string<char> &)"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   declare-var "copy" record "std::basic_string<char>"
// CHECK-NEXT:   %1 = var "copy"
// CHECK-NEXT:   %2 = var "s"
// CHECK-NEXT:   %3 = load %2
// CHECK-NEXT:   call "std::basic_string<char>::basic_string(const std::basic_string<char> &)" (%1, %3)
// CHECK-NEXT:   call "may()" ()
// CHECK-NEXT:   %4 = var "copy"
// CHECK-NEXT:   call "std::basic_string<char>::~basic_string()" (%4)
// CHECK-NEXT:   ret

int handlers() {
  Guard outer;
  try {
    Guard inner;
    may();
  } catch (const std::runtime_error &e) {
    return 1;
  } catch (int n) {
    return n;
  } catch (...) {
    throw;
  }
  return 0;
}
// CHECK-LABEL: function "handlers()"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   declare-var "outer" record "Guard"
// CHECK-NEXT:   %1 = var "outer"
// CHECK-NEXT:   call "Guard::Guard()" (%1)
// CHECK-NEXT:   declare-var "inner" record "Guard"
// CHECK-NEXT:   %2 = var "inner"
// CHECK-NEXT:   call "Guard::Guard()" (%2) unwind block 3
// CHECK-NEXT:   call "may()" () unwind block 1
// CHECK-NEXT:   %3 = var "inner"
// CHECK-NEXT:   call "Guard::~Guard()" (%3)
// CHECK-NEXT:   %4 = var "outer"
// CHECK-NEXT:   call "Guard::~Guard()" (%4)
// CHECK-NEXT:   ret 0
// CHECK-NEXT: block 1:
// CHECK-NEXT:   %5 = var "inner"
// CHECK-NEXT:   call "Guard::~Guard()" (%5)
// CHECK-NEXT:   jump block 3
// CHECK-NEXT: block 2:
// CHECK-NEXT:   %6 = var "outer"
// CHECK-NEXT:   call "Guard::~Guard()" (%6)
// CHECK-NEXT:   resume
// CHECK-NEXT: block 3:
// CHECK-NEXT:   dispatch (record "std::runtime_error" block 4, int block 5) all block 6
// CHECK-NEXT: block 4:
// CHECK-NEXT:   %7 = caught
// CHECK-NEXT:   alias "e", %7
// CHECK-NEXT:   %8 = var "outer"
// CHECK-NEXT:   call "Guard::~Guard()" (%8)
// CHECK-NEXT:   ret 1
// CHECK-NEXT: block 5:
// CHECK-NEXT:   %9 = caught
// CHECK-NEXT:   declare-var "n" int
// CHECK-NEXT:   %10 = var "n"
// CHECK-NEXT:   %11 = load %9
// CHECK-NEXT:   store %10, %11
// CHECK-NEXT:   %12 = var "n"
// CHECK-NEXT:   %13 = load %12
// CHECK-NEXT:   %14 = var "outer"
// CHECK-NEXT:   call "Guard::~Guard()" (%14)
// CHECK-NEXT:   ret %13
// CHECK-NEXT: block 6:
// CHECK-NEXT:   %15 = caught
// CHECK-NEXT:   throw %15 void unwind block 2

void throws(int n) {
  Guard g;
  throw std::runtime_error("no");
}
// CHECK-LABEL: function "throws(int)"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   declare-var "g" record "Guard"
// CHECK-NEXT:   %1 = var "g"
// CHECK-NEXT:   call "Guard::Guard()" (%1)
// CHECK-NEXT:   %2 = temp record "std::runtime_error"
// CHECK-NEXT:   call "std::runtime_error::runtime_error(const char *)" (%2, "no" @ {{[0-9:]+}}) unwind block 1
// CHECK-NEXT:   throw %2 record "std::runtime_error" unwind block 1
// CHECK-NEXT: block 1:
// CHECK-NEXT:   %3 = var "g"
// CHECK-NEXT:   call "Guard::~Guard()" (%3)
// CHECK-NEXT:   resume

void nested() {
  try {
    try {
      may();
    } catch (int) {
      may();
    }
  } catch (long) {
  }
}
// CHECK-LABEL: function "nested()"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   call "may()" () unwind block 1
// CHECK-NEXT:   jump block 6
// CHECK-NEXT: block 1:
// CHECK-NEXT:   dispatch (int block 2) else block 4
// CHECK-NEXT: block 2:
// CHECK-NEXT:   %1 = caught
// CHECK-NEXT:   declare-var "$unnamed1" int
// CHECK-NEXT:   %2 = var "$unnamed1"
// CHECK-NEXT:   %3 = load %1
// CHECK-NEXT:   store %2, %3
// CHECK-NEXT:   call "may()" () unwind block 4
// CHECK-NEXT:   jump block 6
// CHECK-NEXT: block 3:
// CHECK-NEXT:   resume
// CHECK-NEXT: block 4:
// CHECK-NEXT:   dispatch (int block 5) else block 3
// CHECK-NEXT: block 5:
// CHECK-NEXT:   %4 = caught
// CHECK-NEXT:   declare-var "$unnamed2" int
// CHECK-NEXT:   %5 = var "$unnamed2"
// CHECK-NEXT:   %6 = load %4
// CHECK-NEXT:   store %5, %6
// CHECK-NEXT:   jump block 6
// CHECK-NEXT: block 6:
// CHECK-NEXT:   ret

void ends() noexcept { may(); }
// CHECK-LABEL: function "ends()"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   call "may()" () unwind block 1
// CHECK-NEXT:   ret
// CHECK-NEXT: block 1:
// CHECK-NEXT:   unreachable

struct Tried {
  Tried() try : g() {
    may();
  } catch (...) {
    cannot();
  }
  Guard g;
};
// CHECK-LABEL: function "Tried::Tried()"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = this
// CHECK-NEXT:   %2 = field %1 "g"
// CHECK-NEXT:   call "Guard::Guard()" (%2) unwind block 2
// CHECK-NEXT:   call "may()" () unwind block 1
// CHECK-NEXT:   ret
// CHECK-NEXT: block 1:
// CHECK-NEXT:   %3 = this
// CHECK-NEXT:   %4 = field %3 "g"
// CHECK-NEXT:   call "Guard::~Guard()" (%4)
// CHECK-NEXT:   jump block 2
// CHECK-NEXT: block 2:
// CHECK-NEXT:   dispatch () all block 3
// CHECK-NEXT: block 3:
// CHECK-NEXT:   call "cannot()" ()
// CHECK-NEXT:   %5 = caught
// CHECK-NEXT:   throw %5 void
