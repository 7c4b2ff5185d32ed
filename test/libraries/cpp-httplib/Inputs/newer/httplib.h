// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What cpp-httplib 0.51 and later declare differently: Headers is a class of their own.
#ifndef MDE_TEST_NEWER_HTTPLIB_H
#define MDE_TEST_NEWER_HTTPLIB_H
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace httplib {
namespace detail {
namespace case_ignore {
struct equal_to {
  bool operator()(const std::string &a, const std::string &b) const;
};
} // namespace case_ignore

template <typename Mapped, typename KeyEqual> class insertion_ordered_multimap {
public:
  using value_type = std::pair<std::string, Mapped>;
  using size_type = std::size_t;

  template <typename V> class iterator_t {
  public:
    iterator_t();
    template <typename U> iterator_t(const iterator_t<U> &other) : data_(other.data_), idx_(other.idx_) {}
    V &operator*() const { return data_[idx_]; }
    V *operator->() const { return data_ + idx_; }
    iterator_t &operator++() {
      ++idx_;
      return *this;
    }
    template <typename U> bool operator==(const iterator_t<U> &other) const { return idx_ == other.idx_; }
    template <typename U> bool operator!=(const iterator_t<U> &other) const { return idx_ != other.idx_; }

  private:
    template <typename> friend class iterator_t;
    V *data_;
    size_type idx_;
  };
  using iterator = iterator_t<value_type>;
  using const_iterator = iterator_t<const value_type>;

  insertion_ordered_multimap() = default;
  insertion_ordered_multimap(std::initializer_list<value_type> list) : entries_(list) {}
  template <typename It> insertion_ordered_multimap(It first, It last) : entries_(first, last) {}
  iterator begin();
  iterator end();
  const_iterator begin() const;
  const_iterator end() const;
  bool empty() const { return entries_.empty(); }
  size_type size() const { return entries_.size(); }
  void clear() { entries_.clear(); }
  void swap(insertion_ordered_multimap &other) { entries_.swap(other.entries_); }
  iterator insert(const value_type &value);
  template <typename... Args> iterator emplace(Args &&...args);
  template <typename... Args> iterator emplace_front(Args &&...args);
  iterator find(const std::string &key);
  const_iterator find(const std::string &key) const;
  size_type count(const std::string &key) const;
  iterator erase(const_iterator at);
  size_type erase(const std::string &key);

private:
  std::vector<value_type> entries_;
};
} // namespace detail

using Headers = detail::insertion_ordered_multimap<std::string, detail::case_ignore::equal_to>;
using Params = detail::insertion_ordered_multimap<std::string, std::equal_to<std::string>>;

struct Response {
  int status;
  std::string body;
};

class Result {
public:
  explicit operator bool() const;
  const Response *operator->() const;
};

struct StreamHandle {
  bool is_valid() const;
};

class Client {
public:
  explicit Client(const std::string &scheme_host_port);
  Result Get(const std::string &path);
  Result Get(const std::string &path, const Headers &headers);
  StreamHandle open_stream(const std::string &method, const std::string &path, const Params &params = {},
                           const Headers &headers = {}, const std::string &body = {},
                           const std::string &content_type = {});
  void set_default_headers(Headers headers);
  void set_path_encode(bool on);
};
} // namespace httplib

#endif
