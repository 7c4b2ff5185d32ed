// The arguments of a variadic function are taken by calls, which a model
// describes.
// RUN: %mde-ir capture %s -- -std=c17 | FileCheck %s
#include <stdarg.h>

int variadic(int n, ...) {
  va_list list;
  va_start(list, n);
  int x = va_arg(list, int);
  va_end(list);
  return x;
}
// CHECK-LABEL: function "variadic"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   declare-var "list" array 1 record "__va_list_tag"
// CHECK-NEXT:   %1 = var "list"
// CHECK-NEXT:   %2 = var "n"
// CHECK-NEXT:   call "__builtin_va_start" (%1, %2)
// CHECK-NEXT:   declare-var "x" int
// CHECK-NEXT:   %3 = var "x"
// CHECK-NEXT:   %4 = var "list"
// CHECK-NEXT:   %5 = call "__builtin_va_arg int" (%4)
// CHECK-NEXT:   store %3, %5
// CHECK-NEXT:   %6 = var "list"
// CHECK-NEXT:   call "__builtin_va_end" (%6)
// CHECK-NEXT:   %7 = var "x"
// CHECK-NEXT:   %8 = load %7
// CHECK-NEXT:   ret %8
// CHECK: declare "__builtin_va_arg int" name "__builtin_va_arg" returns int
