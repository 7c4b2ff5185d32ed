// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the tests need of Oat++ 1.3, written from its documentation (oatpp.io: Components,
// API client) and its public interface: texts, headers, addresses.
#ifndef MDE_TEST_OATPP_TYPES_HPP
#define MDE_TEST_OATPP_TYPES_HPP
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>

namespace oatpp {
namespace data {
namespace type {
class String {
public:
  String();
  String(std::nullptr_t);
  String(const char *);
  String(const char *, std::int64_t size);
  String(const std::string &);
  String(const String &);
  String &operator=(const String &);
  String &operator=(const char *);
  String &operator=(const std::string &);
  const std::string &operator*() const;
  std::string *operator->() const;
  operator std::string() const;
  explicit operator bool() const;
  bool operator==(std::nullptr_t) const;
  bool operator!=(std::nullptr_t) const;
  bool operator==(const char *) const;
  bool operator==(const String &) const;
  std::string getValue(const std::string &other) const;
};
String operator+(const char *, const String &);
String operator+(const String &, const char *);
String operator+(const String &, const String &);
} // namespace type

namespace mapping {
class ObjectMapper {};
} // namespace mapping

namespace share {
class StringKeyLabel {
public:
  StringKeyLabel(const char *);
  StringKeyLabel(const type::String &);
};
class StringKeyLabelCI {
public:
  StringKeyLabelCI(const char *);
  StringKeyLabelCI(const type::String &);
  bool operator==(const StringKeyLabelCI &) const;
};
class StringTemplate {};

template <class Key, class Map> class LazyStringMapTemplate {
public:
  LazyStringMapTemplate();
  void put(const Key &, const StringKeyLabel &);
  void put_LockFree(const Key &, const StringKeyLabel &);
  bool putIfNotExists(const Key &, const StringKeyLabel &);
  bool putIfNotExists_LockFree(const Key &, const StringKeyLabel &);
  bool putOrReplace(const Key &, const StringKeyLabel &);
  bool putOrReplace_LockFree(const Key &, const StringKeyLabel &);
  type::String get(const Key &) const;
  std::int32_t getSize() const;
};
struct AnyHash {
  std::size_t operator()(const StringKeyLabelCI &) const;
  std::size_t operator()(const type::String &) const;
};
} // namespace share
} // namespace data

using String = data::type::String;

namespace network {
class Address {
public:
  enum Family { IP_4, IP_6, UNSPEC };
  Address(const String &host, std::uint16_t port, Family family = UNSPEC);
  String host;
  std::uint16_t port;
  Family family;
};
class ClientConnectionProvider {
public:
  virtual ~ClientConnectionProvider();
};
} // namespace network
} // namespace oatpp
template <> struct std::hash<oatpp::String> : oatpp::data::share::AnyHash {};
template <> struct std::hash<oatpp::data::share::StringKeyLabelCI> : oatpp::data::share::AnyHash {};
#endif
