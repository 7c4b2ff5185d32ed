// A coroutine's body runs at once; `co_await` gives what await_resume does.
// RUN: %mde-ir capture %s -- -std=c++20 | FileCheck %s
#include <coroutine>
#include <string>

struct Task {
  struct promise_type {
    Task get_return_object();
    std::suspend_never initial_suspend();
    std::suspend_always final_suspend() noexcept;
    std::suspend_always yield_value(int);
    void return_value(std::string);
    void unhandled_exception();
  };
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  std::string await_resume();
};
Task other(const std::string &);

Task coroutine(std::string host) {
  std::string body = co_await other(host);
  if (body.empty())
    co_return host;
  co_yield 3;
  co_return body;
}
// CHECK-LABEL: function "coroutine(std::basic_string<char>)"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   declare-var "__promise" record "Task::promise_type"
// CHECK-NEXT:   %1 = var "__promise"
// CHECK-NEXT:   %2 = return-place
// CHECK-NEXT:   %3 = var "__promise"
// CHECK-NEXT:   %4 = call "Task::promise_type::get_return_object()" (%3) into %2
// CHECK-NEXT:   declare-var "body" record "std::basic_string<char>"
// CHECK-NEXT:   %5 = var "body"
// CHECK-NEXT:   %6 = var "host"
// CHECK-NEXT:   %7 = call "other(const std::basic_string<char> &)" (%6)
// CHECK-NEXT:   %8 = call "Task::await_resume()" (%7) into %5
// CHECK-NEXT:   %9 = var "body"
// CHECK-NEXT:   %10 = call "std::basic_string<char>::empty() const" (%9)
// CHECK-NEXT:   branch %10 block 1 else block 2
// CHECK-NEXT: block 1:
// CHECK-NEXT:   %11 = var "__promise"
// CHECK-NEXT:   %12 = temp record "std::basic_string<char>"
// CHECK-NEXT:   %13 = var "host"
// CHECK-NEXT:   call "std::basic_string<char>::basic_string(std::basic_string<char> &&)" (%12, %13)
// CHECK-NEXT:   call "Task::promise_type::return_value(std::basic_string<char>)" (%11, %12)
// CHECK-NEXT:   call "std::basic_string<char>::~basic_string()" (%12)
// CHECK-NEXT:   %14 = var "body"
// CHECK-NEXT:   call "std::basic_string<char>::~basic_string()" (%14)
// CHECK-NEXT:   jump block 3
// CHECK-NEXT: block 2:
// CHECK-NEXT:   %15 = var "__promise"
// CHECK-NEXT:   %16 = call "Task::promise_type::yield_value(int)" (%15, 3)
// CHECK-NEXT:   call "std::suspend_always::await_resume() const" (%16)
// CHECK-NEXT:   %17 = var "__promise"
// CHECK-NEXT:   %18 = temp record "std::basic_string<char>"
// CHECK-NEXT:   %19 = var "body"
// CHECK-NEXT:   call "std::basic_string<char>::basic_string(std::basic_string<char> &&)" (%18, %19)
// CHECK-NEXT:   call "Task::promise_type::return_value(std::basic_string<char>)" (%17, %18)
// CHECK-NEXT:   call "std::basic_string<char>::~basic_string()" (%18)
// CHECK-NEXT:   %20 = var "body"
// CHECK-NEXT:   call "std::basic_string<char>::~basic_string()" (%20)
// CHECK-NEXT:   jump block 3
// CHECK-NEXT: block 3:
// CHECK-NEXT:   ret
