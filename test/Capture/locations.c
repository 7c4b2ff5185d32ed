// People are pointed to where a macro is used, and told its name; a literal is
// where it was spelled.
// RUN: %mde-ir capture %s -- -std=c17 | FileCheck %s

void use(const char *, int);
#define HOST "api.security.microsoft.com"
#define INNER(x) use(x, 1)
#define OUTER(x) INNER(x "/path")

void located(void) {
  use(HOST,
      2);
  OUTER(HOST);
#line 100 "generated.y"
  use("c", 3);
}
// CHECK: function "located" {{.*}} at 10:6
// CHECK:   call "use" ("api.security.microsoft.com" @ 6:14, 2) at 11:3
// CHECK:   call "use" ("api.security.microsoft.com/path" @ 6:14, 1) at 13:3 macro OUTER
// CHECK:   call "use" ("c" @ 15:7, 3) at 15:3
