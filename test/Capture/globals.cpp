// RUN: %mde-ir capture %s -- -std=c++20 | FileCheck %s
#include <string>

namespace contoso {
const std::string base = "https://api.security.microsoft.com";
struct Config {
  static constexpr const char *agent = "a";
  static const int limit = 3;
  inline static std::string header = "h";
};
struct Session { Session(int); ~Session(); };
Session session(1);
thread_local int depth = 2;
namespace { int hidden; }
template <class T> constexpr const char *kind = "k";
const char *use_kind() { return kind<int>; }
extern std::string elsewhere;
}
// CHECK-DAG: global "contoso::base" const record "std::basic_string<char>" usr {{.*}} internal const user init "init of contoso::base"
// CHECK-DAG: global "contoso::Config::agent" const ptr const char usr {{.*}} inline const user init
// CHECK-DAG: global "contoso::Config::header" record "std::basic_string<char>" usr {{.*}} inline user init
// CHECK-DAG: global "contoso::session" record "contoso::Session" usr {{.*}} user init "init of contoso::session" fini "fini of contoso::session"
// CHECK-DAG: global "contoso::(anonymous namespace)::hidden" int usr {{.*}} internal user
// CHECK-DAG: global "contoso::kind<int>" const ptr const char usr {{.*}} inline const user init
// CHECK-DAG: global "contoso::elsewhere" record "std::basic_string<char>" usr {{.*}} extern

int once(int n) {
  static contoso::Session s(n);
  static const std::string url = contoso::base + "/api";
  return contoso::Config::limit + contoso::elsewhere.size() + url.size();
}
// CHECK-LABEL: function "contoso::use_kind()"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = global "contoso::kind<int>"
// CHECK-NEXT:   %2 = load %1
// CHECK-NEXT:   ret %2
// CHECK-LABEL: function "once(int)"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = global "guard of once(int)::s"
// CHECK-NEXT:   %2 = load %1
// CHECK-NEXT:   branch %2 block 2 else block 1
// CHECK-NEXT: block 1:
// CHECK-NEXT:   %3 = global "once(int)::s"
// CHECK-NEXT:   %4 = var "n"
// CHECK-NEXT:   %5 = load %4
// CHECK-NEXT:   call "contoso::Session::Session(int)" (%3, %5)
// CHECK-NEXT:   %6 = global "guard of once(int)::s"
// CHECK-NEXT:   store %6, 1
// CHECK-NEXT:   jump block 2
// CHECK-NEXT: block 2:
// CHECK-NEXT:   %7 = global "guard of once(int)::url"
// CHECK-NEXT:   %8 = load %7
// CHECK-NEXT:   branch %8 block 4 else block 3
// CHECK-NEXT: block 3:
// CHECK-NEXT:   %9 = global "once(int)::url"
// CHECK-NEXT:   %10 = global "contoso::base"
// CHECK-NEXT:   %11 = call "std::operator+<char, std::char_traits<char>, std::allocator<char>>(const std::basic_string<char> &, const char *)" (%10, "/api" @ {{[0-9:]+}}) into %9
// CHECK-NEXT:   %12 = global "guard of once(int)::url"
// CHECK-NEXT:   store %12, 1
// CHECK-NEXT:   jump block 4
// CHECK-NEXT: block 4:
// CHECK-NEXT:   %13 = global "contoso::elsewhere"
// CHECK-NEXT:   %14 = call "std::basic_string<char>::size() const" (%13)
// CHECK-NEXT:   %15 = binary "+" 3, %14
// CHECK-NEXT:   %16 = global "once(int)::url"
// CHECK-NEXT:   %17 = call "std::basic_string<char>::size() const" (%16)
// CHECK-NEXT:   %18 = binary "+" %15, %17
// CHECK-NEXT:   %19 = cast int %18
// CHECK-NEXT:   ret %19
// CHECK-LABEL: function "init of contoso::base"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = global "contoso::base"
// CHECK-NEXT:   %2 = temp record "std::allocator<char>"
// CHECK-NEXT:   call "std::basic_string<char>::basic_string<std::allocator<char>>(const char *, const std::allocator<char> &)" (%1, "https://api.security.microsoft.com" @ {{[0-9:]+}}, %2)
// CHECK-NEXT:   ret
// CHECK-LABEL: function "init of contoso::session"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = global "contoso::session"
// CHECK-NEXT:   call "contoso::Session::Session(int)" (%1, 1)
// CHECK-NEXT:   ret
// CHECK-LABEL: function "fini of contoso::session"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = global "contoso::session"
// CHECK-NEXT:   call "contoso::Session::~Session()" (%1)
// CHECK-NEXT:   ret
