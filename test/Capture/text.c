// Text is bytes in UTF-8, without the terminating zero; a char array holds it.
// RUN: %mde-ir capture %s -- -std=c17 | FileCheck %s
#include <stddef.h>
#define AGENT "MdePartner-" NAME
#define NAME "Contoso"

void use(const void *);

void literals(void) {
  use("plain");
  use("a" "b");
  use(AGENT);
  use("nul\0inside");
  use(L"wide\u00e4");
  use(u"\U0001F600");
  use(U"x");
  use(u8"y");
  use(__func__);
  use(&"place"[2]);
}
// CHECK-LABEL: function "literals"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   call "use" ("plain" @ {{[0-9:]+}})
// CHECK-NEXT:   call "use" ("ab" @ {{[0-9:]+}})
// CHECK-NEXT:   call "use" ("MdePartner-Contoso" @ {{[0-9:]+}})
// CHECK-NEXT:   call "use" ("nul\00inside" @ {{[0-9:]+}})
// CHECK-NEXT:   call "use" ("wide\C3\A4" @ {{[0-9:]+}})
// CHECK-NEXT:   call "use" ("\F0\9F\98\80" @ {{[0-9:]+}})
// CHECK-NEXT:   call "use" ("x" @ {{[0-9:]+}})
// CHECK-NEXT:   call "use" ("y" @ {{[0-9:]+}})
// CHECK-NEXT:   call "use" ("literals" @ {{[0-9:]+}})
// CHECK-NEXT:   %1 = element "place" @ {{[0-9:]+}}, 2
// CHECK-NEXT:   call "use" (%1)
// CHECK-NEXT:   ret

void arrays(void) {
  char a[] = "abc";
  char b[16] = "";
  char c[] = {'a', '.', 'b', 0};
  wchar_t d[] = L"wide";
  unsigned char e[] = {0x41, 0x42};
  char f[4] = {0};
  char uninitialised[64];
  a[0] = 'A';
  use(uninitialised);
}
// CHECK-LABEL: function "arrays"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   declare-var "a" array 4 char
// CHECK-NEXT:   %1 = var "a"
// CHECK-NEXT:   store %1, "abc" @ {{[0-9:]+}}
// CHECK-NEXT:   declare-var "b" array 16 char
// CHECK-NEXT:   %2 = var "b"
// CHECK-NEXT:   store %2, "" @ {{[0-9:]+}}
// CHECK-NEXT:   declare-var "c" array 4 char
// CHECK-NEXT:   %3 = var "c"
// CHECK-NEXT:   store %3, "a.b" @ {{[0-9:]+}}
// CHECK-NEXT:   declare-var "d" array 5 int
// CHECK-NEXT:   %4 = var "d"
// CHECK-NEXT:   store %4, "wide" @ {{[0-9:]+}}
// CHECK-NEXT:   declare-var "e" array 2 int
// CHECK-NEXT:   %5 = var "e"
// CHECK-NEXT:   store %5, "AB" @ {{[0-9:]+}}
// CHECK-NEXT:   declare-var "f" array 4 char
// CHECK-NEXT:   %6 = var "f"
// CHECK-NEXT:   store %6, "" @ {{[0-9:]+}}
// CHECK-NEXT:   declare-var "uninitialised" array 64 char
// CHECK-NEXT:   %7 = var "a"
// CHECK-NEXT:   %8 = element %7, 0
// CHECK-NEXT:   store %8, 65
// CHECK-NEXT:   %9 = var "uninitialised"
// CHECK-NEXT:   call "use" (%9)
// CHECK-NEXT:   ret

// A literal is where it is written; the call is where its macro is used.
#define SEND(host) use("https://" host)
void located(void) { SEND("h"); }
// CHECK-LABEL: function "located"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   call "use" ("https://h" @ {{[0-9:]+}})
// CHECK-NEXT:   ret
