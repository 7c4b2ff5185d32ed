// What a lambda captures twice is not understood; the function is.
// RUN: not %mde-ir capture %s -- -std=c++20 > %t.ir 2> %t.err
// RUN: FileCheck %s < %t.ir
// RUN: FileCheck %s --check-prefix=ERROR < %t.err
// ERROR: error: 'i' can appear only once in a capture list
int main() {
  int i = 0;
  [i, i] {};
}
// CHECK: had-errors
// CHECK: function "main"
// CHECK: [[LAMBDA:%[0-9]+]] = temp record "(lambda at
// CHECK: unknown "invalid code" ([[LAMBDA]])
// CHECK: ret
