// Construction and destruction are calls; what the language does by itself is
// written out: members in order, and back at the end.
// RUN: %mde-ir capture %s -- -std=c++20 | FileCheck %s

#include <new>

struct Part {
  explicit Part(int);
  Part(const Part &);
  Part(Part &&) noexcept;
  ~Part();
  Part &operator=(const Part &);
  int n;
};
struct Base {
  Base(int);
  virtual ~Base();
};
void use(const Part &);
void take(Part);

struct Whole : Base {
  Whole() : Base(1), second(2) {}
  Whole(int x) : Whole() { number = x; }
  ~Whole() override {
    if (number)
      return;
    use(first);
  }
  int number = 7;
  Part first{1};
  Part second;
};
// Members that were built are destroyed when a later one throws.
// CHECK-LABEL: function "Whole::~Whole()"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = this
// CHECK-NEXT:   %2 = field %1 "number"
// CHECK-NEXT:   %3 = load %2
// CHECK-NEXT:   branch %3 block 3 else block 1
// CHECK-NEXT: block 1:
// CHECK-NEXT:   %4 = this
// CHECK-NEXT:   %5 = field %4 "first"
// CHECK-NEXT:   call "use(const Part &)" (%5) unwind block 2
// CHECK-NEXT:   jump block 3
// CHECK-NEXT: block 2:
// CHECK-NEXT:   unreachable
// CHECK-NEXT: block 3:
// CHECK-NEXT:   %6 = this
// CHECK-NEXT:   %7 = field %6 "second"
// CHECK-NEXT:   call "Part::~Part()" (%7)
// CHECK-NEXT:   %8 = this
// CHECK-NEXT:   %9 = field %8 "first"
// CHECK-NEXT:   call "Part::~Part()" (%9)
// CHECK-NEXT:   %10 = this
// CHECK-NEXT:   call "Base::~Base()" (%10)
// CHECK-NEXT:   ret
// CHECK-LABEL: function "Whole::Whole()"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = this
// CHECK-NEXT:   call "Base::Base(int)" (%1, 1)
// CHECK-NEXT:   %2 = this
// CHECK-NEXT:   %3 = field %2 "number"
// CHECK-NEXT:   store %3, 7
// CHECK-NEXT:   %4 = this
// CHECK-NEXT:   %5 = field %4 "first"
// CHECK-NEXT:   call "Part::Part(int)" (%5, 1) unwind block 1
// CHECK-NEXT:   %6 = this
// CHECK-NEXT:   %7 = field %6 "second"
// CHECK-NEXT:   call "Part::Part(int)" (%7, 2) unwind block 2
// CHECK-NEXT:   ret
// CHECK-NEXT: block 1:
// CHECK-NEXT:   %8 = this
// CHECK-NEXT:   call "Base::~Base()" (%8)
// CHECK-NEXT:   resume
// CHECK-NEXT: block 2:
// CHECK-NEXT:   %9 = this
// CHECK-NEXT:   %10 = field %9 "first"
// CHECK-NEXT:   call "Part::~Part()" (%10)
// CHECK-NEXT:   jump block 1
// CHECK-LABEL: function "Whole::Whole(int)"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = this
// CHECK-NEXT:   call "Whole::Whole()" (%1)
// CHECK-NEXT:   %2 = var "x"
// CHECK-NEXT:   %3 = load %2
// CHECK-NEXT:   %4 = this
// CHECK-NEXT:   %5 = field %4 "number"
// CHECK-NEXT:   store %5, %3
// CHECK-NEXT:   ret

void scopes(bool b) {
  Part a(1);
  if (b) {
    Part c(2);
    return;
  }
  for (int i = 0; i < 2; i++) {
    Part d(3);
    if (i)
      break;
  }
}
// CHECK-LABEL: function "scopes(bool)"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   declare-var "a" record "Part"
// CHECK-NEXT:   %1 = var "a"
// CHECK-NEXT:   call "Part::Part(int)" (%1, 1)
// CHECK-NEXT:   %2 = var "b"
// CHECK-NEXT:   %3 = load %2
// CHECK-NEXT:   branch %3 block 1 else block 3
// CHECK-NEXT: block 1:
// CHECK-NEXT:   declare-var "c" record "Part"
// CHECK-NEXT:   %4 = var "c"
// CHECK-NEXT:   call "Part::Part(int)" (%4, 2) unwind block 2
// CHECK-NEXT:   %5 = var "c"
// CHECK-NEXT:   call "Part::~Part()" (%5)
// CHECK-NEXT:   %6 = var "a"
// CHECK-NEXT:   call "Part::~Part()" (%6)
// CHECK-NEXT:   ret
// CHECK-NEXT: block 2:
// CHECK-NEXT:   %7 = var "a"
// CHECK-NEXT:   call "Part::~Part()" (%7)
// CHECK-NEXT:   resume
// CHECK-NEXT: block 3:
// CHECK-NEXT:   declare-var "i" int
// CHECK-NEXT:   %8 = var "i"
// CHECK-NEXT:   store %8, 0
// CHECK-NEXT:   jump block 4
// CHECK-NEXT: block 4:
// CHECK-NEXT:   %9 = var "i"
// CHECK-NEXT:   %10 = load %9
// CHECK-NEXT:   %11 = binary "<" %10, 2
// CHECK-NEXT:   branch %11 block 5 else block 8
// CHECK-NEXT: block 5:
// CHECK-NEXT:   declare-var "d" record "Part"
// CHECK-NEXT:   %12 = var "d"
// CHECK-NEXT:   call "Part::Part(int)" (%12, 3) unwind block 2
// CHECK-NEXT:   %13 = var "i"
// CHECK-NEXT:   %14 = load %13
// CHECK-NEXT:   branch %14 block 6 else block 7
// CHECK-NEXT: block 6:
// CHECK-NEXT:   %15 = var "d"
// CHECK-NEXT:   call "Part::~Part()" (%15)
// CHECK-NEXT:   jump block 8
// CHECK-NEXT: block 7:
// CHECK-NEXT:   %16 = var "d"
// CHECK-NEXT:   call "Part::~Part()" (%16)
// CHECK-NEXT:   %17 = var "i"
// CHECK-NEXT:   %18 = load %17
// CHECK-NEXT:   %19 = binary "+" %18, 1
// CHECK-NEXT:   store %17, %19
// CHECK-NEXT:   jump block 4
// CHECK-NEXT: block 8:
// CHECK-NEXT:   %20 = var "a"
// CHECK-NEXT:   call "Part::~Part()" (%20)
// CHECK-NEXT:   ret

// The result is built where the caller wants it; a local that is returned is
// built there from the beginning.
Part direct() { return Part(1); }
// CHECK-LABEL: function "direct()"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = return-place
// CHECK-NEXT:   call "Part::Part(int)" (%1, 1)
// CHECK-NEXT:   ret

Part named(bool b) {
  Part result(1);
  if (b)
    return result;
  result.n = 2;
  return result;
}
// CHECK-LABEL: function "named(bool)"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = return-place
// CHECK-NEXT:   alias "result", %1
// CHECK-NEXT:   %2 = var "result"
// CHECK-NEXT:   call "Part::Part(int)" (%2, 1)
// CHECK-NEXT:   %3 = var "b"
// CHECK-NEXT:   %4 = load %3
// CHECK-NEXT:   branch %4 block 1 else block 2
// CHECK-NEXT: block 1:
// CHECK-NEXT:   ret
// CHECK-NEXT: block 2:
// CHECK-NEXT:   %5 = var "result"
// CHECK-NEXT:   %6 = field %5 "n"
// CHECK-NEXT:   store %6, 2
// CHECK-NEXT:   ret

Part moved(Part p) { return p; }
// CHECK-LABEL: function "moved(Part)"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = return-place
// CHECK-NEXT:   %2 = var "p"
// CHECK-NEXT:   call "Part::Part(Part &&)" (%1, %2)
// CHECK-NEXT:   ret

void elided() {
  Part a = direct();
  take(direct());
  take(a);
  a = direct();
}
// CHECK-LABEL: function "elided()"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   declare-var "a" record "Part"
// CHECK-NEXT:   %1 = var "a"
// CHECK-NEXT:   %2 = call "direct()" () into %1
// CHECK-NEXT:   %3 = call "direct()" () unwind block 1
// CHECK-NEXT:   call "take(Part)" (%3) unwind block 2
// CHECK-NEXT:   call "Part::~Part()" (%3)
// CHECK-NEXT:   %4 = temp record "Part"
// CHECK-NEXT:   %5 = var "a"
// CHECK-NEXT:   call "Part::Part(const Part &)" (%4, %5) unwind block 1
// CHECK-NEXT:   call "take(Part)" (%4) unwind block 3
// CHECK-NEXT:   call "Part::~Part()" (%4)
// CHECK-NEXT:   %6 = temp record "Part"
// CHECK-NEXT:   %7 = call "direct()" () into %6 unwind block 1
// CHECK-NEXT:   %8 = var "a"
// CHECK-NEXT:   %9 = call "Part::operator=(const Part &)" (%8, %6) unwind block 4
// CHECK-NEXT:   call "Part::~Part()" (%6)
// CHECK-NEXT:   %10 = var "a"
// CHECK-NEXT:   call "Part::~Part()" (%10)
// CHECK-NEXT:   ret
// CHECK-NEXT: block 1:
// CHECK-NEXT:   %11 = var "a"
// CHECK-NEXT:   call "Part::~Part()" (%11)
// CHECK-NEXT:   resume
// CHECK-NEXT: block 2:
// CHECK-NEXT:   call "Part::~Part()" (%3)
// CHECK-NEXT:   jump block 1
// CHECK-NEXT: block 3:
// CHECK-NEXT:   call "Part::~Part()" (%4)
// CHECK-NEXT:   jump block 1
// CHECK-NEXT: block 4:
// CHECK-NEXT:   call "Part::~Part()" (%6)
// CHECK-NEXT:   jump block 1

void heap(Base *b, Part *list) {
  Part *p = new Part(1);
  delete p;
  delete b;
  delete[] list;
  int *n = new int[3]{1, 2};
  new (p) Part(2);
  p->~Part();
}
// CHECK-LABEL: function "heap(Base *, Part *)"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   declare-var "p" ptr record "Part"
// CHECK-NEXT:   %1 = var "p"
// CHECK-NEXT:   %2 = new record "Part"
// CHECK-NEXT:   call "Part::Part(int)" (%2, 1)
// CHECK-NEXT:   store %1, %2
// CHECK-NEXT:   %3 = var "p"
// CHECK-NEXT:   %4 = load %3
// CHECK-NEXT:   call "Part::~Part()" (%4)
// CHECK-NEXT:   %5 = var "b"
// CHECK-NEXT:   %6 = load %5
// CHECK-NEXT:   call "Base::~Base()" (%6) virtual
// CHECK-NEXT:   %7 = var "list"
// CHECK-NEXT:   %8 = load %7
// CHECK-NEXT:   %9 = element %8, 0
// CHECK-NEXT:   call "Part::~Part()" (%9)
// CHECK-NEXT:   declare-var "n" ptr int
// CHECK-NEXT:   %10 = var "n"
// CHECK-NEXT:   %11 = new int [3]
// CHECK-NEXT:   %12 = element %11, 0
// CHECK-NEXT:   store %12, 1
// CHECK-NEXT:   %13 = element %11, 1
// CHECK-NEXT:   store %13, 2
// CHECK-NEXT:   %14 = element %11, 2
// CHECK-NEXT:   store %14, 0
// CHECK-NEXT:   store %10, %11
// CHECK-NEXT:   %15 = var "p"
// CHECK-NEXT:   %16 = load %15
// CHECK-NEXT:   call "Part::Part(int)" (%16, 2)
// CHECK-NEXT:   %17 = var "p"
// CHECK-NEXT:   %18 = load %17
// CHECK-NEXT:   call "Part::~Part()" (%18)
// CHECK-NEXT:   ret

struct Copied {
  Part part;
  int n;
};
void copies(Copied &c) {
  Copied d = c;
  d = c;
}
// CHECK-LABEL: function "copies(Copied &)"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   declare-var "d" record "Copied"
// CHECK-NEXT:   %1 = var "d"
// CHECK-NEXT:   %2 = var "c"
// CHECK-NEXT:   %3 = load %2
// CHECK-NEXT:   call "Copied::Copied(const Copied &)" (%1, %3)
// CHECK-NEXT:   %4 = var "c"
// CHECK-NEXT:   %5 = load %4
// CHECK-NEXT:   %6 = var "d"
// CHECK-NEXT:   %7 = call "Copied::operator=(const Copied &)" (%6, %5) unwind block 1
// CHECK-NEXT:   %8 = var "d"
// CHECK-NEXT:   call "Copied::~Copied()" (%8)
// CHECK-NEXT:   ret
// CHECK-NEXT: block 1:
// CHECK-NEXT:   %9 = var "d"
// CHECK-NEXT:   call "Copied::~Copied()" (%9)
// CHECK-NEXT:   resume
// CHECK-LABEL: function "Copied::Copied(const Copied &)"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = this
// CHECK-NEXT:   %2 = field %1 "part"
// CHECK-NEXT:   %3 = var "$1"
// CHECK-NEXT:   %4 = load %3
// CHECK-NEXT:   %5 = field %4 "part"
// CHECK-NEXT:   call "Part::Part(const Part &)" (%2, %5)
// CHECK-NEXT:   %6 = this
// CHECK-NEXT:   %7 = field %6 "n"
// CHECK-NEXT:   %8 = var "$1"
// CHECK-NEXT:   %9 = load %8
// CHECK-NEXT:   %10 = field %9 "n"
// CHECK-NEXT:   %11 = load %10
// CHECK-NEXT:   store %7, %11
// CHECK-NEXT:   ret
// CHECK-LABEL: function "Copied::operator=(const Copied &)"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = this
// CHECK-NEXT:   %2 = field %1 "part"
// CHECK-NEXT:   %3 = var "$1"
// CHECK-NEXT:   %4 = load %3
// CHECK-NEXT:   %5 = field %4 "part"
// CHECK-NEXT:   %6 = call "Part::operator=(const Part &)" (%2, %5)
// CHECK-NEXT:   %7 = var "$1"
// CHECK-NEXT:   %8 = load %7
// CHECK-NEXT:   %9 = field %8 "n"
// CHECK-NEXT:   %10 = load %9
// CHECK-NEXT:   %11 = this
// CHECK-NEXT:   %12 = field %11 "n"
// CHECK-NEXT:   store %12, %10
// CHECK-NEXT:   %13 = this
// CHECK-NEXT:   ret %13
// CHECK-LABEL: function "Copied::~Copied()"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = this
// CHECK-NEXT:   %2 = field %1 "part"
// CHECK-NEXT:   call "Part::~Part()" (%2)
// CHECK-NEXT:   ret
