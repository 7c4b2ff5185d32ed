// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the tests need of cpr 1.15, written from its documentation (docs.libcpr.org:
// Introduction, Advanced Usage) and its public interface. As there, the free functions
// are templates that make a session and hand it their options one by one.
#ifndef MDE_TEST_CPR_H
#define MDE_TEST_CPR_H
#include <cstdint>
#include <fstream>
#include <functional>
#include <future>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace cpr {

template <class T> class StringHolder {
public:
  virtual ~StringHolder() = default;
  StringHolder &operator=(const StringHolder &) = default;
  explicit operator std::string() const { return str_; }
  T operator+(const char *other) const { return T(str_ + other); }
  T operator+(const std::string &other) const { return T(str_ + other); }
  T operator+(const StringHolder &other) const { return T(str_ + other.str_); }
  void operator+=(const char *other) { str_ += other; }
  void operator+=(const std::string &other) { str_ += other; }
  bool operator==(const char *other) const { return str_ == other; }
  bool operator==(const std::string &other) const { return str_ == other; }
  bool operator!=(const std::string &other) const { return str_ != other; }
  const std::string &str() const { return str_; }
  const char *c_str() const { return str_.c_str(); }
  const char *data() const { return str_.data(); }

protected:
  StringHolder() = default;
  StringHolder(const StringHolder &) = default;
  explicit StringHolder(std::string text) : str_(std::move(text)) {}
  std::string str_;
};

template <class T> std::ostream &operator<<(std::ostream &out, const StringHolder<T> &text) {
  out << text.str();
  return out;
}

class Url : public StringHolder<Url> {
public:
  Url() = default;
  Url(std::string);
  Url(std::string_view);
  Url(const char *);
  Url(const char *, std::size_t);
  Url(std::initializer_list<std::string>);
};

class UserAgent : public StringHolder<UserAgent> {
public:
  UserAgent() = default;
  UserAgent(std::string);
  UserAgent(std::string_view);
  UserAgent(const char *);
  UserAgent(const char *, std::size_t);
  UserAgent(std::initializer_list<std::string>);
};

class Body : public StringHolder<Body> {
public:
  Body() = default;
  Body(std::string);
  Body(std::string_view);
  Body(const char *);
};

struct CaseInsensitiveCompare {
  bool operator()(const std::string &, const std::string &) const noexcept;
};
using Header = std::map<std::string, std::string, CaseInsensitiveCompare>;

class Timeout {
public:
  Timeout(std::int32_t milliseconds);
};

class Bearer {
public:
  Bearer(std::string_view token);
};

struct Parameter {
  Parameter(std::string key, std::string value);
};
class Parameters {
public:
  Parameters(const std::initializer_list<Parameter> &);
};

class WriteCallback {
public:
  WriteCallback() = default;
  WriteCallback(std::function<bool(std::string_view data, std::intptr_t userdata)>, std::intptr_t userdata = 0);
  bool operator()(std::string_view data) const;
};
class HeaderCallback {
public:
  HeaderCallback() = default;
  HeaderCallback(std::function<bool(std::string_view header, std::intptr_t userdata)>, std::intptr_t userdata = 0);
  bool operator()(std::string_view header) const;
};

class Response {
public:
  long status_code{};
  std::string text;
  Header header;
  Url url;
  std::string raw_header;
};

template <typename T, bool isCancellable = false> class AsyncWrapper;
template <typename T> class AsyncWrapper<T, false> {
public:
  AsyncWrapper() = default;
  explicit AsyncWrapper(std::future<T> &&);
  AsyncWrapper(AsyncWrapper &&) noexcept = default;
  T get();
  bool valid() const noexcept;
  void wait() const;
};
template <typename T> class AsyncWrapper<T, true> : public AsyncWrapper<T, false> {
public:
  AsyncWrapper() = default;
  AsyncWrapper(AsyncWrapper &&) noexcept = default;
  T get();
  bool IsCancelled() const;
};
using AsyncResponse = AsyncWrapper<Response>;

template <bool isCancellable = false, class Fn, class... Args> auto async(Fn &&, Args &&...) {
  return AsyncWrapper<std::invoke_result_t<Fn, Args...>, isCancellable>();
}

class Interceptor;

class Session : public std::enable_shared_from_this<Session> {
public:
  Session();
  Session(const Session &) = delete;
  void SetUrl(const Url &);
  void SetParameters(const Parameters &);
  void SetHeader(const Header &);
  void UpdateHeader(const Header &);
  Header &GetHeader();
  const Header &GetHeader() const;
  void SetTimeout(const Timeout &);
  void SetBearer(const Bearer &);
  void SetUserAgent(const UserAgent &);
  void SetBody(const Body &);
  void SetWriteCallback(const WriteCallback &);
  void SetHeaderCallback(const HeaderCallback &);
  void SetOption(const Url &);
  void SetOption(const Parameters &);
  void SetOption(const Header &);
  void SetOption(const Timeout &);
  void SetOption(const Bearer &);
  void SetOption(const UserAgent &);
  void SetOption(const Body &);
  void SetOption(const WriteCallback &);
  void SetOption(const HeaderCallback &);
#define MDE_TEST_CPR_VERB(VERB)                                                                                        \
  Response VERB();                                                                                                     \
  AsyncResponse VERB##Async();                                                                                         \
  void Prepare##VERB();                                                                                                \
  template <typename Then> auto VERB##Callback(Then then) {                                                            \
    return async([self = GetSharedPtrFromThis()](Then next) { return next(self->VERB()); }, std::move(then));          \
  }
  MDE_TEST_CPR_VERB(Get)
  MDE_TEST_CPR_VERB(Post)
  MDE_TEST_CPR_VERB(Put)
  MDE_TEST_CPR_VERB(Patch)
  MDE_TEST_CPR_VERB(Delete)
  MDE_TEST_CPR_VERB(Head)
  MDE_TEST_CPR_VERB(Options)
#undef MDE_TEST_CPR_VERB
  Response Download(const WriteCallback &);
  Response Download(std::ofstream &);
  AsyncResponse DownloadAsync(const WriteCallback &);
  AsyncResponse DownloadAsync(std::ofstream &);
  void PrepareDownload(const WriteCallback &);
  std::string GetFullRequestUrl();
  Response Complete(int curl_error);
  Response CompleteDownload(int curl_error);
  void AddInterceptor(const std::shared_ptr<Interceptor> &);
  std::shared_ptr<Session> GetSharedPtrFromThis();
};

class Interceptor {
public:
  virtual ~Interceptor() = default;
  virtual Response intercept(Session &) = 0;

protected:
  static Response proceed(Session &);
};

class MultiPerform {
public:
  enum class HttpMethod : std::uint8_t { UNDEFINED = 0, GET_REQUEST, POST_REQUEST };
  MultiPerform();
  std::vector<Response> Get();
  std::vector<Response> Post();
  std::vector<Response> Put();
  std::vector<Response> Patch();
  std::vector<Response> Delete();
  std::vector<Response> Head();
  std::vector<Response> Options();
  std::vector<Response> Perform();
  template <typename... Args> std::vector<Response> Download(Args... args);
  template <typename... Args> std::vector<Response> PerformDownload(Args... args);
  void AddSession(std::shared_ptr<Session> &, HttpMethod = HttpMethod::UNDEFINED);
  void RemoveSession(const std::shared_ptr<Session> &);
};

// Options are set in the order in which they stand; the second Header updates the first.
namespace priv {
template <bool HasHeader> inline void set_option(Session &) {}
template <bool HasHeader, typename T, typename... Ts> void set_option(Session &session, T &&option, Ts &&...others) {
  constexpr bool IsHeader = std::is_same_v<T, Header>;
  if constexpr (IsHeader && HasHeader)
    session.UpdateHeader(option);
  else
    session.SetOption(std::forward<T>(option));
  set_option<HasHeader || IsHeader>(session, std::forward<Ts>(others)...);
}
template <typename Tuple, std::size_t... I>
void set_options(Session &session, Tuple &&options, std::index_sequence<I...>) {
  set_option<false, std::tuple_element_t<I, std::decay_t<Tuple>>...>(session, std::get<I>(std::forward<Tuple>(options))...);
}
template <typename Tuple> void add_session(MultiPerform &multi, Tuple &&options) {
  auto session = std::make_shared<Session>();
  set_options(*session, std::forward<Tuple>(options), std::make_index_sequence<std::tuple_size_v<std::decay_t<Tuple>>>());
  multi.AddSession(session);
}
} // namespace priv

#define MDE_TEST_CPR_VERB(VERB)                                                                                        \
  template <typename... Ts> Response VERB(Ts &&...ts) {                                                                \
    Session session;                                                                                                   \
    priv::set_option<false, Ts...>(session, std::forward<Ts>(ts)...);                                                  \
    return session.VERB();                                                                                             \
  }                                                                                                                    \
  template <typename... Ts> AsyncResponse VERB##Async(Ts... ts) {                                                      \
    return cpr::async([](Ts... inner) { return VERB(std::move(inner)...); }, std::move(ts)...);                        \
  }                                                                                                                    \
  template <typename Then, typename... Ts> auto VERB##Callback(Then then, Ts... ts) {                                  \
    return cpr::async<true>([](Then next, Ts... inner) { return next(VERB(std::move(inner)...)); }, std::move(then),   \
                            std::move(ts)...);                                                                         \
  }                                                                                                                    \
  template <typename... Ts> std::vector<Response> Multi##VERB(Ts &&...ts) {                                            \
    MultiPerform multi;                                                                                                \
    (priv::add_session(multi, std::forward<Ts>(ts)), ...);                                                             \
    return multi.VERB();                                                                                               \
  }
MDE_TEST_CPR_VERB(Get)
MDE_TEST_CPR_VERB(Post)
MDE_TEST_CPR_VERB(Put)
MDE_TEST_CPR_VERB(Patch)
MDE_TEST_CPR_VERB(Delete)
MDE_TEST_CPR_VERB(Head)
MDE_TEST_CPR_VERB(Options)

template <typename... Ts> Response Download(std::ofstream &file, Ts &&...ts) {
  Session session;
  priv::set_option<false, Ts...>(session, std::forward<Ts>(ts)...);
  return session.Download(file);
}
template <typename... Ts> Response Download(const WriteCallback &write, Ts &&...ts) {
  Session session;
  priv::set_option<false, Ts...>(session, std::forward<Ts>(ts)...);
  return session.Download(write);
}
template <typename... Ts> AsyncResponse DownloadAsync(std::string path, Ts... ts) {
  return AsyncResponse{std::async(
      std::launch::async,
      [](std::string name, Ts... inner) {
        std::ofstream file(name);
        return Download(file, std::move(inner)...);
      },
      std::move(path), std::move(ts)...)};
}
} // namespace cpr
#endif
