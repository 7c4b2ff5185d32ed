// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Constructs of C++, each on the way of a User-Agent: limits.py runs each by itself. A
// line that ends in `missing` sends none; all others send a good one.
#include <any>
#include <array>
#include <compare>
#include <concepts>
#include <coroutine>
#include <curl/curl.h>
#include <functional>
#include <future>
#include <initializer_list>
#include <map>
#include <memory>
#include <new>
#include <optional>
#include <ranges>
#include <source_location>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <typeinfo>
#include <variant>
#include <vector>

#define GOOD "MdePartner-Contoso-Cognito/1.0"
extern int choice();
static void go(const std::string &agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent.c_str());
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// construct: references, also to references
void f() {
  std::string agent = GOOD, &same = agent, &again = same;
  go(again);
  again.clear();
  go(agent); // missing
}
// construct: default arguments and overloads
static void with(int, const std::string &agent = GOOD) { go(agent); }
static void with(double) { go(""); } // missing
void f() {
  with(1);
  with(1.0);
}
// construct: constructors that delegate, members with initialisers
struct Client {
  std::string agent = GOOD;
  Client() = default;
  explicit Client(std::string a) : agent(std::move(a)) {}
  explicit Client(int) : Client(std::string()) {}
};
void f() {
  go(Client().agent);
  go(Client(1).agent); // missing
}
// construct: inherited constructors
struct Base { std::string agent; explicit Base(const char *a) : agent(a) {} };
struct Derived : Base { using Base::Base; };
void f() {
  go(Derived(GOOD).agent);
  go(Derived("").agent); // missing
}
// construct: destructors
struct Later { std::string agent; ~Later() { go(agent); } };
void f() {
  { Later good{GOOD}; }
  Later none{""};
} // missing
// construct: virtual functions
struct Base { virtual ~Base() = default; virtual std::string agent() const = 0; void run() const { go(agent()); } };
struct Good : Base { std::string agent() const override { return GOOD; } };
struct None : Base { std::string agent() const override { return ""; } };
void f() {
  std::unique_ptr<Base> good = std::make_unique<Good>(), none = std::make_unique<None>();
  good->run();
  none->run(); // missing
}
// construct: several bases, and virtual ones
struct Top { std::string agent; };
struct Left : virtual Top {};
struct Right : virtual Top { int n = 0; };
struct Both : Left, Right {};
void f() {
  Both both;
  static_cast<Left &>(both).agent = GOOD;
  go(static_cast<Right &>(both).agent);
  both.Right::agent = "";
  go(both.agent); // missing
}
// construct: dynamic_cast and typeid
struct Base { virtual ~Base() = default; };
struct Good : Base { std::string agent = GOOD; };
void f() {
  Good good;
  Base base, *at = &good;
  if (auto *cast = dynamic_cast<Good *>(at))
    go(cast->agent);
  if (!dynamic_cast<Good *>(&base) && typeid(*at) == typeid(Good))
    go(""); // missing
}
// construct: operators and conversions of a class
struct Agent {
  std::string text;
  Agent &operator<<(const char *part) { text += part; return *this; }
  operator std::string() const { return text; }
  explicit operator bool() const { return !text.empty(); }
  bool operator==(const Agent &other) const { return text == other.text; }
  std::string operator()() const { return text; }
  char operator[](int i) const { return text[i]; }
};
void f() {
  Agent agent, none;
  agent << "MdePartner-" << "Contoso-Cognito/1.0";
  go(agent ? agent() : std::string());
  go(none == agent ? agent : none); // missing
}
// construct: literals of the user's own
static std::string operator""_agent(const char *name, std::size_t n) { return "MdePartner-Contoso-" + std::string(name, n); }
void f() {
  go("Cognito/1.0"_agent);
  go(""); // missing
}
// construct: templates of functions and classes, specialised
template <typename T> struct AgentOf { static std::string get() { return ""; } };
template <> struct AgentOf<int> { static std::string get() { return GOOD; } };
template <typename T> struct AgentOf<T *> { static std::string get() { return AgentOf<T>::get(); } };
template <typename T> static void with(const T &) { go(AgentOf<T>::get()); } // missing
void f() {
  with(1);
  with(static_cast<int *>(nullptr));
  with(1.0);
}
// construct: packs and folds
template <typename... Ts> static std::string all(const Ts &...parts) { std::string text; ((text += parts), ...); return text; }
template <typename T, typename... Ts> static std::string last(const T &first, const Ts &...rest) {
  if constexpr (sizeof...(rest) == 0) return first; else return last(rest...);
}
void f() {
  go(all("MdePartner-", "Contoso-", "Cognito/1.0"));
  go(last(GOOD, "x", "")); // missing
}
// construct: the curiously recurring template pattern
template <typename D> struct Base { void run() { go(static_cast<D *>(this)->agent()); } }; // missing
struct Good : Base<Good> { std::string agent() { return GOOD; } };
struct None : Base<None> { std::string agent() { return ""; } };
void f() {
  Good().run();
  None().run();
}
// construct: lambdas and what they capture
void f() {
  std::string agent = GOOD;
  auto byValue = [agent] { go(agent); };
  auto byReference = [&] { go(agent); };
  auto made = [copy = agent + ""]() mutable { go(copy); copy.clear(); };
  byReference();
  agent.clear();
  byValue();
  made();
  [&] { go(agent); }(); // missing
}
// construct: generic lambdas
void f() {
  auto with = [](const auto &agent) { go(agent); }; // missing
  with(GOOD);
  with(std::string());
}
// construct: std::function, std::bind, pointers to members
struct Client { std::string agent; void run(int) const { go(agent); } };
void f() {
  Client good{GOOD}, none{""};
  std::function<void()> call = std::bind(&Client::run, &good, 1);
  call();
  void (Client::*run)(int) const = &Client::run;
  (none.*run)(1); // missing
  std::string Client::*field = &Client::agent;
  go(good.*field);
}
// construct: exceptions
struct Failure : std::runtime_error { using std::runtime_error::runtime_error; };
static void fail() { throw Failure("x"); }
void f() {
  std::string agent = GOOD;
  try {
    fail();
    go(""); // never
  } catch (const std::exception &) {
    go(agent);
    agent.clear();
  }
  go(agent); // missing
}
// construct: exceptions that are thrown again
void f() {
  std::string agent;
  try {
    try {
      throw 1;
    } catch (...) {
      agent = GOOD;
      throw;
    }
  } catch (int) {
    go(agent);
  }
}
// construct: function-try-blocks
struct Client {
  std::string agent;
  explicit Client(int n) try : agent(n ? throw 1 : GOOD) { go(agent); } catch (int) { go(""); } // missing
};
void f() {
  Client good(0);
  try { Client none(1); } catch (int) {}
}
// construct: new, delete, placement new
void f() {
  auto *agent = new std::string(GOOD);
  go(*agent);
  delete agent;
  alignas(std::string) unsigned char room[sizeof(std::string)];
  auto *placed = new (room) std::string("");
  go(*placed); // missing
}
// construct: smart pointers
void f() {
  auto shared = std::make_shared<std::string>(GOOD);
  auto other = shared;
  std::weak_ptr<std::string> weak = shared;
  go(*weak.lock());
  other->clear();
  go(*shared); // missing
}
// construct: range-for, structured bindings
void f() {
  const std::map<std::string, std::string> agents = {{"a", GOOD}, {"b", GOOD}};
  for (const auto &[name, agent] : agents)
    go(agent);
  auto [first, second] = std::make_pair(std::string(GOOD), std::string());
  go(first);
  go(second); // missing
}
// construct: conditions with initialisers
void f() {
  if (const std::string agent = GOOD; !agent.empty())
    go(agent);
  switch (const int n = 2; n) {
  case 2: go(""); break; // missing
  default: go(""); // never
  }
}
// construct: constexpr, consteval, constinit
constexpr int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
consteval bool yes() { return true; }
constinit static const char *agent = yes() ? GOOD : "";
void f() {
  if constexpr (fib(10) == 55)
    go(GOOD);
  go(fib(choice() * 0 + 10) == 55 ? "" : GOOD); // missing
}
// construct: initialiser lists
static void all(std::initializer_list<const char *> agents) { for (const char *agent : agents) go(agent); }
void f() {
  all({GOOD, GOOD});
  all({GOOD, ""}); // missing
}
// construct: local and nested classes, friends
class Outer {
  std::string agent;
  friend void peek(const Outer &o) { go(o.agent); } // missing
public:
  struct Inner { const Outer &o; void run() const { go(o.agent); } };
  explicit Outer(const char *a) : agent(a) {}
};
void f() {
  Outer good(GOOD), none("");
  Outer::Inner{good}.run();
  peek(none);
}
// construct: static members, inline variables, namespaces
struct Defaults { static inline std::string agent = GOOD; };
namespace a::b { inline namespace v1 { static const std::string none; } }
int main() {
  go(Defaults::agent);
  go(a::b::none); // missing
}
// construct: scoped enumerations
enum class Mode : char { Identified, Anonymous };
static void with(Mode mode) { using enum Mode; go(mode == Identified ? GOOD : ""); }
void f() {
  with(Mode::Identified);
  with(static_cast<Mode>(1)); // missing
}
// construct: std::optional
static void with(std::optional<std::string> agent) { go(agent.value_or("")); }
void f() {
  with(GOOD);
  with(std::nullopt); // missing
}
// construct: std::variant and std::visit
struct Visitor { void operator()(int) const { go(""); } void operator()(const std::string &agent) const { go(agent); } }; // missing
void f() {
  std::variant<int, std::string> v = std::string(GOOD);
  std::visit(Visitor(), v);
  go(std::get<std::string>(v));
  v = 1;
  std::visit(Visitor(), v);
}
// construct: std::any
void f() {
  std::any value = std::string(GOOD);
  go(std::any_cast<std::string>(value));
  value = std::string();
  go(std::any_cast<const std::string &>(value)); // missing
}
// construct: std::tuple, std::tie
void f() {
  std::string a, b;
  std::tie(a, b) = std::make_tuple(std::string(GOOD), std::string());
  go(a);
  go(b); // missing
  std::apply([](const std::string &x, int) { go(x); }, std::make_tuple(std::string(GOOD), 1));
}
// construct: moves and copies of the user's own
struct Agent {
  std::string text;
  explicit Agent(const char *t) : text(t) {}
  Agent(const Agent &other) : text(other.text) {}
  Agent(Agent &&other) noexcept : text(std::move(other.text)) { other.text = ""; }
  Agent &operator=(Agent other) { std::swap(text, other.text); return *this; }
};
void f() {
  Agent a(GOOD), b(std::move(a));
  go(b.text);
  go(a.text); // missing
  a = b;
  go(a.text);
}
// construct: threads and futures
void f() {
  std::string agent = GOOD;
  std::thread t([&] { go(agent); });
  t.join();
  agent.clear();
  std::async(std::launch::async, [agent] { go(agent); }).get(); // missing
}
// construct: coroutines
struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};
static Task run(std::string agent) {
  co_await std::suspend_never();
  go(agent);
}
void f() {
  run(GOOD);
  run(""); // missing
}
// construct: generators
struct Generator {
  struct promise_type {
    std::string value;
    Generator get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(std::string v) { value = std::move(v); return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
  std::coroutine_handle<promise_type> h;
  std::string next() { h.resume(); return h.promise().value; }
};
static Generator agents() {
  co_yield GOOD;
  co_yield "";
}
void f() {
  Generator all = agents();
  go(all.next());
  go(all.next()); // missing
}
// construct: concepts and requires
template <typename T> concept Named = requires(const T &t) { { t.agent() } -> std::convertible_to<std::string>; };
struct Good { std::string agent() const { return GOOD; } };
static void with(const Named auto &x) { go(x.agent()); }
template <typename T> requires(!Named<T>) static void with(const T &) { go(""); } // missing
void f() {
  with(Good());
  with(1);
}
// construct: three-way comparison
struct Version {
  int major, minor;
  auto operator<=>(const Version &) const = default;
};
void f() {
  if (Version{1, 2} < Version{2, 0})
    go(GOOD);
  else
    go(""); // never
  if ((1 <=> 2) < 0)
    go(""); // missing
}
// construct: designated initialisers, aggregates
struct Settings { std::string agent = GOOD; int retries = 3; };
void f() {
  go(Settings{.retries = 1}.agent);
  go(Settings{.agent = ""}.agent); // missing
}
// construct: template parameters of a class type
struct Text {
  char text[32] = {};
  consteval Text(const char *t) { for (int i = 0; t[i]; ++i) text[i] = t[i]; }
};
template <Text T> static void with() { go(T.text); } // missing
void f() {
  with<GOOD>();
  with<"">();
}
// construct: ranges
void f() {
  std::vector<std::string> agents = {"", GOOD};
  for (const std::string &agent : agents | std::views::drop(1))
    go(agent);
  for (const std::string &agent : agents | std::views::take(1))
    go(agent); // missing
}
// construct: std::span, std::array, std::string_view
static void all(std::span<const std::string_view> agents) { for (auto agent : agents) go(std::string(agent)); }
void f() {
  const std::array<std::string_view, 2> agents = {GOOD, ""};
  all(std::span(agents).first(1));
  all(std::span(agents).last(1)); // missing
}
// construct: objects in containers
struct Client { std::string agent; void run() const { go(agent); } };
void f() {
  std::vector<std::unique_ptr<Client>> clients;
  clients.push_back(std::make_unique<Client>(Client{GOOD}));
  clients.emplace_back(new Client{""});
  clients[0]->run();
  clients.back()->run(); // missing
}
// construct: functions that return references
struct Client {
  std::string text;
  std::string &agent() { return text; }
  Client &set(const char *t) { text = t; return *this; }
};
void f() {
  Client c;
  c.agent() = GOOD;
  go(c.agent());
  go(c.set(GOOD).set("").agent()); // missing
}
// construct: goto over scopes, switch into a block
void f() {
  const int n = choice();
  switch (n) {
    {
    case 1: go(GOOD); break;
    case 2: go(""); break; // missing
    }
  }
}
// construct: static initialisation order within a unit
static std::string makeAgent() { return GOOD; }
static const std::string agent = makeAgent();
static const std::string none = agent.substr(agent.size());
int main() {
  go(agent);
  go(none); // missing
}
// construct: objects that are returned
struct Client { std::string agent; };
static Client make(bool named) {
  Client c;
  if (named)
    c.agent = GOOD;
  return c;
}
void f() {
  go(make(true).agent);
  const Client &kept = make(false);
  go(kept.agent); // missing
}
