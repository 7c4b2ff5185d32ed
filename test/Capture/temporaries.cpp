// Temporaries end with the full expression, on both edges of a condition; a
// reference keeps one alive. Destroying what was never built does nothing, so
// those of one arm are destroyed after both.
// RUN: %mde-ir capture %s -- -std=c++20 | FileCheck %s

struct T {
  T(int);
  T(const T &);
  ~T();
  bool ok() const;
  int n;
};
T make(int);
void use(const T &);

void statement() { use(make(1)); }
// CHECK-LABEL: function "statement()"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = temp record "T"
// CHECK-NEXT:   %2 = call "make(int)" (1) into %1
// CHECK-NEXT:   call "use(const T &)" (%1) unwind block 1
// CHECK-NEXT:   call "T::~T()" (%1)
// CHECK-NEXT:   ret
// CHECK-NEXT: block 1:
// CHECK-NEXT:   call "T::~T()" (%1)
// CHECK-NEXT:   resume

void condition() {
  if (make(1).ok())
    use(2);
}
// CHECK-LABEL: function "condition()"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = call "make(int)" (1)
// CHECK-NEXT:   %2 = call "T::ok() const" (%1) unwind block 1
// CHECK-NEXT:   branch %2 block 2 else block 3
// CHECK-NEXT: block 1:
// CHECK-NEXT:   call "T::~T()" (%1)
// CHECK-NEXT:   resume
// CHECK-NEXT: block 2:
// CHECK-NEXT:   call "T::~T()" (%1)
// CHECK-NEXT:   %3 = temp record "T"
// CHECK-NEXT:   call "T::T(int)" (%3, 2)
// CHECK-NEXT:   call "use(const T &)" (%3) unwind block 4
// CHECK-NEXT:   call "T::~T()" (%3)
// CHECK-NEXT:   jump block 5
// CHECK-NEXT: block 3:
// CHECK-NEXT:   call "T::~T()" (%1)
// CHECK-NEXT:   jump block 5
// CHECK-NEXT: block 4:
// CHECK-NEXT:   call "T::~T()" (%3)
// CHECK-NEXT:   resume
// CHECK-NEXT: block 5:
// CHECK-NEXT:   ret

void extended() {
  const T &t = make(1);
  use(t);
}
// CHECK-LABEL: function "extended()"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = temp record "T"
// CHECK-NEXT:   %2 = call "make(int)" (1) into %1
// CHECK-NEXT:   alias "t", %1
// CHECK-NEXT:   %3 = var "t"
// CHECK-NEXT:   call "use(const T &)" (%3) unwind block 1
// CHECK-NEXT:   call "T::~T()" (%1)
// CHECK-NEXT:   ret
// CHECK-NEXT: block 1:
// CHECK-NEXT:   call "T::~T()" (%1)
// CHECK-NEXT:   resume

void arms(bool b) { use(b ? make(1) : T(2)); }
// CHECK-LABEL: function "arms(bool)"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = temp record "T"
// CHECK-NEXT:   %2 = var "b"
// CHECK-NEXT:   %3 = load %2
// CHECK-NEXT:   branch %3 block 1 else block 2
// CHECK-NEXT: block 1:
// CHECK-NEXT:   %4 = call "make(int)" (1) into %1
// CHECK-NEXT:   jump block 4
// CHECK-NEXT: block 2:
// CHECK-NEXT:   call "T::T(int)" (%1, 2)
// CHECK-NEXT:   jump block 4
// CHECK-NEXT: block 3:
// CHECK-NEXT:   call "T::~T()" (%1)
// CHECK-NEXT:   resume
// CHECK-NEXT: block 4:
// CHECK-NEXT:   call "use(const T &)" (%1) unwind block 3
// CHECK-NEXT:   call "T::~T()" (%1)
// CHECK-NEXT:   ret

bool right(bool b) { return b && make(1).ok(); }
// CHECK-LABEL: function "right(bool)"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = temp record "T"
// CHECK-NEXT:   declare-var "$cond1" bool
// CHECK-NEXT:   %2 = var "b"
// CHECK-NEXT:   %3 = load %2
// CHECK-NEXT:   branch %3 block 1 else block 4
// CHECK-NEXT: block 1:
// CHECK-NEXT:   %4 = call "make(int)" (1) into %1
// CHECK-NEXT:   %5 = call "T::ok() const" (%1) unwind block 2
// CHECK-NEXT:   branch %5 block 3 else block 4
// CHECK-NEXT: block 2:
// CHECK-NEXT:   call "T::~T()" (%1)
// CHECK-NEXT:   resume
// CHECK-NEXT: block 3:
// CHECK-NEXT:   %6 = var "$cond1"
// CHECK-NEXT:   store %6, 1
// CHECK-NEXT:   jump block 5
// CHECK-NEXT: block 4:
// CHECK-NEXT:   %7 = var "$cond1"
// CHECK-NEXT:   store %7, 0
// CHECK-NEXT:   jump block 5
// CHECK-NEXT: block 5:
// CHECK-NEXT:   %8 = var "$cond1"
// CHECK-NEXT:   %9 = load %8
// CHECK-NEXT:   call "T::~T()" (%1)
// CHECK-NEXT:   ret %9
